import Documents

/// Which rows a table will have, and which of its cells stay.
struct RewritePlan {
  struct Row {
    /// The index among the table's rows, head included; nil for a new row.
    var existing: Int?
    var cells: [CellContent]
    /// Whether each cell of the existing row reads as it should.
    var isKept: [Bool]

    var isWhole: Bool { existing != nil && isKept.allSatisfy { $0 } }
  }

  let columnCount: Int
  let headRowCount: Int
  /// The head and the rows below it.
  private(set) var rows: [Row] = []
  /// How many rows the table has now.
  let existingCount: Int
  /// Whether the table is as it should be, borders included.
  let isUpToDate: Bool

  init(_ table: Table, rows wanted: [[CellContent]], key: Int, links: CellLinks) {
    let existing = table.meantRows
    let columnCount = existing.first.flatMap { $0.map { $0.column + $0.columns }.max() } ?? table.columnCount
    self.columnCount = columnCount
    let headRowCount = min(max(table.headRowCount, 0), existing.count)
    self.headRowCount = headRowCount
    existingCount = existing.count
    let cells = existing.map { Self.byColumn($0, columns: columnCount) }
    rows = cells[..<headRowCount].enumerated().map { index, head in
      Row(
        existing: index, cells: head.map { CellContent(text: $0?.text ?? "") },
        isKept: Array(repeating: true, count: columnCount))
    }
    let order = Self.order(wanted, cells[headRowCount...], key: key)
    for (number, existing) in order {
      let content = TableContent.fitted(wanted[number], columns: columnCount)
      let kept = content.enumerated().map { column, content in
        existing.flatMap { cells[$0][column] }.map { links.agree($0, content) } ?? false
      }
      rows.append(Row(existing: existing, cells: content, isKept: kept))
    }
    let isComplete = rows.count == existing.count && rows.allSatisfy(\.isWhole)
    isUpToDate = isComplete && table.intendedRows == nil && table.isPublished
  }

  /// The whole table as content.
  var content: TableContent {
    TableContent(
      titles: rows.first?.cells ?? [], rows: rows.dropFirst().map(\.cells))
  }

  /// The numbers of the wanted rows in the order they are written in, each with the existing row that it is.
  ///
  /// Of several rows with one key, those that read as they should keep their places.
  private static func order(
    _ wanted: [[CellContent]], _ existing: ArraySlice<[TableCell?]>, key: Int
  ) -> [(wanted: Int, existing: Int?)] {
    var isPlaced = Array(repeating: false, count: wanted.count)
    var placed: [Int: Int] = [:]
    func place(by text: ([String]) -> [String]) {
      var numbers: [[String]: [Int]] = [:]
      for (number, row) in wanted.enumerated().reversed() where !isPlaced[number] {
        numbers[text(row.map(\.text)), default: []].append(number)
      }
      for (index, row) in zip(existing.indices, existing) where placed[index] == nil {
        guard let number = numbers[text(row.map { $0?.text ?? "" })]?.popLast() else { continue }
        placed[index] = number
        isPlaced[number] = true
      }
    }
    place { $0 }
    place { key < $0.count ? [$0[key]] : [""] }
    let kept = placed.sorted { $0.key < $1.key }.map { (wanted: $0.value, existing: Optional($0.key)) }
    return kept + wanted.indices.filter { !isPlaced[$0] }.map { ($0, nil) }
  }

  /// The cells by their column, nil for what is spanned over; a cell that spans is not one that can stay.
  private static func byColumn(_ row: ArraySlice<TableCell>, columns: Int) -> [TableCell?] {
    var cells = [TableCell?](repeating: nil, count: columns)
    for cell in row where cells.indices.contains(cell.column) && cell.columns == 1 && cell.rows == 1 {
      cells[cell.column] = cell
    }
    return cells
  }
}
