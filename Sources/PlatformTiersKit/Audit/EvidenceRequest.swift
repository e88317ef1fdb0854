import Evidence
package import Policy

/// The files of evidence that an audit is given; names as they were typed.
package struct EvidenceRequest: Sendable {
  /// An index's listing; `-` is standard input.
  package var index: String?
  /// The release to look at; the newest final one when nil.
  package var release: ReleaseVersion?
  /// Repositories with their workflows.
  package var workflows: [WorkflowLocation] = []
  /// A table of downloads; `-` is standard input.
  package var usage: String?
  /// What of that is looked at.
  var usageLimits = UsageLimits()
  /// A table of prerequisites, in place of the one that is built in.
  package var prerequisites: String?

  package init() {}

  package mutating func limitUsage(release: ReleaseVersion?, since: CalendarDate?, until: CalendarDate?) {
    usageLimits = UsageLimits(release: release, since: since, until: until)
  }

  /// Whether there is nothing to go by but what is built in.
  package var isEmpty: Bool { index == nil && workflows.isEmpty && usage == nil && prerequisites == nil }
}
