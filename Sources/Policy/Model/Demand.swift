/// How many of the project's users are on a platform. Tiers with wheels ask for a share of them; the policy allows to
/// deviate, with a reason.
package struct Demand: Hashable, Sendable {
  /// In percent of users.
  package var share: Known<Double>
  /// When it was measured.
  package var date: CalendarDate?
  /// Where the figure can be read.
  package var source: String?
  /// Why a figure under the threshold is enough.
  package var reason: String?

  package init(
    share: Known<Double> = .unknown, date: CalendarDate? = nil, source: String? = nil, reason: String? = nil
  ) {
    self.share = share
    self.date = date
    self.source = source
    self.reason = reason
  }
}
