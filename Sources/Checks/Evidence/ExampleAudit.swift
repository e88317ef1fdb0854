import Evidence
import Diagnostics
import Policy

/// A rule about what a file of evidence is, which its reader reports.
protocol EvidenceFileRule: EvidenceRule {}

extension EvidenceFileRule {
  package static func findings(inExample files: [SourceFile]) -> [Diagnostic] { ExampleAudit.diagnostics(files) }
}

extension WheelRule {
  package static func findings(inExample files: [SourceFile]) -> [Diagnostic] { ExampleAudit.diagnostics(files) }
}

/// Audits the registry of a rule's example by the listing and the table of downloads beside it.
private enum ExampleAudit {
  static func diagnostics(_ files: [SourceFile]) -> [Diagnostic] {
    let read = RegistryReader.read(RegistryFiles(exampleFiles: files))
    guard let registry = read.registry, let today = RuleExample.today else { return read.diagnostics }
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
    return found + Audit(of: registry, places: read.places, by: evidence, today: today).diagnostics
  }
}
