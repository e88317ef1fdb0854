import PlatformEvidence
import PlatformModel
import TableRendering

/// The wheels of one platform in all releases, in a few words.
struct PlatformReleases {
  private let cells: [(release: IndexRelease, cell: ReleaseHistory.Cell)]

  /// Nil for a platform that the history does not have.
  init?(of platform: Platform, in history: ReleaseHistory) {
    guard let column = history.platforms.firstIndex(where: { $0.id == platform.id }) else { return nil }
    cells = history.rows.map { ($0.release, $0.cells[column]) }
  }

  /// From which to which release there are wheels, and which releases are not as promised.
  var words: PageText {
    let own = cells.filter { $0.cell.files > 0 }
    guard let newest = own.first, let oldest = own.last else { return "" }
    let count = "wheels in \(own.count) of \(cells.count)"
    let span =
      own.count == 1 ? Self.title(newest.release) : Self.title(oldest.release) + " to " + Self.title(newest.release)
    let faults: [PageText] = [
      list(.missing, "missing in"), list(.forbidden, "forbidden in"), list(.gap, "a gap in"),
    ].compactMap { $0 }
    return ([PageText("\(count), ") + span] + faults).joined(separator: "; ") + ": "
      + .label(
        "the releases", page: RegistryPages.releases)
  }

  private static func title(_ release: IndexRelease) -> PageText {
    PageText(release.version.description) + (release.date.map { " of " + .day($0.description) } ?? PageText())
  }

  private func list(_ state: ReleaseHistory.Cell.State, _ words: String) -> PageText? {
    let found = cells.filter { $0.cell.state == state }.map(\.release.version.description)
    return found.isEmpty ? nil : PageText("\(words) \(found.joined(separator: ", "))")
  }
}
