/// A table that is in no format yet: titles, and below them rows of as many cells.
package struct TableContent: Hashable, Sendable {
  package let titles: [CellContent]
  package let rows: [[CellContent]]

  /// - Parameter rows: one that is too short is filled up with empty cells, one that is too long is cut.
  package init(titles: [CellContent], rows: [[CellContent]]) {
    self.titles = titles
    self.rows = rows.map { Self.fitted($0, columns: titles.count) }
  }

  static func fitted(_ row: [CellContent], columns: Int) -> [CellContent] {
    let missing = columns - row.count
    if missing == 0 { return row }
    return missing > 0 ? row + Array(repeating: CellContent([]), count: missing) : Array(row.prefix(columns))
  }

  var allRows: [[CellContent]] { [titles] + rows }
}
