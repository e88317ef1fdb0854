package import PlatformModel

/// What happened to a policy's platforms over a sequence of revisions.
package struct PlatformHistory: Sendable {
  /// One revision.
  package struct Revision: Sendable {
    package var date: CalendarDate
    /// How reports call it: a commit's id.
    package var name: String
    package var state: PolicyState

    package init(date: CalendarDate, name: String, state: PolicyState) {
      self.date = date
      self.name = name
      self.state = state
    }
  }

  /// What one revision did to the one before it; the first one has added all that it lists.
  package struct Step: Sendable {
    package var date: CalendarDate
    package var name: String
    package var moves: [ReviewedMove]
  }

  /// A platform's dated places: what the `moves` of its file in a registry would hold.
  package struct Track: Hashable, Sendable {
    /// The name that it has in the last revision that lists it.
    package var platform: String
    /// Oldest first.
    package var places: [DatedPlace]
  }

  package struct DatedPlace: Hashable, Sendable {
    package var date: CalendarDate
    /// The revision that brought it there.
    package var revision: String
    /// The id of a tier or an unsupported list; nil where it is listed no more.
    package var place: String?
    /// What the last revision with this place said of it, as plain text.
    package var note: String
    package var contacts: [String]
  }

  package let steps: [Step]
  /// In the order in which the platforms first appear.
  package let tracks: [Track]

  /// - Parameter revisions: oldest first.
  package init(_ revisions: [Revision]) {
    steps = []
    tracks = []
  }
}
