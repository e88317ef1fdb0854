/// What held of a platform before its first move.
package struct FormerSupport: Hashable, Sendable {
  /// The id of the tier that it stood in; nil where it was supported and no tier is known.
  package var tier: String?
  /// The last release or line of releases that it was supported in, as it is written: `2.4.x`.
  package var until: String
  /// Where that can be read.
  package var link: String?
}

/// An end of a platform's support that is expected, and decided by no move yet.
package struct ExpectedEnd: Hashable, Sendable {
  package enum Limit: Hashable, Sendable {
    /// The first release without it.
    case release(ReleaseVersion)
    /// The last day on which it is still there.
    case day(CalendarDate)
  }

  package var limit: Limit

  package var release: ReleaseVersion? {
    if case .release(let release) = limit { release } else { nil }
  }

  package var day: CalendarDate? {
    if case .day(let day) = limit { day } else { nil }
  }

  /// Where that can be read.
  package var link: String?
}
