import Checks
import Diagnostics
import Evidence
import Policy
import Rendering

/// The page of all releases: which platforms each has wheels for, by what was promised for it.
struct ReleasesPage {
  private let history: ReleaseHistory
  private let site: RegistryPages

  init(of history: ReleaseHistory, on site: RegistryPages) {
    self.history = history
    self.site = site
  }

  var page: Page {
    Page(
      path: RegistryPages.releases, title: "Releases", lead: [.paragraph(introduction)],
      sections: [legend, matrix])
  }

  private var introduction: PageText {
    let count = history.rows.count
    return "The wheels of \(count) release\(count == 1 ? "" : "s"), newest first. What was promised of each is by the "
      + "tiers that were in force for it; before a platform's first move nothing was."
  }

  private var legend: PageSection {
    PageSection(
      "legend", "What the cells say",
      [
        .list([
          .label("6/6", .met) + ": wheels for so many of the release's Pythons, as promised",
          .label("6/6 gap", .partial)
            + ": the same, with a hole: a Python without a wheel, or with one for newer systems only",
          .label("missing", .unmet) + ": no wheels, although they were promised",
          .label("7 forbidden", .unmet) + ": so many wheels, although it was promised that there are none",
          "(7): so many wheels, and nothing was promised",
          .label("–", .blank) + ": no wheels, and none were promised",
        ])
      ])
  }

  /// Where a platform that stands somewhere has its column, and behind these the others.
  private var columns: [Int] {
    let order = Dictionary(keepingFirst: zip(site.reports.map { $0.platform.id }, 0...))
    return history.shownColumns.sorted { left, right in
      let ranks = [left, right].map { order[history.platforms[$0].id] ?? .max }
      return ranks[0] != ranks[1] ? ranks[0] < ranks[1] : left < right
    }
  }

  private var matrix: PageSection {
    let columns = columns
    guard !columns.isEmpty else {
      return PageSection("releases", "Wheels", [.paragraph("No release has wheels of any platform.")])
    }
    let rows = history.rows.map { row in [title(of: row.release)] + columns.map { row.cells[$0].label } }
    let table = PageTable(
      "Wheels of each release and platform", .longMatrix,
      columns: ["Release"] + columns.map { site.name(of: history.platforms[$0]) }, rows: rows)
    return PageSection("releases", "Wheels", [.table(table)])
  }

  private func title(of release: IndexRelease) -> PageText {
    let day = release.date.map { " " + PageText.day($0.description) } ?? PageText()
    return PageText(release.version.description + (release.isYanked ? " (yanked)" : "")) + day
  }
}

extension ReleaseHistory.Cell {
  fileprivate var label: PageText {
    switch state {
    case .none: .label("–", .blank)
    case .unpromised: PageText(words)
    case .complete: .label(words, .met)
    case .gap: .label(words, .partial)
    case .missing, .forbidden: .label(words, .unmet)
    }
  }
}
