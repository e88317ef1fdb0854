package import Checks
package import Diagnostics
package import Policy

/// What a review found, before any of it is printed.
package struct ReviewResult: Sendable {
  package var review: Review
  /// The base and the head as reports call them: a commit's id, `index`, `work tree`, or a file's path.
  package var baseName: String
  package var headName: String
  /// The head's, which names the tiers.
  package var policy: Policy
  /// The files of the head, and those of the base that are gone.
  package var files: [SourceFile]
  package var links = ReviewLinks()
  /// What was read of each side.
  package var baseContents: ReviewContents
  package var headContents: ReviewContents
  /// What could not be read or understood.
  package var failures: [RunFailure]

  /// `compared 24 platforms in 1 document with 25 platforms in 1 document`
  var comparison: String { "compared \(baseContents.words) with \(headContents.words)" }

  package func exitStatus(strict: Bool) -> ExitStatus {
    guard failures.isEmpty else { return .cannotRun }
    let counts: Severity = strict ? .warning : .error
    return review.findings.contains { $0.diagnostic.severity >= counts } ? .findings : .success
  }
}
