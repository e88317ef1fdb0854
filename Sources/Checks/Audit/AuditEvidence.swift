package import Evidence
import Policy

/// What an audit goes by; nil for what was not given, which leaves the duties that it would show unknown.
package struct AuditEvidence: Sendable {
  package var index: IndexListing?
  /// Whether a listing was asked for; one that cannot be read, or has no such release, leaves unknown what is released.
  package var asksForIndex = false
  /// The release of the listing that is looked at.
  package var release: IndexRelease?
  /// The repositories whose workflows were given; empty: none were.
  package var workflows: [WorkflowSources] = []
  package var usage: UsageTable?
  package var prerequisites: PrerequisiteTable?

  package init() {}
}
