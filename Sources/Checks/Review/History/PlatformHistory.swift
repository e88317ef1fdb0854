package import Documents
package import Policy

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

  /// Where a platform has stood since a day.
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
  /// The tracks' indices, by what the platforms are known by in the last revision that lists them.
  private let known: [String: Int]

  /// - Parameter revisions: oldest first.
  package init(_ revisions: [Revision]) {
    var steps: [Step] = []
    var tracker = PlatformTracker()
    var previous = PolicyState(policy: revisions.first?.state.policy ?? .nep57)
    for revision in revisions {
      let comparison = StateComparison(base: previous, head: revision.state)
      let policyMoves = PolicyComparison(base: previous, head: revision.state).moves
      steps.append(Step(date: revision.date, name: revision.name, moves: policyMoves + comparison.moves))
      tracker.follow(comparison.changes, to: revision)
      previous = revision.state
    }
    self.steps = steps
    tracks = tracker.tracks
    known = tracker.known
  }

  /// The track of the platform that a row of the last revision lists; nil for a row of another document.
  package func track(of row: LocatedRow) -> Track? {
    known[knownAs(name: row.platform.text, identity: row.identity)].map { tracks[$0] }
  }
}

/// Follows each platform from revision to revision.
private struct PlatformTracker {
  private(set) var tracks: [PlatformHistory.Track] = []
  /// The tracks of the platforms by what they are known by in the last revision, and of those that are gone.
  private(set) var known: [String: Int] = [:]

  mutating func follow(_ changes: [PlatformChange], to revision: PlatformHistory.Revision) {
    var next = known
    for change in changes {
      guard let told = change.main else { continue }
      let key = told.head?.trackKey ?? told.base?.trackKey ?? ""
      let index = known[told.base?.trackKey ?? key] ?? tracks.count
      if index == tracks.count { tracks.append(PlatformHistory.Track(platform: told.name, places: [])) }
      if let former = told.base?.trackKey, former != key { next[former] = nil }
      next[key] = index
      record(told, in: index, revision)
    }
    known = next
  }

  private mutating func record(_ told: EntryChange, in index: Int, _ revision: PlatformHistory.Revision) {
    var track = tracks[index]
    track.platform = told.name
    if track.places.last?.place != told.to?.id || track.places.isEmpty {
      track.places.append(
        PlatformHistory.DatedPlace(
          date: revision.date, revision: revision.name, place: told.to?.id, note: "", contacts: []))
    }
    if let head = told.head, let last = track.places.indices.last {
      track.places[last].note = head.note
      track.places[last].contacts = head.contacts ?? []
    }
    tracks[index] = track
  }
}

extension Entry {
  fileprivate var trackKey: String { knownAs(name: name, identity: identity) }
}

/// What a platform is known by within one revision.
private func knownAs(name: String, identity: [String]) -> String {
  identity.isEmpty ? name.folded : identity.map(\.folded).joined(separator: "\n")
}
