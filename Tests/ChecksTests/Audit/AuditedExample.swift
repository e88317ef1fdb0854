import Diagnostics
import Testing
@testable import Checks

extension [Diagnostic] {
  /// `file:line rule severity: message`
  var lines: [String] {
    map { "\($0.file):\($0.range.start.line) \($0.rule) \($0.severity.rawValue): \($0.message)" }
  }
}

/// What an audit finds in a registry and workflows, each file after a line with its path: `--- platforms/haiku.yaml`.
func auditFindings(_ text: String) -> [String] {
  RuleExample.auditFindings(in: RuleExample.files(text).sources).lines
}
