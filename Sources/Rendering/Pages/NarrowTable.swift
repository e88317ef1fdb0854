/// Tables for formats whose pages have the width of a text: at most five columns.
extension PageTable {
  private static let columnLimit = 5

  /// The table with what there is no room for gathered in its last column.
  var narrow: PageTable {
    switch kind {
    case .matrix, .longMatrix: gatheredCells
    case .records, .wideRecords: columns.count <= Self.columnLimit ? self : gatheredColumns
    }
  }

  /// Of a matrix each word once, with the titles of all cells that say it: `kept: CI, Contacts; unknown: Wheels`.
  private var gatheredCells: PageTable {
    let rows = rows.map { row -> [PageText] in
      var words: [PageText] = []
      var titles: [PageText: [PageText]] = [:]
      for (column, cell) in zip(columns, row).dropFirst(heads) where !cell.isBlank {
        if titles[cell] == nil { words.append(cell) }
        titles[cell, default: []].append(column)
      }
      let cells = words.map { $0 + ": " + (titles[$0] ?? []).joined(separator: ", ") }
      return row.prefix(heads) + [cells.joined(separator: "; ")]
    }
    return PageTable(caption, columns: columns.prefix(heads) + [gathered], rows: rows)
  }

  private var gatheredColumns: PageTable {
    let start = Self.columnLimit - 1
    let titles = columns.dropFirst(start)
    let rows = rows.map { row -> [PageText] in
      let further = zip(titles, row.dropFirst(start)).filter { !$1.isEmpty }
      return row.prefix(start) + [further.map { $0 + ": " + $1 }.joined(separator: " ")]
    }
    return PageTable(caption, columns: columns.prefix(start) + [Array(titles).joined(separator: ", ")], rows: rows)
  }
}
