import Diagnostics
import Documents

/// Which rows a table will have, and which of its cells stay.
struct RewritePlan {
  enum Cell {
    /// What stands there.
    case kept
    /// Another cell of the document, its lines as they are written.
    case lines([[UInt8]])
    case content(CellContent)
  }

  struct Row {
    /// The index among the table's rows, head included; nil for a new row.
    var existing: Int?
    var cells: [Cell]

    var isWhole: Bool {
      existing != nil
        && cells.allSatisfy { if case .kept = $0 { true } else { false } }
    }
  }

  let table: Table
  let columnCount: Int
  let headRowCount: Int
  /// The head and the rows below it.
  private(set) var rows: [Row] = []
  /// What a reader of the result will find in each row's cells.
  private(set) var texts: [[String]] = []

  private let index: Int
  private let cells: [[TableCell?]]

  /// How many rows the table has now.
  var existingCount: Int { cells.count }

  /// Whether the table has these rows and no others.
  var isUpToDate: Bool {
    rows.count == existingCount && rows.enumerated().allSatisfy { $0 == $1.existing && $1.isWhole }
  }

  /// - Parameter source: gives the cells of any table of the document.
  init(_ index: Int, rows wanted: [WantedRow], _ source: CellSource) throws(RewriteObstacle) {
    let table = source.document.tables[index]
    self.index = index
    self.table = table
    columnCount = table.columnCount
    cells = table.rows.map { Self.byColumn($0, columns: table.columnCount) }
    headRowCount = min(max(table.headRowCount, 0), cells.count)
    let kept = [Cell](repeating: .kept, count: columnCount)
    for row in 0..<headRowCount { add(Row(existing: row, cells: kept)) }
    for row in wanted { add(row, source) }
    try checkSharedCells()
  }

  private mutating func add(_ row: Row, texts: [String]? = nil) {
    rows.append(row)
    self.texts.append(texts ?? row.existing.map { table.rows[$0].map { $0.text } } ?? [])
  }

  private mutating func add(_ wanted: WantedRow, _ source: CellSource) {
    let existing = wanted.source.flatMap { $0.table == index && table.rows.indices.contains($0.row) ? $0.row : nil }
    var row = Row(existing: existing, cells: [])
    var texts: [String] = []
    for column in 0..<columnCount {
      let cell = column < wanted.cells.count ? wanted.cells[column] : WantedCell(column: nil)
      let found = source.resolved(cell, of: wanted.source)
      var isOwn = existing != nil && cell.column == column
      if case .content = found.cell, cell.content != nil { isOwn = false }
      row.cells.append(isOwn ? .kept : found.cell)
      texts.append(found.text)
    }
    add(row, texts: row.isWhole ? nil : texts)
  }

  /// Where a row stands, or the table that it is to stand in.
  func range(of row: Row) -> SourceRange {
    row.existing.flatMap { table.rows[$0].first?.range } ?? table.range
  }

  /// The rows, with an empty one below a head that needs a row.
  var completedRows: [Row] {
    guard rows.count == headRowCount else { return rows }
    return rows + [Row(existing: nil, cells: (0..<columnCount).map { _ in .content(CellContent([])) })]
  }

  /// The existing row that follows at a position, the table's end included.
  func next(after position: Int, in rows: [Row]) -> Int? {
    position + 1 < rows.count ? rows[position + 1].existing : existingCount
  }

  // MARK: Cells that rows or columns share

  /// Rows that a cell reaches across stay together; a row in which a cell spans columns is not changed.
  private func checkSharedCells() throws(RewriteObstacle) {
    var isJoined = [Bool](repeating: false, count: existingCount)
    for (index, row) in table.rows.enumerated() {
      for cell in row where cell.rows > 1 {
        for below in index + 1..<min(existingCount, index + cell.rows) { isJoined[below] = true }
      }
    }
    var previous: Int?
    for row in rows {
      defer { previous = row.existing }
      guard let existing = row.existing else { continue }
      let isShared = isJoined[existing] || existing + 1 < existingCount && isJoined[existing + 1]
      if isJoined[existing], previous != existing - 1 { throw obstacle(existing) }
      if !row.isWhole, isShared || cells[existing].contains(where: { $0 == nil }) { throw obstacle(existing) }
    }
    let kept = Set(rows.compactMap { $0.existing })
    for row in 0..<existingCount where isJoined[row] && kept.contains(row - 1) && !kept.contains(row) {
      throw obstacle(row)
    }
  }

  private func obstacle(_ row: Int) -> RewriteObstacle {
    RewriteObstacle(.sharedCell, at: table.rows[row].first?.range ?? table.range)
  }

  /// The cells by their column, nil for what is spanned over and for what spans.
  private static func byColumn(_ row: ArraySlice<TableCell>, columns: Int) -> [TableCell?] {
    var cells = [TableCell?](repeating: nil, count: columns)
    for cell in row where cells.indices.contains(cell.column) && cell.columns == 1 && cell.rows == 1 {
      cells[cell.column] = cell
    }
    return cells
  }
}
