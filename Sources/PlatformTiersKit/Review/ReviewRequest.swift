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
  /// Policy, registry and configuration; which files and documents are read is up to the review.
  package var project: ProjectRequest
  /// Rules and the day.
  package var lint: LintRequest
  /// Who agreed to be listed, and where that can be read: what the command line tells.
  package var acknowledged: [(name: String, source: String)] = []

  package init(_ subject: Subject, project: ProjectRequest, lint: LintRequest) {
    self.subject = subject
    self.project = project
    self.lint = lint
  }
}
