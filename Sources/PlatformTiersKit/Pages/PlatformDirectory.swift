import Checks
import Evidence
import Policy
import Rendering

/// The index's table of all platforms, by place.
struct PlatformDirectory {
  /// A system has a button of its own from so many platforms on.
  private static let commonSystem = 2
  /// Beside those for the other systems and for what lies ahead.
  private static let systemLimit = 6

  let facts: [PlatformFacts]
  private let site: RegistryPages

  init(_ site: RegistryPages) {
    self.site = site
    facts = site.reports.map { PlatformFacts($0, of: site) }
  }

  /// The Pythons that the release has wheels for.
  var pythons: [PythonTag] {
    let all = facts.reduce(into: Set<PythonTag>()) { pythons, facts in
      pythons.formUnion(facts.report.audit?.coverage?.expected ?? [])
    }
    return all.filter { python in facts.contains { !$0.mark(for: python).isEmpty } }.sorted(
      by: PythonTag.isListedBefore)
  }

  /// What an installer is asked for.
  var command: String {
    site.audit?.audit.evidence.index?.project.map { "pip install \($0)" } ?? "Wheels"
  }

  private typealias Column = (column: PageDirectory.Column, cell: (PlatformFacts) -> PageText)

  /// None for a policy that has no word about wheels, where there is no listing either.
  private var wheelColumns: [Column] {
    guard facts.contains(where: { $0.install != .unstated }) else { return [] }
    let install: Column = (PageDirectory.Column(PageText(command), group: command), \.installText)
    let pythons = pythons.map { python -> Column in
      (PageDirectory.Column(PageText(python.name), .mark, group: "Python"), { $0.mark(for: python) })
    }
    guard site.audit?.releaseTitle != nil else { return [install] }
    return [install] + pythons + [
      (PageDirectory.Column("Needs", .short, group: command), \.needs),
      (PageDirectory.Column("Wheels since", .short, group: command), \.wheelsSince),
    ]
  }

  private var columns: [Column] {
    let policy = site.registry.policy
    var columns: [Column] = wheelColumns
    for title in site.registry.furtherTitles(of: site.reports.map(\.platform.columns)) {
      columns.append(
        (
          PageDirectory.Column(PageText(title), group: "Further"),
          { PageText(CellContent(markdown: $0.report.platform.columns[title] ?? "")) }
        ))
    }
    columns += [
      (
        PageDirectory.Column(policy.unsupportedLists.isEmpty ? "In the tier since" : "Here since", group: "Ahead"),
        \.since
      ),
      (PageDirectory.Column("Who answers", group: "Who answers"), \.contacts),
      (PageDirectory.Column("Ahead", group: "Ahead"), { $0.ahead.joined(separator: " ") }),
    ]
    return columns
  }

  /// The table, and the titles of the columns that would say nothing.
  var directory: (table: PageDirectory, silent: [PageText]) {
    let filters = filters
    let all = columns
    let cells = facts.map { facts in all.map { $0.cell(facts) } }
    let shown = all.indices.filter { column in cells.contains { !$0[column].saysNothing } }
    let silent = all.indices.filter { !shown.contains($0) && all[$0].column.kind == .text }.map { all[$0].column.title }
    let rows = Dictionary(
      zip(facts, cells).map { facts, cells in
        (facts.report.platform.id, row(facts, shown.map { cells[$0] }, filters))
      }, uniquingKeysWith: { first, _ in first })
    let groups = site.registry.policy.places.compactMap { place -> PageDirectory.Group? in
      let rows = site.reports(in: place).compactMap { rows[$0.platform.id] }
      return rows.isEmpty ? nil : group(place, rows)
    }
    let table = PageDirectory(
      caption, head: "Platform", columns: shown.map { all[$0].column },
      filters: filters.map { PageDirectory.Filter($0.title, number: $0.number) }, groups: groups)
    return (table, silent)
  }

  private var caption: PageText {
    PageText("Platforms by tier" + (site.audit?.releaseTitle.map { ", with the wheels of \($0)" } ?? ""))
  }

  private func group(_ place: Place, _ rows: [PageDirectory.Row]) -> PageDirectory.Group {
    let duties = place.tier?.duties
    let sentence = [duties?.wheels.because, duties?.blocking.because].compactMap { $0 }.first { !$0.isEmpty }
    return PageDirectory.Group(
      "in-\(site.path(of: place).name)", .label(place.title, site.tone(of: place), page: site.path(of: place)),
      PageText(sentence?.sentence ?? ""), rows: rows)
  }

  private func row(_ facts: PlatformFacts, _ cells: [PageText], _ filters: [Filter]) -> PageDirectory.Row {
    let platform = facts.report.platform
    return PageDirectory.Row(
      "platform-\(site.path(of: platform).name)", filters: filters.filter { $0.holds(facts) }.map(\.number),
      name: site.link(to: platform), note: site.isNamedByNote(platform) ? "" : note(of: platform), cells: cells)
  }

  private func note(of platform: Platform) -> PageText { PageText(CellContent(markdown: platform.notes)) }

  // MARK: Filters

  private struct Filter {
    var title: String
    var number: Int
    var holds: (PlatformFacts) -> Bool
  }

  private var filters: [Filter] {
    let systems = systems
    func isOn(_ system: String) -> (PlatformFacts) -> Bool {
      { facts in [system, "any"].contains(Self.system(of: facts)) }
    }
    var choices = systems.map { (Self.title(of: $0), isOn($0)) }
    let others = { (facts: PlatformFacts) in !systems.contains(Self.system(of: facts) ?? "") }
    if !systems.isEmpty, facts.contains(where: others) { choices.append(("Others", others)) }
    let isAhead = { (facts: PlatformFacts) in !facts.ahead.isEmpty }
    if facts.contains(where: isAhead) { choices.append(("Something ahead", isAhead)) }
    return zip(choices, 1...).map { Filter(title: $0.0, number: $1, holds: $0.1) }
  }

  /// The systems that have a button each, the most common first.
  private var systems: [String] {
    let counts = Dictionary(grouping: facts.compactMap(Self.system).filter { $0 != "any" }) { $0 }
      .mapValues(\.count).filter { $0.value >= Self.commonSystem }
    let ordered = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    return ordered.prefix(Self.systemLimit).map(\.key)
  }

  /// What the registry says, else what the name says: most names of targets have the system in them.
  private static func system(of facts: PlatformFacts) -> String? {
    let platform = facts.report.platform
    if let system = platform.target.os.value { return system }
    let words = platform.name.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.compactMap { word in
      systemWords.first(where: { word.hasPrefix($0.word) })?.system
    }.first
  }

  private static let systemWords: [(word: String, system: String)] = [
    ("linux", "linux"), ("darwin", "macos"), ("macos", "macos"), ("windows", "windows"),
    ("freebsd", "freebsd"), ("netbsd", "netbsd"), ("openbsd", "openbsd"), ("android", "android"), ("ios", "ios"),
  ]

  private static func title(of system: String) -> String {
    switch system {
    case "macos": "macOS"
    case "ios": "iOS"
    case "freebsd", "openbsd", "netbsd": system.prefix(1).uppercased() + system.dropFirst().dropLast(3) + "BSD"
    default: system.prefix(1).uppercased() + system.dropFirst()
    }
  }
}
