package import Diagnostics
import Evidence
package import Policy

extension RuleExample {
  /// All that an audit reports of an example's files, a registry with evidence beside it, in report order.
  package static func auditFindings(in files: [SourceFile]) -> [Diagnostic] {
    guard let today else { return [] }
    let (audit, faults) = audit(of: files, today: today)
    return (faults + (audit?.diagnostics ?? [])).sorted(by: Diagnostic.reportOrder)
  }

  /// Audits the registry of an example by the file list, the table of downloads and the workflows beside it.
  ///
  /// - Parameter release: the release that platforms are asked about; the next one when nil.
  /// - Returns: No audit for a registry that cannot be read, and what is wrong with the files.
  package static func audit(
    of files: [SourceFile], today: CalendarDate, release: ReleaseVersion? = nil
  ) -> (audit: Audit?, faults: [Diagnostic]) {
    let read = RegistryReader.read(RegistryFiles(exampleFiles: files))
    guard let registry = read.registry else { return (nil, read.diagnostics) }
    var evidence = AuditEvidence()
    var faults = read.diagnostics
    if let file = files.first(where: { $0.path.hasPrefix("index.") }) {
      let (listing, found) = IndexReader.read(file)
      evidence.asksForIndex = true
      evidence.index = listing
      faults += found
    }
    if let file = files.first(where: { $0.path == "usage.csv" }) {
      let (table, found) = UsageReader.read(file)
      evidence.usage = table
      faults += found
    }
    let workflows = files.filter { $0.path.hasPrefix(".github/workflows/") }
    if !workflows.isEmpty {
      evidence.workflows = [
        WorkflowSources(
          repository: registry.policy.document.issueRepository ?? "demo/demo",
          workflows: workflows.map { WorkflowSources.File(path: $0.path, source: $0) })
      ]
    }
    evidence.release = release.map { evidence.index?.release($0) } ?? evidence.index?.newestFinal
    let move: ((Platform) -> Move?)? = release.map { release in { $0.move(forRelease: release, at: today) } }
    return (
      Audit(of: registry, places: read.places, by: evidence, today: today, release: release, move: move), faults
    )
  }
}
