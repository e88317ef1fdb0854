import Checks
import Diagnostics
import Documents
import Policy

/// Lints a project: the rules run side by side, all else in the order of the documents.
package struct LintRun {
  private let project: Project
  private let request: LintRequest
  private var exemptions = ExemptionLedger()
  private var baseline: Baseline?
  private var outcome = LintResult()

  package init(_ project: Project, _ request: LintRequest) {
    self.project = project
    self.request = request
  }

  /// Findings, and what went wrong with single files.
  ///
  /// - Throws: when the baseline cannot be read.
  package consuming func result() throws(RunFailure) -> LintResult {
    if let path = request.baseline { baseline = try Self.readBaseline(path) }
    let linters = linters()
    let all = Progress.during("linting documents", of: linters.count) { progress in
      linters.mappedInParallel { linter in
        defer { progress?.step() }
        return linter.lint()
      }
    }
    for (linter, found) in zip(linters, all) { take(found, by: linter) }
    if request.lintsRegistries { for registry in project.registries { lint(registry) } }
    for unused in exemptions.unused() {
      outcome.files.append(unused.file)
      outcome.diagnostics += unused.diagnostics
    }
    outcome.failures = project.failures + project.brokenSettings + unusedRegistries()
    outcome.diagnostics += project.faults
    outcome.files += project.faultyFiles
    return outcome
  }

  /// The registries that nothing is held against, where no finding says why, or where files cannot be read.
  private func unusedRegistries() -> [RunFailure] {
    // Where no document could be read, there is nothing to hold against anything.
    guard request.lintsRegistries || !project.documents.isEmpty else { return [] }
    let shown = Set(outcome.diagnostics)
    return project.registries.filter { $0.isFaulty && $0.registry != nil }.compactMap { registry in
      let faults = registry.diagnostics.filter { $0.severity == .error }
      let isUnreadable = faults.contains { $0.rule == UnreadableFile.description.id }
      guard isUnreadable || !faults.contains(where: shown.contains) else { return nil }
      let lister = request.lintsRegistries ? "" : "; 'platform-tiers check' lists them"
      return .cannotRun("'\(registry.folder)' has faults, and nothing was held against it\(lister)")
    }
  }

  private func linters() -> [DocumentLinter] {
    let moment = RegistryMoment(today: request.today)
    var tables: [String: RegistryTables] = [:]
    return project.documents.map { document in
      let settings = document.settings
      var linter = DocumentLinter(
        document: document, rules: request.rules.rules(for: document.path, in: settings.configuration?.configuration),
        today: request.today)
      if request.checksGeneration, let loaded = settings.registry, let registry = loaded.trusted {
        linter.tables = tables[loaded.folder] ?? RegistryTables(registry, at: moment)
        tables[loaded.folder] = linter.tables
      }
      return linter
    }
  }

  /// Takes what the rules found into the outcome, and mends what is asked to be mended.
  private mutating func take(_ found: [Diagnostic], by linter: DocumentLinter) {
    let file = linter.document.content.file
    let found = remaining(of: found, by: linter, countsStale: true)
    if linter.document.content.located.listings.isEmpty { outcome.markupOnly += 1 }
    outcome.findingCount += found.count
    guard request.fixes else {
      outcome.files.append(file)
      outcome.diagnostics += found
      return
    }
    let fixer = DocumentFixer(file, diagnostics: found) { changed in
      var linter = linter
      linter.document = linter.document.changed(to: changed)
      return remaining(of: linter.lint(), by: linter, countsStale: false)
    }
    outcome.files.append(fixer.file)
    outcome.diagnostics += fixer.diagnostics
    outcome.fixedDocuments.append(
      LintResult.FixedDocument(
        source: linter.document.source, original: file.bytes, fixed: fixer.file.bytes, fixCount: fixer.fixed))
  }

  /// Takes what is found in a registry into the outcome, file by file.
  private mutating func lint(_ loaded: LoadedRegistry) {
    let configuration = loaded.configuration
    let rules = request.rules.rules(for: nil, in: configuration?.configuration)
    let names = loaded.platformNames
    let today = request.today
    let all = Progress.during("linting \(loaded.files.count) files of the registry") { _ in
      loaded.findings(by: rules, today: today)
    }
    var found = Dictionary(grouping: all, by: { $0.file })
    for file in loaded.files {
      let path = configuration?.relative(file.path) ?? file.path
      var kept = (found.removeValue(forKey: file.path) ?? []).filter {
        !request.rules.isIgnored($0, in: path, by: configuration?.configuration)
      }
      if let configuration {
        // The file that a finding is in is the platform's.
        kept = exemptions.remaining(of: kept, in: path, rules: rules, by: configuration) { names[$1.file] == $0 }
      }
      kept = withoutBaseline(kept, in: file, countsStale: true)
      outcome.findingCount += kept.count
      outcome.diagnostics += kept
      outcome.files.append(file)
    }
    // What is left is of files that could not be read.
    let unreadable = found.values.flatMap { $0 }.sorted(by: Diagnostic.reportOrder)
    outcome.findingCount += unreadable.count
    outcome.diagnostics += unreadable
  }

  /// What the rules found, without what the configuration and the baseline excuse.
  private mutating func remaining(
    of found: [Diagnostic], by linter: DocumentLinter, countsStale: Bool
  ) -> [Diagnostic] {
    let found = exemptions.remaining(of: found, in: linter.document, rules: linter.rules)
    return withoutBaseline(found, in: linter.document.content.file, countsStale: countsStale)
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

extension LoadedRegistry {
  /// The faults of its files, and what the rules find in those without.
  fileprivate func findings(by rules: [Rule], today: CalendarDate) -> [Diagnostic] {
    guard let registry else { return diagnostics }
    let ids = Set(rules.map { $0.id })
    let faulty = Set(diagnostics.map { $0.file })
    let sound = places.filter { !faulty.contains($0.value.file.path) }
    return diagnostics.filter { ids.contains($0.rule) }
      + PlatformRunner.diagnostics(for: registry, places: sound, rules: rules, today: today)
  }
}
