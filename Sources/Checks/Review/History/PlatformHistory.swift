import Diagnostics
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
  /// The tracks' indices, by where the last revision lists their platforms.
  private let known: [SourceRange: Int]

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
    known = Dictionary(keepingFirst: tracker.known.map { ($0.key.range, $0.value) })
  }

  /// The track of the platform that a row of the last revision lists; nil for a row of another document.
  package func track(of row: LocatedRow) -> Track? {
    known[row.platform.range].map { tracks[$0] }.flatMap { $0.platform == row.platform.text ? $0 : nil }
  }
}

/// Follows each platform from revision to revision.
private struct PlatformTracker {
  private(set) var tracks: [PlatformHistory.Track] = []
  /// The tracks of the platforms by where the last revision lists them.
  private(set) var known: [Location: Int] = [:]
  /// Where the platforms were listed last that are listed no more, and their tracks.
  private var gone: [(listing: Listing, track: Int)] = []

  mutating func follow(_ changes: [PlatformChange], to revision: PlatformHistory.Revision) {
    let returned = tracksOfReturned(changes)
    var next: [Location: Int] = [:]
    for (number, change) in changes.enumerated() {
      guard let main = change.main else { continue }
      let former = change.parts.compactMap { $0.base.flatMap { known[$0.location] } }.first
      let index = former ?? returned[number] ?? tracks.count
      if index == tracks.count { tracks.append(PlatformHistory.Track(platform: main.name, places: [])) }
      for part in change.parts {
        for listing in [part.head].compactMap({ $0 }) + part.lingering { next[listing.location] = index }
      }
      if main.head == nil, let base = main.base { gone.append((base, index)) }
      record(main, in: index, revision)
    }
    known = next
  }

  /// For the numbers of the changes that list what was gone before, the tracks of these platforms.
  private mutating func tracksOfReturned(_ changes: [PlatformChange]) -> [Int: Int] {
    let new = changes.enumerated().compactMap { number, change in
      change.main.flatMap { $0.base == nil ? $0.head : nil }.map { (number, $0) }
    }
    guard !gone.isEmpty, !new.isEmpty else { return [:] }
    let matching = Matching(from: gone.map { $0.listing }, to: new.map { $0.1 })
    let tracks = Dictionary(keepingFirst: matching.pairs.map { (new[$0.to].0, gone[$0.from].track) })
    let taken = Set(matching.pairs.map { $0.from })
    gone = gone.indices.filter { !taken.contains($0) }.map { gone[$0] }
    return tracks
  }

  private mutating func record(
    _ change: ListingChange, in index: Int, _ revision: PlatformHistory.Revision
  ) {
    var track = tracks[index]
    track.platform = change.name
    if track.places.last?.place != change.to?.id || track.places.isEmpty {
      track.places.append(
        PlatformHistory.DatedPlace(
          date: revision.date, revision: revision.name, place: change.to?.id, note: "", contacts: []))
    }
    if let head = change.head, let last = track.places.indices.last {
      track.places[last].note = head.note
      track.places[last].contacts = head.contacts ?? []
    }
    tracks[index] = track
  }
}
