import Diagnostics
import PlatformRules

/// Lints all documents of a request: the rules run side by side, all else in the order of the documents.
package struct LintRun {
  private let request: LintRequest
  private var settings: SettingsResolver
  private var exemptions = ExemptionLedger()
  private var baseline: Baseline?
  private var outcome = LintResult()

  package init(_ request: LintRequest) {
    self.request = request
    settings = SettingsResolver(request)
  }

  /// Findings, and what went wrong with single files.
  ///
  /// - Throws: what keeps the run from starting: names of no rule, a baseline that cannot be read, nothing to lint.
  package consuming func result() throws(RunFailure) -> LintResult {
    try settings.checkRuleNames()
    if let path = request.baseline { baseline = try Self.readBaseline(path) }
    let sources = try documents()
    var pending: [PendingDocument] = []
    // They hold whole policies, which growing would copy.
    pending.reserveCapacity(sources.count)
    for source in sources {
      guard let linter = settings.linter(for: source) else { continue }
      pending.append(PendingDocument(source: source, linter: linter, files: request.files))
    }
    for (document, read) in zip(pending, pending.mappedInParallel { $0.readAndLint() }) {
      switch read {
      case .success(let linted): take(document, linted.document, of: linted.file)
      case .failure(let failure): outcome.failures.append(failure)
      }
    }
    for registry in settings.usedRegistries {
      outcome.registries.append(registry.loaded)
      lint(registry)
    }
    for unused in exemptions.unused() {
      outcome.files.append(unused.file)
      outcome.diagnostics += unused.diagnostics
    }
    outcome.failures += settings.failures
    outcome.diagnostics += settings.diagnostics
    outcome.files += settings.files
    return outcome
  }

  /// The documents that the arguments or, without any, the configuration names.
  private mutating func documents() throws(RunFailure) -> [DocumentSource] {
    let discovery =
      request.arguments.isEmpty && !request.onlyArguments
      ? try settings.configuredDocuments()
      : DocumentDiscovery(
        request.arguments, standardInputName: request.standardInputName, format: request.format, in: request.files)
    if request.arguments.isEmpty, request.onlyArguments { settings.useRegistryOfCurrentFolder() }
    outcome.failures += discovery.failures
    return discovery.documents
  }

  /// A document that is to be linted, and by what.
  private struct PendingDocument: Sendable {
    var source: DocumentSource
    var linter: ConfiguredLinter
    var files: any FileTree

    func readAndLint() -> Result<(file: SourceFile, document: LintedDocument), RunFailure> {
      do throws(RunFailure) {
        let file = try source.read(from: files)
        return .success((file, linter.linter.lint(file, as: source.format)))
      } catch {
        return .failure(error)
      }
    }
  }

  /// Takes what the rules found into the outcome, and mends what is asked to be mended.
  private mutating func take(_ pending: PendingDocument, _ linted: LintedDocument, of file: SourceFile) {
    let (document, linter) = (pending.source, pending.linter)
    outcome.documents.append(
      LintResult.ReadDocument(
        source: document, file: file, policy: linter.linter.policy, path: linter.path))
    let found = remaining(of: linted, in: file, by: linter, countsStale: true)
    outcome.findingCount += found.count
    guard request.fixes else {
      outcome.files.append(file)
      outcome.diagnostics += found
      return
    }
    let fixer = DocumentFixer(file, diagnostics: found) { changed in
      remaining(of: linter.linter.lint(changed, as: document.format), in: changed, by: linter, countsStale: false)
    }
    outcome.files.append(fixer.file)
    outcome.diagnostics += fixer.diagnostics
    outcome.fixedDocuments.append(
      LintResult.FixedDocument(
        source: document, original: file.bytes, fixed: fixer.file.bytes, fixCount: fixer.fixed))
  }

  /// Takes what is found in a registry into the outcome, file by file.
  private mutating func lint(_ registry: RegistryLinter) {
    var found = Dictionary(grouping: registry.diagnostics(), by: \.file)
    for file in registry.loaded.files {
      let path = registry.path(of: file.path)
      var kept = (found.removeValue(forKey: file.path) ?? []).filter { !registry.isIgnored($0, in: path) }
      if let configuration = registry.configuration {
        let linted = LintedFile(path: path, diagnostics: kept, rules: registry.rules)
        kept = exemptions.withoutExempted(linted, by: configuration, isAbout: registry.isAbout)
      }
      kept = withoutBaseline(kept, in: file, countsStale: true)
      outcome.findingCount += kept.count
      outcome.diagnostics += kept
      outcome.files.append(file)
    }
    // What is left is of files that could not be read.
    let unreadable = found.values.flatMap(\.self).sorted(by: Diagnostic.reportOrder)
    outcome.findingCount += unreadable.count
    outcome.diagnostics += unreadable
  }

  /// What the rules found, without what the configuration and the baseline excuse.
  private mutating func remaining(
    of linted: LintedDocument, in file: SourceFile, by linter: ConfiguredLinter, countsStale: Bool
  ) -> [Diagnostic] {
    let found = exemptions.withoutExempted(linted, by: linter)
    return withoutBaseline(found, in: file, countsStale: countsStale)
  }

  private mutating func withoutBaseline(
    _ found: [Diagnostic], in file: SourceFile, countsStale: Bool
  ) -> [Diagnostic] {
    guard let baseline else { return found }
    let (kept, _, stale) = baseline.filter(found, files: [file])
    if countsStale { outcome.staleBaselineEntries += stale }
    return kept
  }

  private static func readBaseline(_ path: String) throws(RunFailure) -> Baseline {
    let bytes = try FileReader.read(path)
    do {
      return try Baseline.read(bytes)
    } catch {
      throw .cannotRun("cannot use the baseline '\(path)': \(error)")
    }
  }
}
