/// The days of a feature release's cycle that the policy counts by.
package struct ReleaseCycle: Hashable, Sendable {
  /// `2.6.0`.
  package var release: ReleaseVersion
  package var start: CalendarDate
  /// By then the pending removal of a platform that meets no tier is announced.
  package var middle: CalendarDate
  /// By then such a platform is in line with a tier, or unsupported.
  package var firstCandidate: CalendarDate
}
