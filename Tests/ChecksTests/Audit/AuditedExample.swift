import Diagnostics
import Evidence
import Policy
import Testing
@testable import Checks

extension [Diagnostic] {
  /// `file:line rule severity: message`
  var lines: [String] {
    map { "\($0.file):\($0.range.start.line) \($0.rule) \($0.severity.rawValue): \($0.message)" }
  }
}

/// What an audit finds in a registry and evidence, each file after a line with its path: `--- platforms/haiku.yaml`.
func auditFindings(_ text: String) -> [String] {
  RuleExample.auditFindings(in: RuleExample.files(text).sources).lines
}

/// How a platform of the same stands to its tier.
func auditedExample(
  _ text: String, _ platform: String, on day: String? = nil, release: String? = nil
) throws -> [Verdict] {
  let today = try #require(day.map { CalendarDate($0) } ?? RuleExample.today)
  let audit = try #require(
    RuleExample.audit(
      of: RuleExample.files(text).sources, today: today, release: release.flatMap { ReleaseVersion($0) }
    ).audit)
  return audit.platforms.first { $0.platform.id == platform }?.duties?.verdicts ?? []
}
