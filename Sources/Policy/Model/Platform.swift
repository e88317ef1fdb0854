import Diagnostics

/// One platform: what it is, who answers for it, how it is tested and shipped, and where it has stood.
package struct Platform: Hashable, Sendable {
  /// The name of its file without the ending: `windows-x86`.
  package var id: String
  /// As the policy's tables write it: `Windows x86`.
  package var name: String
  package var target: Target
  /// What the policy says of it at present. CommonMark inlines; empty when there is nothing to say.
  package var notes: String
  /// What the columns of the policy's tables say of it at present that have no field here, by their titles. CommonMark
  /// inlines.
  package var columns: [String: String]
  package var contacts: [Contact]
  package var ci: [CIJob]
  package var wheels: Wheels
  package var demand: Demand
  package var prerequisites: Prerequisites
  package var notices: [Notice]
  /// Oldest first. Nothing else says where the platform stands.
  package var moves: [Move]
  /// What nobody has looked up yet: that `ci` or `wheels` are empty then says nothing.
  package var unknownParts: Set<Part>

  /// A part that may be unknown as a whole.
  package enum Part: String, CaseIterable, Sendable {
    case ci
    case wheels
  }

  package init(
    id: String, name: String, target: Target = Target(), notes: String = "", columns: [String: String] = [:],
    contacts: [Contact] = [], ci: [CIJob] = [], wheels: Wheels = Wheels(), demand: Demand = Demand(),
    prerequisites: Prerequisites = Prerequisites(), notices: [Notice] = [], moves: [Move] = [],
    unknownParts: Set<Part> = []
  ) {
    self.id = id
    self.name = name
    self.target = target
    self.notes = notes
    self.columns = columns
    self.contacts = contacts
    self.ci = ci
    self.wheels = wheels
    self.demand = demand
    self.prerequisites = prerequisites
    self.notices = notices
    self.moves = moves
    self.unknownParts = unknownParts
  }

  package func isUnknown(_ part: Part) -> Bool { unknownParts.contains(part) }
}

extension Platform {
  /// The last move that was made by the end of a day; by now when nil.
  package func move(at date: CalendarDate? = nil) -> Move? {
    guard let date else { return moves.last }
    return moves.last { $0.date <= date }
  }

  /// The last move that applies to a release, as known on a day; as known now when nil.
  ///
  /// A tier holds for each release line: a move that starts with 2.6.0 leaves 2.5.5 where it was, whenever that is made.
  package func move(forRelease release: ReleaseVersion, at date: CalendarDate? = nil) -> Move? {
    moves.last { move in
      (date.map { move.date <= $0 } ?? true) && (move.release.map { release.isCovered(by: $0) } ?? true)
    }
  }

  /// The last move that applies to a release that was made on a day: one with a release by that, one without by its
  /// date. Where the day is not known, every one without counts as made before.
  package func move(forRelease release: ReleaseVersion, madeOn day: CalendarDate?) -> Move? {
    moves.last { move in
      if let first = move.release { return release.isCovered(by: first) }
      return day.map { move.date <= $0 } ?? true
    }
  }

  /// The platform as it was while a move was the last one: with the contacts of that time and the notices of then.
  /// Wheels and demand have no history, and stay as they are recorded now.
  package func recorded(after move: Move, at date: CalendarDate?) -> Platform {
    var platform = self
    platform.notes = notes(after: move)
    platform.columns = columns(after: move)
    platform.contacts = contacts(after: move)
    if let date { platform.notices.removeAll { $0.since > date } }
    return platform
  }

  /// What the policy said of it while a move was the last one.
  package func notes(after move: Move) -> String { move.notes ?? notes }

  /// What further columns of the tables said of it while a move was the last one.
  package func columns(after move: Move) -> [String: String] { columns.replaced(by: move.columns) }

  /// Its contacts while a move was the last one.
  package func contacts(after move: Move) -> [Contact] { move.contacts ?? contacts }
}
