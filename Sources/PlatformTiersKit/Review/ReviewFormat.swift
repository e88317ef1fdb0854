package import Diagnostics

/// How a review is printed.
package enum ReviewFormat: Hashable, CaseIterable, Sendable {
  /// For a person: the moves, then the findings as `lint` prints them.
  case text
  /// The same, with the source line of every finding.
  case full
  /// An object with both revisions, the moves and the findings.
  case json
  /// A pull request's comment, or the summary of a job.
  case markdown
  /// The findings alone, in a format of `lint`.
  case findings(ReportFormat)

  package static let allCases: [ReviewFormat] =
    ReportFormat.allCases.map(ReviewFormat.init) + [.markdown]

  private init(_ format: ReportFormat) {
    switch format {
    case .text: self = .text
    case .full: self = .full
    case .json: self = .json
    default: self = .findings(format)
    }
  }

  /// What `--format` takes.
  package var name: String {
    switch self {
    case .text: "text"
    case .full: "full"
    case .json: "json"
    case .markdown: "markdown"
    case .findings(let format): format.rawValue
    }
  }

  package init?(name: String) {
    guard let format = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = format
  }
}
