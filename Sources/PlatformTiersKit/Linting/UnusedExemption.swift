import Diagnostics
import PlatformRules

/// Reports an exemption that excuses nothing. An exemption no longer needed hides the next fault of its kind.
///
/// It is listed, selected and ignored as any rule, and knows its findings only when all documents are linted: the
/// `ExemptionLedger` makes them.
enum UnusedExemption: Rule {
  static let description = RuleDescription(
    id: "unused-exemption", family: .document, severity: .warning,
    summary: "an exemption in the configuration file that excuses nothing",
    rationale: """
      An exemption that outlives its cause hides the next fault of its kind. It may also never have worked, because the \
      document writes the platform or the file has another name.
      """,
    remedy: "Remove the exemption from '\(Configuration.fileName)', or correct the file or platform that it names.",
    accepted: [], flagged: [])

  static func diagnostic(_ exemption: Configuration.Exemption, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      rule: description.id, severity: description.severity,
      message: "the exemption from '\(exemption.rule.value)' excuses nothing; remove it", file: file.path,
      range: exemption.range, help: "its reason was: \(exemption.reason)")
  }
}
