import Checks
import Diagnostics
import Documents
import Policy
import Rendering

/// The rows and items that a registry wants in a document's tables and lists.
struct WantedTables {
  /// A table or list of the document, by its index there.
  enum Container: Hashable {
    case table(Int)
    case list(Int)
  }

  struct Refusal: Error {
    var reason: UnwritableTable.Reason
    var range: SourceRange
  }

  /// In document order.
  private(set) var containers: [Container] = []
  var placesShown: [Container: [Place]] = [:]
  /// Of a place's several tables or lists each keeps its rows, and the last takes what is new.
  private var last: [String: Container] = [:]
  let document: PolicyDocument
  let file: SourceFile
  let entries: ListedEntries
  var arrivals: [Container: [Arrival]] = [:]
  /// Where rows begin that name no platform.
  private let unnamed: Set<SourcePosition>
  let contents: EntryContents
  private let policy: Policy
  private let listings: [LocatedListing]
  private let regions: [Region]

  init(
    _ located: LocatedPolicy, of document: PolicyDocument, in file: SourceFile, besides regions: [Region],
    _ tables: RegistryTables
  ) {
    self.document = document
    self.file = file
    self.regions = regions
    policy = tables.registry.policy
    listings = located.listings
    entries = ListedEntries(located, of: document, in: file, besides: regions, tables)
    contents = EntryContents(tables, DocumentElements(of: document, in: file))
    unnamed = Set(located.rows.lazy.filter { $0.platform.text.isEmpty }.map { $0.range.start })
    for listing in located.listings {
      let found: [Container] =
        switch listing.form {
        case .tables(let indices): indices.map { .table($0) }
        case .lists(let indices): indices.map { .list($0) }
        case .missing: []
        }
      for container in found where !regions.contains(line(of: container)) {
        if placesShown[container] == nil { containers.append(container) }
        placesShown[container, default: []].append(listing.place)
        last[listing.place.id] = container
      }
    }
    let found = containers
    containers = found.sorted { line(of: $0) < line(of: $1) }
    arrivals = allArrivals()
  }

  /// Where a table or list has to be mended first; nil where all are whole.
  func fault(_ broken: BrokenTables) -> SourceRange? {
    for container in containers {
      let fault =
        switch container {
        case .table(let index): broken.fault(ofTable: index, showing: placesShown[container] ?? [])
        case .list(let index): broken.fault(ofList: index)
        }
      if let fault { return fault }
    }
    return nil
  }

  private func line(of container: Container) -> Int {
    switch container {
    case .table(let index): document.tables[index].range.start.line
    case .list(let index): document.lists[index].range.start.line
    }
  }

  // MARK: Who stands where

  /// The places with platforms that no table or list of the document takes; nothing for a document about something else.
  var missing: [Refusal] {
    guard !listings.isEmpty else { return [] }
    return policy.places.compactMap { place in
      let count = contents.tables.standings(in: place).count
      guard count > 0, last[place.id] == nil, !regions.contains(where: { $0.id == place.id }) else { return nil }
      let heading = listings.first { $0.place.id == place.id }?.heading ?? document.title ?? listings.first?.heading
      return Refusal(reason: .noTable(place: place.name, count: count), range: heading?.titleRange ?? .fileStart)
    }
  }

  /// Whether an entry stays in the table or list that it is in.
  func stays(_ entry: ListedEntry, in container: Container) -> Bool {
    guard let standing = entry.standing else { return false }
    let isShown = placesShown[container, default: []].contains { $0.id == standing.move.to }
    // What the document has no other table for stays as it is, and is reported.
    return isShown || last[standing.move.to] == nil && !regions.contains { $0.id == standing.move.to }
  }

  typealias Arrival = (standing: RegistryTables.Standing, entry: ListedEntry?)

  /// What comes to each table or list: from others of the document and what is in none, in the registry's order.
  private func allArrivals() -> [Container: [Arrival]] {
    var arrivals: [Arrival] = []
    for entry in entries.all {
      guard let standing = entry.standing, !stays(entry, in: Container(entry.location)) else { continue }
      arrivals.append((standing, entry))
    }
    arrivals += entries.unlisted.map { (standing: $0, entry: nil) }
    var found: [Container: [Arrival]] = [:]
    for arrival in contents.tables.sorted(arrivals, by: { $0.standing }) {
      if let container = last[arrival.standing.move.to] { found[container, default: []].append(arrival) }
    }
    return found
  }

  // MARK: Tables

