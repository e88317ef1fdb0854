package import Diagnostics

/// What can be wrong with a file of evidence, whatever it shows. Each is a rule of the family `evidence`.
package enum EvidenceFault: String, CaseIterable, Sendable {
  /// The file is not what it was given for, or ends too soon: what it lacks may be there all the same.
  case brokenEvidence = "broken-evidence"
  /// An entry that counts for nothing: a name that is no wheel's, a row without a number.
  case invalidEntry = "invalid-entry"

  package var severity: Severity {
    switch self {
    case .brokenEvidence: .error
    case .invalidEntry: .warning
    }
  }

  package func diagnostic(
    _ message: String, in file: SourceFile, at range: SourceRange, notes: [Diagnostic.Note] = [], help: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      rule: rawValue, severity: severity, message: message, file: file.path, range: range, notes: notes, help: help)
  }

  /// A text of a file of evidence, quoted for a message: no more of it than a person reads.
  static func quoted(_ text: some StringProtocol) -> String {
    let start = text.prefix(quotedLength)
    return start.endIndex == text.endIndex ? "'\(start)'" : "'\(start)…'"
  }

  private static let quotedLength = 120
}
