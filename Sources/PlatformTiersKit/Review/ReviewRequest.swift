/// What a review is asked to compare, and by what.
package struct ReviewRequest: Sendable {
  package enum Subject: Hashable, Sendable {
    case revisions(RevisionRange)
    /// Two files on disk; the old one is read as an older state of the new one.
    case files(old: String, new: String)
  }

  package var subject: Subject
  /// Files and folders; when empty, what the configuration lists or, without one, the numbered documents that the change
  /// touches.
  package var arguments: [String] = []
  /// Rules, policy, registry, configuration and the day; what to lint is up to the review.
  package var lint: LintRequest

  package init(_ subject: Subject, lint: LintRequest) {
    self.subject = subject
    self.lint = lint
  }
}
