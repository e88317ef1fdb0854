import Diagnostics
package import Policy

/// Which column of a table is which of a listing's.
package struct TableColumns: Sendable {
  /// What a title in the table's head is to the policy.
  package enum Meaning: Hashable, Sendable {
    case own(Column)
    /// Not the listing's title, but in the place of this column or close to its title.
    case meant(Column)
    /// No column of the listing's.
    case unknown
  }

  package struct Title: Sendable {
    package var text: LocatedText
    /// The index, from 0, of the column.
    package var column: Int
    package var meaning: Meaning
  }

  /// The head's cells from left to right, empty ones included; none for a table without a head.
  package private(set) var titles: [Title] = []
  /// The row after the head, or after a first row that has the titles without being marked as head.
  package private(set) var firstEntry: Int
  /// The columns that the policy demands and the table lacks; all of them where it has no head.
  package private(set) var missing: [Column] = []
  /// Whether the first row has the listing's titles, and is not marked as head.
  package private(set) var hasUnmarkedHead = false
  private var places: [(column: Column, index: Int)] = []
  /// The indices of the columns with each role, from left to right.
  private var indicesByRole: [ColumnRole: [Int]] = [:]
  private let rowFilterIndex: Int?

  package init(_ table: Table, of listing: TierSection) {
    firstEntry = table.headRowCount
    var cells = Self.titleCells(of: table, rows: table.headRowCount)
    if cells.isEmpty {
      let first = Self.titleCells(of: table, rows: 1)
      hasUnmarkedHead = listing.hasTitle(amongst: first)
      if hasUnmarkedHead {
        cells = first
        firstEntry = 1
      }
    }
    rowFilterIndex = listing.rowFilter.flatMap { filter in
      cells.first { $0.text.folded == filter.column.folded }?.column
    }
    titles = cells.map { Title(text: LocatedText($0.text, at: $0.range), column: $0.column, meaning: .unknown) }
    matchTitles(listing)
    matchPositions(listing, columnCount: table.columnCount)
    missing = listing.columns.filter { column in
      column.isRequired && (table.headRowCount == 0 || index(of: column) == nil)
    }
    indicesByRole = Dictionary(grouping: places.filter { $0.index != rowFilterIndex }, by: { $0.column.role })
      .mapValues { $0.map { $0.index }.sorted() }
  }

  /// Whether a title is one of the listing's, letter for letter.
  var hasOwnTitle: Bool {
    titles.contains { if case .own = $0.meaning { true } else { false } }
  }

  /// The index of the column with this role; the first of several.
  package func index(of role: ColumnRole) -> Int? {
    places.first { $0.column.role == role }?.index
  }

  /// The indices of all columns with this role, from left to right; which tier a row is in is no role.
  package func indices(of role: ColumnRole) -> [Int] {
    indicesByRole[role] ?? []
  }

  /// A column that no field of a row is for.
  struct Further {
    var title: String
    var role: ColumnRole
    var index: Int
  }

  /// The columns with a title, from left to right, but for those of notes and contacts, the one that tells tiers apart
  /// and, where it is the only one, that of names.
  ///
  /// - Parameter contacts: the index of the contacts' column.
  func further(besides contacts: Int?) -> [Further] {
    var known: Set = [index(of: .notes), contacts, rowFilterIndex]
    if indices(of: .platform).count == 1 { known.insert(index(of: .platform)) }
    let own = places.map { place in
      // What a title is taken for by its place may be something else: the table's word counts.
      let written = titles.first { $0.column == place.index }?.text.text ?? ""
      let isTaken = place.column.role.isFurther && !written.isEmpty && !place.column.isNearlyTitled(written.folded)
      return isTaken
        ? Further(title: written, role: .other, index: place.index)
        : Further(title: place.column.title, role: place.column.role, index: place.index)
    }
    let others = titles.filter { title in title.meaning == .unknown && !title.text.text.isEmpty }
      .map { Further(title: $0.text.text, role: .other, index: $0.column) }
    return (own + others).filter { !known.contains($0.index) }.sorted { $0.index < $1.index }
  }

  /// The index of the column that `TierSection.rowFilter` names.
  package var rowFilterColumn: Int? { rowFilterIndex }

  private func index(of column: Column) -> Int? {
    places.first { $0.column == column }?.index
  }

  private mutating func matchTitles(_ listing: TierSection) {
    for index in titles.indices {
      let text = titles[index].text.text
      if let column = listing.columns.first(where: { $0.isTitled(text) }), self.index(of: column) == nil {
        take(column, at: index, as: .own(column))
      } else if titles[index].column == rowFilterIndex {
        let column = Column(text, role: .other, isRequired: false)
        take(column, at: index, as: .own(column))
      }
    }
    for index in titles.indices where titles[index].meaning == .unknown {
      let open = listing.columns.filter { self.index(of: $0) == nil }
      let text = titles[index].text.text.folded
      if let column = open.first(where: { $0.isNearlyTitled(text) }) { take(column, at: index, as: .meant(column)) }
    }
  }

  /// Takes what no title tells by its place: the platforms' column, and, in a table with as many columns as the listing,
  /// every other.
  private mutating func matchPositions(_ listing: TierSection, columnCount: Int) {
    let first = listing.columns.first { $0.role == .platform }
    for (position, column) in listing.columns.enumerated() where index(of: column) == nil {
      guard column == first || titles.isEmpty || columnCount == listing.columns.count,
        position < columnCount, !places.contains(where: { $0.index == position })
      else { continue }
      if let title = titles.firstIndex(where: { $0.column == position }) {
        take(column, at: title, as: .meant(column))
      } else if titles.isEmpty {
        places.append((column, position))
      }
    }
  }

  private mutating func take(_ column: Column, at title: Int, as meaning: Meaning) {
    titles[title].meaning = meaning
    places.append((column, titles[title].column))
  }

  /// The lowest cell with a text over each column: a head of several rows groups columns in its upper ones.
  private static func titleCells(of table: Table, rows: Int) -> [TableCell] {
    var cells: [Int: TableCell] = [:]
    for row in table.meantRows.prefix(rows) {
      for cell in row where !cell.text.isEmpty || cells[cell.column] == nil { cells[cell.column] = cell }
    }
    return cells.values.sorted { $0.column < $1.column }
  }
}

extension TierSection {
  fileprivate func hasTitle(amongst cells: [TableCell]) -> Bool {
    cells.contains { cell in columns.contains { $0.isTitled(cell.text) } }
  }
}

extension Column {
  /// Whether a text is one of its titles, without case and with white space collapsed.
  package func isTitled(_ text: String) -> Bool {
    let text = text.folded
    return !text.isEmpty && ([title] + otherTitles).contains { $0.folded == text }
  }

  fileprivate func isNearlyTitled(_ folded: String) -> Bool {
    guard !folded.isEmpty else { return false }
    return ([title] + otherTitles).contains { title in
      NearestName.distance(title.folded, folded, limit: title.utf8.count < 6 ? 1 : 2) != nil
    }
  }
}
