package import Diagnostics
import Evidence
import Policy

extension RuleExample {
  /// All that an audit reports of an example's files, a registry with evidence beside it, in report order.
  package static func auditFindings(in files: [SourceFile]) -> [Diagnostic] {
    let read = RegistryReader.read(RegistryFiles(exampleFiles: files))
    guard let registry = read.registry, let today = Self.today else { return read.diagnostics }
    var evidence = AuditEvidence()
    var found = read.diagnostics
    if let file = files.first(where: { $0.path.hasPrefix("index.") }) {
      let (listing, diagnostics) = IndexReader.read(file)
      evidence.index = listing
      found += diagnostics
    }
    if let file = files.first(where: { $0.path == "usage.csv" }) {
      let (table, diagnostics) = UsageReader.read(file)
      evidence.usage = table
      found += diagnostics
    }
    evidence.release = evidence.index?.newestFinal
    evidence.workflows = workflows(files, of: registry)
    found += Audit(of: registry, places: read.places, by: evidence, today: today).diagnostics
    return found.sorted(by: Diagnostic.reportOrder)
  }

  /// The workflows beside a registry, as those of the repository that the policy's links point to.
  private static func workflows(_ files: [SourceFile], of registry: Registry) -> [WorkflowSources] {
    let workflows = files.filter { $0.path.hasPrefix(".github/workflows/") }
    guard let repository = registry.policy.document.issueRepository, !workflows.isEmpty else { return [] }
    return [
      WorkflowSources(
        repository: repository, workflows: workflows.map { WorkflowSources.File(path: $0.path, source: $0) })
    ]
  }
}
