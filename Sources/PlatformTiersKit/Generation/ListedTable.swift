import Diagnostics
import Documents
import Policy
import Rendering

/// A document's table, with the listings that it shows: several where a column tells them apart.
struct ListedTable {
  let index: Int
  private let table: Table
  private var listings: [LocatedListing]

  init(_ index: Int, of document: PolicyDocument, listing: LocatedListing) {
    self.index = index
    table = document.tables[index]
    listings = [listing]
  }

  mutating func add(_ listing: LocatedListing) { listings.append(listing) }

  func shows(_ place: Place) -> Bool { listings.contains { $0.place.id == place.id } }

  /// The column that names the platform.
  var key: Int { columns(of: listings.first).index(of: .platform) ?? 0 }

  /// The platforms that it lists, as it names them.
  var platforms: Set<String> { Set(listings.flatMap { $0.rows.map(\.platform.text) }) }

  /// The rows below the head that the registry gives it.
  ///
  /// - Parameter isWanted: whether a platform of a place is listed here and not in the place's next table.
  func rows(_ tables: RegistryTables, where isWanted: (String, Place) -> Bool) -> [[CellContent]] {
    let first = columns(of: listings.first)
    var rows = unownedRows(first)
    for listing in listings {
      let columns = columns(of: listing)
      let roles = columns.roles(count: table.columnCount)
      let labels = labels(in: listing)
      for standing in tables.standings(in: listing.place) where isWanted(standing.platform.name, listing.place) {
        let existing =
          labels[Self.key(standing.platform.name, tables.cell(of: standing, .notes)?.text)]
          ?? labels[Self.key(standing.platform.name, nil)]
        rows.append(
          roles.enumerated().map { column, role in
            // A label with a footnote is the platform's, footnote and all.
            if role == .platform, let label = existing?[column]?.text { return CellContent(text: label) }
            if let role, let cell = tables.cell(of: standing, role) { return cell }
            if let filter = listing.place.listing.rowFilter, columns.isTitled(filter.column, at: column) {
              return CellContent(text: existing?[column]?.text ?? filter.text)
            }
            return CellContent(text: existing?[column]?.text ?? "")
          })
      }
    }
    return rows
  }

  private func columns(of listing: LocatedListing?) -> TableColumns {
    TableColumns(table, of: listing?.place.listing ?? TierSection(headings: [], columns: []))
  }

  /// The cells of each row by column, by the platform's label without footnotes, and by that and its notes.
  private func labels(in listing: LocatedListing) -> [[String]: [Int: TableCell]] {
    var byPlace: [Int: [Int: ArraySlice<TableCell>]] = [:]
    for row in table.meantRows {
      for cell in row { byPlace[cell.range.start.line, default: [:]][cell.range.start.column] = row }
    }
    var labels: [[String]: [Int: TableCell]] = [:]
    for row in listing.rows {
      let start = row.platform.range.start
      guard let cells = byPlace[start.line]?[start.column] else { continue }
      let byColumn = Dictionary(cells.map { ($0.column, $0) }) { first, _ in first }
      for key in [Self.key(row.platform.text, nil), Self.key(row.platform.text, row.notes?.text ?? "")] {
        labels[key] = labels[key] ?? byColumn
      }
    }
    return labels
  }

  /// Other policies list a label several times, told apart by its notes.
  private static func key(_ label: String, _ notes: String?) -> [String] { [label] + (notes.map { [$0] } ?? []) }

  /// A first row with the titles that is not marked as head, and the rows of a shared table that no listing claims.
  private func unownedRows(_ columns: TableColumns) -> [[CellContent]] {
    let head = table.meantRows.prefix(columns.firstEntry).dropFirst(table.headRowCount)
    let filters = listings.compactMap(\.place.listing.rowFilter)
    let body = table.meantRows.dropFirst(columns.firstEntry).filter { row in
      guard let filter = filters.first else { return false }
      let cell = row.first { columns.isTitled(filter.column, at: $0.column) }
      return !filters.contains { $0.text.lowercased() == cell?.text.lowercased() }
    }
    return (head + body).map { row in
      (0..<table.columnCount).map { column in CellContent(text: row.first { $0.column == column }?.text ?? "") }
    }
  }
}

extension TableColumns {
  /// What each column is to the policy; nil where it is nothing.
  fileprivate func roles(count: Int) -> [ColumnRole?] {
    var roles = [ColumnRole?](repeating: nil, count: count)
    for role in [ColumnRole.platform, .notes, .contacts] {
      if let index = index(of: role), roles.indices.contains(index) { roles[index] = role }
    }
    return roles
  }

  fileprivate func isTitled(_ title: String, at column: Int) -> Bool {
    titles.contains { $0.column == column && $0.text.text.lowercased() == title.lowercased() }
  }
}
