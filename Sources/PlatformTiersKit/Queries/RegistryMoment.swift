package import Policy

/// The day and the release for which a registry is asked; the present where both are nil.
package struct RegistryMoment: Hashable, Sendable {
  /// What was in force at the end of this day.
  package var date: CalendarDate?
  /// What holds for this release, as known on the day.
  package var release: ReleaseVersion?

  package init(date: CalendarDate? = nil, release: ReleaseVersion? = nil) {
    self.date = date
    self.release = release
  }

  /// The move that tells where a platform stands; nil before its first one.
  func move(of platform: Platform) -> Move? {
    release.map { platform.move(forRelease: $0, at: date) } ?? platform.move(at: date)
  }

  /// `for 2.5.5, as known on 2026-03-01`; nil for the present.
  var words: String? {
    switch (release, date) {
    case (nil, nil): nil
    case (nil, let date?): "on \(date)"
    case (let release?, nil): "for \(release)"
    case (let release?, let date?): "for \(release), as known on \(date)"
    }
  }
}
