package import Policy

/// The day and the release for which a registry is asked.
///
/// A move that is dated later than the day is not in force, and is told as coming.
package struct RegistryMoment: Hashable, Sendable {
  /// What was in force at the end of this day.
  package let day: CalendarDate
  /// What holds for this release, as known on the day.
  package let release: ReleaseVersion?
  /// Whether the day was asked for; otherwise it is the present one, and goes without saying.
  package let isAsked: Bool

  /// - Parameter date: the day that is asked for.
  package init(date: CalendarDate, release: ReleaseVersion? = nil) {
    (day, self.release, isAsked) = (date, release, true)
  }

  /// The present.
  package init(today: CalendarDate, release: ReleaseVersion? = nil) {
    (day, self.release, isAsked) = (today, release, false)
  }

  /// The day, where it was asked for.
  var asked: CalendarDate? { isAsked ? day : nil }

  /// The move that tells where a platform stands; nil before its first one.
  func move(of platform: Platform) -> Move? {
    release.map { platform.move(forRelease: $0, at: day) } ?? platform.move(at: day)
  }

  /// The moves that are decided for later days, oldest first.
  func coming(of platform: Platform) -> [Move] {
    platform.moves.filter { move in
      move.date > day && (release.map { asked in move.release.map(asked.isCovered) ?? true } ?? true)
    }
  }

  /// `for 2.5.5, as known on 2026-03-01`; nil for the present.
  var words: String? {
    switch (release, isAsked) {
    case (nil, false): nil
    case (nil, true): "on \(day)"
    case (let release?, false): "for \(release)"
    case (let release?, true): "for \(release), as known on \(day)"
    }
  }
}

extension Move {
  /// `Tier 3 on 2026-06-16, from 2.6.0 on`, for a move that is still to come.
  func comingWords(in policy: Policy) -> String {
    let name = policy.place(to)?.name ?? to
    return "\(name) on \(date)" + (release.map { ", from \($0) on" } ?? "")
  }
}
