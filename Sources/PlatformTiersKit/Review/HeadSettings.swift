import Checks
import Diagnostics
import Policy

/// What the head's configuration says that concerns both sides of a review.
struct HeadSettings {
  private let request: ReviewRequest
  /// Nil where there is none, or none that can be read; linting the head says so then.
  private let configuration: LoadedConfiguration?

  init(_ request: ReviewRequest, _ head: any FileTree) throws(RunFailure) {
    self.request = request
    let current = FilePaths.real(".") ?? "/"
    var finder = ConfigurationFinder(in: head)
    let path: String? =
      switch request.lint.configuration {
      case .nearest: finder.nearest(to: current)
      case .file(let path): path
      case .none: nil
      }
    // What was named and is not committed is the disk's.
    guard let path, let bytes = try? LayeredFiles(head, then: [DiskFiles()], for: [FilePaths.absolute(path)]).read(path)
    else {
      configuration = nil
      return
    }
    let file = SourceFile(path: FilePaths.shown(path), bytes: bytes)
    configuration = LoadedConfiguration(
      file: file, files: head, folder: FilePaths.folder(of: FilePaths.absolute(path)),
      configuration: ConfigurationFile.read(file).configuration)
  }

  var listsDocuments: Bool { configuration?.configuration.documents.isEmpty == false }

  /// Where the configuration is; nil where there is none.
  var configurationPath: String? {
    configuration.map { FilePaths.join($0.folder, FilePaths.name(of: $0.file.path)) }
  }

  /// The policy that the configuration names, which the base may not have yet.
  var policyPath: String? {
    guard let configuration, let policy = configuration.configuration.policy?.value, policy != Policy.nep57.id
    else { return nil }
    return policy.hasPrefix("/") ? policy : FilePaths.join(configuration.folder, policy)
  }

  /// Files that the command line names.
  var namedFiles: [String] {
    var paths: [String] = []
    if let policy = request.lint.policy, policy != Policy.nep57.id { paths.append(policy) }
    if case .file(let path) = request.lint.configuration { paths.append(path) }
    return paths
  }

  /// The findings without those of rules that are not run and without exempted ones. What `lint` found was sifted by it.
  func remaining(_ findings: [ReviewedFinding], in lint: LintResult) -> [ReviewedFinding] {
    let settings = configuration?.configuration
    let select = request.lint.select
    let selection = RuleSelection(
      select: select.isEmpty ? settings?.select?.map(\.value) ?? [] : select,
      ignore: request.lint.ignore + (settings?.ignore.map(\.value) ?? []).filter { !select.contains($0) },
      from: RuleCatalogue.rules)
    let ids = Set(selection.rules.map(\.id))
    let paths = Dictionary(lint.documents.map { ($0.file.path, $0.path) }) { first, _ in first }
    return findings.filter { finding in
      guard finding.standing == .asked else { return true }
      let path = paths[finding.diagnostic.file] ?? finding.diagnostic.file
      return ids.contains(finding.diagnostic.rule) && !isIgnored(finding.diagnostic, path) && !isExempt(finding, path)
    }
  }

  private func isIgnored(_ diagnostic: Diagnostic, _ path: String) -> Bool {
    let names = [diagnostic.rule, RuleCatalogue.family(of: diagnostic.rule)].compactMap(\.self)
    let ignores = configuration?.configuration.perFileIgnores.filter { $0.files.value.matches(path) } ?? []
    // What the command line asks for by name is run, whatever a file says.
    return ignores.flatMap(\.rules).contains { names.contains($0.value) && !request.lint.select.contains($0.value) }
  }

  private func isExempt(_ finding: ReviewedFinding, _ path: String) -> Bool {
    (configuration?.configuration.exemptions ?? []).contains { exemption in
      exemption.covers(finding.diagnostic) && (exemption.file?.value.matches(path) ?? true)
        && (exemption.platform.map { $0 == finding.subject } ?? true)
    }
  }
}
