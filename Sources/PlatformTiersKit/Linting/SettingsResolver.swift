import Diagnostics
import PlatformModel
import PlatformRegistry
import PlatformRules

/// Decides for each document by which policy and rules it is linted. Every configuration and policy file is read once.
struct SettingsResolver {
  private let request: LintRequest
  private var finder = ConfigurationFinder()
  /// By path; nil for a broken one.
  private var configurations: [String: LoadedConfiguration?] = [:]
  private var policies: [String: Policy?] = [:]
  /// The absolute folder of documents by the folder as it was given.
  private var folders: [String: String] = [:]

  /// The configuration and policy files that nothing can be linted by.
  private(set) var failures: [RunFailure] = []
  /// What is wrong with them.
  private(set) var diagnostics: [Diagnostic] = []
  /// Those of them that have faults.
  private(set) var files: [SourceFile] = []

  init(_ request: LintRequest) {
    self.request = request
  }

  func checkRuleNames() throws(RunFailure) {
    let selection = RuleSelection(select: request.select, ignore: request.ignore, from: RuleCatalogue.rules)
    if let unknown = selection.unknown.first { throw .wrongUsage(unknown.description) }
  }

  /// The documents that the configuration of the current folder lists, and what keeps others from being linted.
  mutating func configuredDocuments() throws(RunFailure) -> DocumentDiscovery {
    guard let path = configurationPath(nearestTo: FilePaths.real(".") ?? "/") else {
      throw .wrongUsage(
        "nothing to lint: give a file, a folder or '-', or list documents in a '\(Configuration.fileName)'")
    }
    guard let configuration = configuration(at: path) else { return DocumentDiscovery([]) }
    guard !configuration.configuration.documents.isEmpty else {
      throw .wrongUsage("'\(configuration.file.path)' lists no documents: give a file, a folder or '-'")
    }
    return DocumentDiscovery(configured: configuration.documents())
  }

  /// - Returns: nil when its configuration or policy is broken, which is in `failures` then.
  mutating func linter(for document: DocumentSource) -> ConfiguredLinter? {
    let folder = folder(of: document)
    let path = FilePaths.join(folder, FilePaths.name(of: document.path))
    guard let configurationPath = configurationPath(nearestTo: folder) else {
      return policy(in: nil).map { linter(policy: $0, configuration: nil, path: path) }
    }
    guard let configuration = configuration(at: configurationPath), let policy = policy(in: configuration) else {
      return nil
    }
    return linter(policy: policy, configuration: configuration, path: path)
  }

  private func linter(policy: Policy, configuration: LoadedConfiguration?, path: String) -> ConfiguredLinter {
    let settings = configuration?.configuration
    let relative = configuration.flatMap { FilePaths.relative(path, to: $0.folder) } ?? path
    let select = request.select.isEmpty ? settings?.select?.map(\.value) ?? [] : request.select
    let perFile = settings?.perFileIgnores.filter { $0.files.value.matches(relative) }.flatMap(\.rules) ?? []
    // What the command line asks for by name is run, whatever a file says.
    let ignore = ((settings?.ignore ?? []) + perFile).map(\.value).filter { !request.select.contains($0) }
    let selection = RuleSelection(select: select, ignore: ignore + request.ignore, from: RuleCatalogue.rules)
    return ConfiguredLinter(
      linter: DocumentLinter(policy: policy, rules: selection.rules, today: request.today),
      configuration: configuration, path: relative)
  }
}

// MARK: - Files

extension SettingsResolver {
  private mutating func configurationPath(nearestTo folder: String) -> String? {
    switch request.configuration {
    case .nearest: finder.nearest(to: folder)
    case .file(let path): path
    case .none: nil
    }
  }

  /// The absolute folder of a document; for standard input the folder that its name would be in.
  private mutating func folder(of document: DocumentSource) -> String {
    let given = FilePaths.folder(of: document.path)
    if let known = folders[given] { return known }
    let current = FilePaths.real(".") ?? "/"
    let folder = FilePaths.real(given) ?? (given.hasPrefix("/") ? given : FilePaths.join(current, given))
    folders[given] = folder
    return folder
  }

  private mutating func configuration(at path: String) -> LoadedConfiguration? {
    if let known = configurations[path] { return known }
    let loaded = loadConfiguration(at: path)
    configurations[path] = .some(loaded)
    return loaded
  }

  private mutating func loadConfiguration(at path: String) -> LoadedConfiguration? {
    guard let file = read(path) else { return nil }
    let (configuration, faults) = ConfigurationFile.read(file, selectors: RuleCatalogue.selectors)
    guard accept(faults, in: file) else { return nil }
    let folder = FilePaths.folder(of: path)
    return LoadedConfiguration(file: file, folder: FilePaths.real(folder) ?? folder, configuration: configuration)
  }

  /// The policy of the command line, else of the configuration, else the built-in one.
  private mutating func policy(in configuration: LoadedConfiguration?) -> Policy? {
    if let name = request.policy { return policy(named: name, in: ".") }
    guard let configuration, let name = configuration.configuration.policy?.value else { return .nep57 }
    return policy(named: name, in: configuration.folder)
  }

  private mutating func policy(named name: String, in folder: String) -> Policy? {
    if name == Policy.nep57.id { return .nep57 }
    let path = name.hasPrefix("/") ? name : FilePaths.join(folder, name)
    if let known = policies[path] { return known }
    let loaded = loadPolicy(at: path)
    policies[path] = .some(loaded)
    return loaded
  }

  private mutating func loadPolicy(at path: String) -> Policy? {
    guard let file = read(path) else { return nil }
    let (policy, faults) = PolicyFile.read(file)
    return accept(faults, in: file) ? policy : nil
  }

  private mutating func read(_ path: String) -> SourceFile? {
    do throws(RunFailure) {
      return SourceFile(path: FilePaths.shown(path), bytes: try FileReader.read(path))
    } catch {
      failures.append(error)
      return nil
    }
  }

  /// Takes the faults of a file into the report. A file with a fault at error is not worked by: half a configuration
  /// would give findings that nobody asked for.
  private mutating func accept(_ faults: [Diagnostic], in file: SourceFile) -> Bool {
    guard !faults.isEmpty else { return true }
    diagnostics += faults
    files.append(file)
    guard faults.contains(where: { $0.severity == .error }) else { return true }
    failures.append(.cannotRun("'\(file.path)' has faults, and nothing was linted by it"))
    return false
  }
}