  /// The rows below a table's head, and the column of the names.
  func rows(ofTable index: Int) throws(Refusal) -> (rows: [WantedRow], key: Int) {
    let table = document.tables[index]
    let places = placesShown[.table(index)] ?? []
    guard let place = places.first else { return ([], 0) }
    let use = ColumnUse(table, of: place, policy)
    var rows = OrderedEntries<WantedRow>()
    for number in table.headRowCount..<max(table.headRowCount, table.meantRows.count) {
      let source = RowSource(table: index, row: number)
      let whole = WantedRow(source: source, cells: (0..<table.columnCount).map { WantedCell(column: $0) })
      guard let entry = entries[.row(source)] else {
        let start = table.meantRows[number].first?.range.start
        if number < use.firstEntry || !(start.map(unnamed.contains) ?? false) {
          rows.append(whole, nil)
        } else if table.meantRows[number].contains(where: { !$0.text.isEmpty }) {
          throw Refusal(reason: .unnamedRow, range: table.meantRows[number].first?.range ?? table.range)
        }
        continue
      }
      guard let standing = entry.standing else { continue }
      guard stays(entry, in: .table(index)) else {
        // A region is written by the registry alone.
        if last[standing.move.to] == nil { try checkLoss(of: entry, source, standing, besides: []) }
        continue
      }
      let isShown = places.contains { $0.id == standing.move.to }
      // A variant stands below the platform's first row, and needs its name where that has gone.
      let isNamed = entry.row.isVariant && rows.last?.platform.name.folded != standing.platform.name.folded
      let row = contents.row(staying: entry, standing, source, use, policy, isNamed: isNamed)
      rows.append(isShown || isNamed ? row : whole, standing)
    }
    for (standing, entry) in arrivals[.table(index)] ?? [] {
      rows.add(try arriving(standing, entry, in: table, policy), standing)
    }
    return (rows.elements, use.names.first ?? 0)
  }

  private func arriving(
    _ standing: RegistryTables.Standing, _ entry: ListedEntry?, in table: Table, _ policy: Policy
  ) throws(Refusal) -> WantedRow {
    guard let place = policy.place(standing.move.to) else { return WantedRow(source: nil, cells: []) }
    let use = ColumnUse(table, of: place, policy)
    guard let entry, case .row(let source) = entry.location else {
      if let entry { try checkLoss(ofItem: entry) }
      return contents.row(new: standing, entry, use, place)
    }
    let old = document.tables[source.table]
    let oldUse = ColumnUse(old, of: entry.row.place, policy)
    let row = contents.row(moving: entry, standing, source, from: oldUse, to: use, place)
    try checkLoss(of: entry, source, standing, besides: Set(row.cells.compactMap { $0.column }))
    return row
  }

  /// What stands in columns that neither the platform's new table nor the registry has would be lost.
  func checkLoss(
    of entry: ListedEntry, _ source: RowSource, _ standing: RegistryTables.Standing, besides taken: Set<Int>
  ) throws(Refusal) {
    let table = document.tables[source.table]
    let uses = ColumnUse(table, of: entry.row.place, policy).uses
    for cell in table.meantRows[source.row] where !taken.contains(cell.column) && !cell.text.isEmpty {
      guard uses.indices.contains(cell.column), case .other(let title) = uses[cell.column],
        contents.tables.cell(of: standing, titled: title) == nil
      else { continue }
      throw Refusal(
        reason: .lostCell(
          title: self.title(of: cell.column, in: table) ?? title, platform: entry.row.platform.text,
          place: policy.place(standing.move.to)?.name ?? standing.move.to),
        range: cell.range)
    }
  }

  /// What an item of a list has below its first paragraph, no row has room for.
  func checkLoss(ofItem entry: ListedEntry) throws(Refusal) {
    guard case .item(let index, let number) = entry.location else { return }
    let list = document.lists[index]
    let next = number + 1 < list.items.count ? list.items[number + 1].range.start : list.range.end
    let last = min(next.column == 1 || number + 1 < list.items.count ? next.line - 1 : next.line, file.lineCount)
    let text = list.items[number].range
    let isFollowed = (text.end.line..<max(text.end.line, last)).contains { line in
      !file.line(line + 1).allSatisfy { " \t\r>".utf8.contains($0) }
    }
    if isFollowed { throw Refusal(reason: .obstacle(.severalLines), range: text) }
  }

  private func title(of column: Int, in table: Table) -> String? {
    table.head.last.flatMap { $0.first { $0.column == column }?.text }
  }
}

extension WantedTables.Refusal {
  init(_ obstacle: RewriteObstacle) {
    self.init(reason: .obstacle(obstacle.kind), range: obstacle.range)
  }
}

extension WantedTables.Container {
  init(_ location: ListedEntry.Location) {
    switch location {
    case .row(let source): self = .table(source.table)
    case .item(let list, _): self = .list(list)
    }
  }
}

/// The rows or items of a table or list, with the tiers or lists whose platforms they are.
struct OrderedEntries<Element> {
  private var standing: [Element] = []
  private var places: [String?] = []
  /// What the last of them lists.
  private(set) var last: RegistryTables.Standing?
  var arrivals: [(element: Element, place: String)] = []

  mutating func append(_ element: Element, _ standing: RegistryTables.Standing?) {
    self.standing.append(element)
    places.append(standing?.move.to)
    last = standing
  }

  mutating func add(_ element: Element, _ standing: RegistryTables.Standing) {
    arrivals.append((element, standing.move.to))
  }

  /// What is new follows what is of the same tier.
  var elements: [Element] {
    var last: [String: Int] = [:]
    for (index, place) in places.enumerated() { if let place { last[place] = index } }
    let end = last.values.max() ?? standing.count - 1
    var following: [Int: [Element]] = [:]
    for (element, place) in arrivals { following[last[place] ?? end, default: []].append(element) }
    var elements = following[-1] ?? []
    for (index, element) in standing.enumerated() {
      elements.append(element)
      elements += following[index] ?? []
    }
    return elements
  }
}
