import Checks
import Diagnostics
import Evidence
import Foundation
import PlatformTiersKit
import Policy
import Testing

/// Evidence of `HostileRegistry` whose every text looks like markup, a command or a path.
enum HostileEvidence {
  static func make(of registry: Registry) throws -> PagesAudit {
    let listing = try #require(IndexReader.read(SourceFile(path: "</i>", text: index)).listing)
    var evidence = AuditEvidence()
    evidence.index = listing
    evidence.release = listing.newestFinal
    evidence.workflows = try HostileRegistry.texts.map { try workflows(of: $0.text) }
    evidence.usage = UsageReader.read(SourceFile(path: "a | b", text: try usage())).table
    let audit = Audit(of: registry, places: [:], by: evidence, today: try SampleRegistry.day("2026-09-01"))
    let findings = HostileRegistry.texts.map { finding($0.text) }
    return PagesAudit(
      audit, findings: audit.diagnostics + findings, sources: HostileRegistry.texts.map { "by '\($0.text)'" },
      files: Dictionary(zip(registry.platforms.map(\.id), HostileRegistry.texts.map(\.text))) { first, _ in first },
      history: ReleaseHistory(of: registry, by: listing))
  }

  static func finding(_ text: String) -> Diagnostic {
    Diagnostic(
      rule: text, severity: .error, message: "'\(text)' is odd", file: text, range: .fileStart,
      notes: [Diagnostic.Note(text, at: .fileStart)], help: "::error::'\(text)'")
  }

  private static let index = """
    {"name": "demo", "files": [
      {"filename": "demo-1.0-cp313-cp313-`x`_.whl", "upload-time": "2026-08-01T00:00:00Z"},
      {"filename": "demo-1.0-cp313-cp313-<b>.whl", "upload-time": "2026-08-01T00:00:00Z"},
      {"filename": "<script>-1.0-cp313-cp313-any.whl"},
      {"filename": "demo-2.0-cp313-cp313-any\\u202e.whl"}]}
    """

  /// JSON is YAML too.
  private static func workflows(of text: String) throws -> WorkflowSources {
    let job: [String: Any] = ["runs-on": text, "name": text, "if": text, "steps": [["run": text, "uses": text]]]
    let workflow: [String: Any] = ["on": ["push": ["paths-ignore": [text]]], "jobs": [text: job]]
    let bytes = Array(try JSONSerialization.data(withJSONObject: workflow))
    return WorkflowSources(
      repository: text, workflows: [.init(path: text, source: SourceFile(path: text, bytes: bytes))])
  }

  private static func usage() throws -> String {
    let rows = HostileRegistry.texts.map { entry in
      "\"" + entry.text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\",1\n"
    }
    return "platform,downloads\n" + rows.joined()
  }
}
