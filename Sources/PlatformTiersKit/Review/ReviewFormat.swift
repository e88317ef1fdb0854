import Diagnostics

/// How a review is printed; the raw value is what `--format` takes.
package enum ReviewFormat: String, CaseIterable, Sendable {
  /// For a person: the moves, then the findings as `lint` prints them.
  case text
  /// One line a finding, without the moves.
  case concise
  /// An object with both revisions, the moves and the findings.
  case json
  case sarif
  case github
  case gitlab
  case junit
  /// A pull request's comment, or the summary of a job.
  case markdown

  /// The format in which the findings alone are reported; nil where the moves are told too.
  var ofFindings: ReportFormat? {
    switch self {
    case .text, .json, .markdown: nil
    case .concise, .sarif, .github, .gitlab, .junit: ReportFormat(rawValue: rawValue)
    }
  }
}
