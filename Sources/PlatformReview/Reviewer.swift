package import PlatformModel

/// Compares two revisions of what a project promises.
package struct Reviewer: Sendable {
  package let base: PolicyState
  package let head: PolicyState
  /// The day of the review: where a registry's platforms stand, and which release cycle runs.
  package let today: CalendarDate

  package init(base: PolicyState, head: PolicyState, today: CalendarDate) {
    self.base = base
    self.head = head
    self.today = today
  }

  /// The moves, and what is missing of what they ask, beside what `lint` found in the two states.
  package func review() -> Review {
    Review()
  }
}
