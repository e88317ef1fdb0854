import Checks
import Evidence
import Policy
import Rendering

/// The wheels of one platform in all releases, in a few words.
struct PlatformReleases {
  private let hasPage: Bool
  private let cells: [(release: IndexRelease, cell: ReleaseHistory.Cell)]

  /// Nil for a platform that the history does not have.
  ///
  /// - Parameter hasPage: whether the releases have a page of their own.
  init?(of platform: Platform, in history: ReleaseHistory, hasPage: Bool) {
    self.hasPage = hasPage
    guard let column = history.platforms.firstIndex(where: { $0.id == platform.id }) else { return nil }
    cells = history.rows.map { ($0.release, $0.cells[column]) }
  }

  /// From which to which release there are wheels, and how many releases are not as promised.
  var words: PageText {
    let own = cells.filter { $0.cell.files > 0 }
    let faults = [count(.missing, "missing"), count(.forbidden, "forbidden"), count(.gap, "a gap")].compactMap { $0 }
    guard let newest = own.first, let oldest = own.last else { return faults.joined(separator: "; ") }
    let link = PageText.label(
      "wheels in \(own.count) of \(cells.count)", page: hasPage ? RegistryPages.releases : nil)
    let span =
      own.count == 1 ? Self.title(newest.release) : Self.title(oldest.release) + " to " + Self.title(newest.release)
    return ([link + ", " + span] + faults).joined(separator: "; ")
  }

  private static func title(_ release: IndexRelease) -> PageText {
    PageText(release.version.description) + (release.date.map { " of " + .day($0.description) } ?? PageText())
  }

  private func count(_ state: ReleaseHistory.Cell.State, _ words: String) -> PageText? {
    let found = cells.filter { $0.cell.state == state }
    guard let newest = found.first else { return nil }
    let last = newest.release.version
    return PageText(found.count == 1 ? "\(words) in \(last)" : "\(words) in \(found.count), last in \(last)")
  }
}
