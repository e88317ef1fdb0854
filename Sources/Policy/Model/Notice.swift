/// A duty that a platform no longer meets, and since when.
///
/// It runs against the release cycle: announced by the middle of it, and in line with some tier by the first release
/// candidate, or the platform is listed as unsupported.
package struct Notice: Hashable, Sendable {
  package enum Duty: String, CaseIterable, Sendable {
    case ci
    case wheels
    case blocking = "blocks-release"
    case contacts
  }

  package var duty: Duty
  package var since: CalendarDate
  /// Where the community was told.
  package var announced: String?
  package var remark: String?

  package init(duty: Duty, since: CalendarDate, announced: String? = nil, remark: String? = nil) {
    self.duty = duty
    self.since = since
    self.announced = announced
    self.remark = remark
  }
}
