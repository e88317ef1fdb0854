package import Policy

/// Something that somebody has to do by a day.
package struct DueItem: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// A move that was decided for a later day comes into force.
    case move
    /// A duty is no longer met, and the community has to be told.
    case announcement
    /// A duty is no longer met: the platform comes into line with a tier, or becomes unsupported.
    case resolution
    /// Support is expected to end.
    case end
    /// A note announces something for a date.
    case note
    /// A contact has not agreed to be listed.
    case acknowledgement
    /// A contact has to say again that it still holds.
    case confirmation
    /// A figure of demand has to be taken again.
    case demand
  }

  package var kind: Kind
  package var platform: Platform
  /// What tells it from others of its kind on the platform: a person's id, a duty, a date in a note.
  package var subject: String
  /// The last day on which it is not late. Nil: no day is recorded, and it is due at once.
  package var day: CalendarDate?
  /// Quotes the registry, whose text is untrusted.
  package var message: String

  package init(_ kind: Kind, _ platform: Platform, subject: String = "", day: CalendarDate?, _ message: String) {
    self.kind = kind
    self.platform = platform
    self.subject = subject
    self.day = day
    self.message = message
  }

  /// When it counts as due, for the order and for calendars.
  func effectiveDay(_ today: CalendarDate) -> CalendarDate { day ?? today }
}
