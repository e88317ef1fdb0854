package import Diagnostics
import Policy

extension RuleExample {
  /// What a rule reports of the change from the example's base to `sources`, with its own severity.
  func changeFindings(of rule: Rule, in sources: [SourceFile]) -> [Diagnostic] {
    guard let today = RuleExample.today else { return [] }
    let base = PolicyState(exampleFiles: base, sources: base.map { $0.source })
    let head = PolicyState(exampleFiles: files, sources: sources)
    let comparison = StateComparison(base: base, head: head)
    let context = Reviewer(base: base, head: head, today: today).context(comparison)
    return ReviewRunner(context: context, rules: [rule]).findings().map { $0.diagnostic }.sorted(
      by: Diagnostic.reportOrder)
  }
}

extension PolicyState {
  /// The state that an example's files are: a registry where they have one, and documents.
  package init(exampleFiles files: [RuleExample.File], sources: [SourceFile]) {
    let yaml = zip(files, sources).filter { $0.0.kind == .yaml }.map { $0.1 }
    let read = yaml.isEmpty ? nil : RegistryReader.read(RegistryFiles(exampleFiles: yaml))
    let policy = read?.registry?.policy ?? .nep57
    let documents = zip(files, sources).compactMap { file, source -> LocatedDocument? in
      guard case .document(let format) = file.kind else { return nil }
      return LocatedDocument(source, as: format, policy: policy)
    }
    let registry = read.flatMap { read in
      read.registry.map {
        RegistryState(
          registry: $0, places: read.places, policyPlaces: read.policyPlaces, faults: read.diagnostics)
      }
    }
    self.init(documents: documents, registry: registry, policy: policy)
  }
}
