import Checks
import Diagnostics
import Documents
import Policy

/// The moves of a document's platforms as git dates them: those that `history --format yaml` prints.
struct HistoricalMoves {
  /// What stands for the commit of what is not committed.
  private static let workTree = ""

  private let document: DocumentHistory
  private let today: CalendarDate
  private let fileName: String

  /// - Parameters:
  ///   - current: the document as it is on disk, a revision of today where the last commit has it otherwise. A
  ///     platform stands where this lists it, whatever the last commit says.
  ///   - format: of all revisions; nil: by their names' endings.
  /// - Throws: without git, a repository, or a commit that has the file.
  init(
    of current: LocatedDocument, format: DocumentFormat?, policy: Policy, today: CalendarDate
  ) throws(RunFailure) {
    let revision = PlatformHistory.Revision(
      date: today, name: Self.workTree, state: PolicyState(documents: [current], policy: policy))
    document = try HistoryRun.history(of: current.file.path, policy: policy, format: format, endingWith: revision)
    fileName = FilePaths.name(of: current.file.path)
    self.today = today
  }

  /// What a person has to know of the dates.
  var remarks: [String] {
    let shallow = document.isShallow ? [HistoryRun.shallowNote] : []
    let uncommitted = document.history.tracks.filter { track in
      track.places.last.map { $0.place != nil && $0.revision == Self.workTree } ?? false
    }
    guard !uncommitted.isEmpty else { return shallow }
    let names = uncommitted.map { "'\($0.platform)'" }.joined(separator: ", ")
    return shallow + [
      "the last commit of '\(fileName)' has \(names) elsewhere or not at all; what is on disk counts, and the move is "
        + "dated \(today)"
    ]
  }

  /// - Returns: oldest first; the last one leads to where the row stands.
  func moves(_ row: LocatedRow) -> [Move] {
    let places = document.history.track(of: row)?.places ?? []
    // A platform that stands twice has one track: the other row's moves are none of this one's.
    guard let last = places.lastIndex(where: { $0.place == row.place.id }) else {
      return [Move(date: lastDay, to: row.place.id, remark: "imported from \(fileName); git does not tell since when")]
    }
    var moves: [Move] = []
    for place in places[...last] {
      // What is listed no more has no place; what comes back to the same one has not moved.
      guard let id = place.place, id != moves.last?.to else { continue }
      moves.append(move(to: id, place, after: moves.last))
    }
    return moves
  }

  /// The day of the last commit.
  private var lastDay: CalendarDate {
    min(document.history.steps.last { $0.name != Self.workTree }?.date ?? today, today)
  }

  private func move(to id: String, _ place: PlatformHistory.DatedPlace, after earlier: Move?) -> Move {
    let revision = document.revisions[place.revision]
    // Clocks of committers go wrong; a registry's moves are in order, and its last one holds today.
    let known = min(place.date, today)
    let date = max(known, earlier?.date ?? known)
    if let number = revision?.pullRequest { return Move(date: date, to: id, pullRequests: [.number(number)]) }
    let commit = revision.map { "commit \($0.commit.prefix(10))" }
    return Move(date: date, to: id, remark: commit ?? "imported from \(fileName) before it was committed")
  }
}
