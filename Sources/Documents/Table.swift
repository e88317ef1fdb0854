package import Diagnostics

/// A table as a reader of the published page sees it: docutils' cells in RST, GFM's in Markdown.
package struct Table: Hashable, Sendable {
  /// How a table is written; the raw value is what `inspect` calls it.
  package enum Kind: String, Sendable {
    /// RST, drawn with `+---+`.
    case grid
    /// RST, columns marked with `===  ===`.
    case simple
    /// RST's `list-table` directive.
    case list = "list-table"
    /// RST's `csv-table` directive.
    case csv = "csv-table"
    /// GitHub Flavored Markdown's `| a | b |`.
    case pipe
  }

  package var kind: Kind
  /// The index in `PolicyDocument.sections` of the heading it stands under.
  package var section: Int?
  /// The text of the paragraph right before it, empty if something else stands there.
  package var leadIn: String = ""
  /// The caption of the `table`, `list-table` and `csv-table` directives.
  package var caption: String?
  /// How many cells of other tables it stands in. The table that holds it is listed before it.
  package var nesting = 0
  /// False for a table whose borders keep docutils from reading it: it has rows as they were meant only.
  package var isPublished = true
  /// From its first line's first character to the end of its last line.
  package var range: SourceRange
  package var columnCount: Int
  /// How many of the rows, from the first on, are the head.
  package var headRowCount: Int
  package var rows: TableRows
  /// The rows as the source shows them to a person, where a broken border makes the published ones differ.
  package var intendedRows: TableRows?

  package init(kind: Kind, range: SourceRange, columnCount: Int, headRowCount: Int, rows: TableRows) {
    self.kind = kind
    self.range = range
    self.columnCount = columnCount
    self.headRowCount = headRowCount
    self.rows = rows
  }

  package var isNested: Bool { nesting > 0 }

  /// The published rows of the head.
  package var head: Slice<TableRows> { rows[..<min(max(headRowCount, 0), rows.count)] }

  /// The published rows below the head.
  package var body: Slice<TableRows> { rows[min(max(headRowCount, 0), rows.count)...] }

  /// The rows that rules read: what the writer meant where that can be told, what is published otherwise.
  package var meantRows: TableRows { intendedRows ?? rows }
}

/// A cell: its text, where it is, and what it spans.
package struct TableCell: Hashable, Sendable {
  /// Plain text: markup removed, white space collapsed.
  package var text: String
  /// The cell's content in the source, from its first character to its last; empty, at the place where text would
  /// start, for an empty cell. A cell of several lines reaches from the first line's text to the last line's.
  package var range: SourceRange
  private var storedColumn: UInt16
  private var storedColumns: UInt16
  private var storedRows: UInt32

  /// The index, from 0, of the table column it starts in.
  package var column: Int { Int(storedColumn) }
  /// How many columns it spans, at least 1.
  package var columns: Int { Int(storedColumns) }
  /// How many rows it spans, at least 1.
  package var rows: Int { Int(storedRows) }

  package init(text: String, range: SourceRange, column: Int, columns: Int = 1, rows: Int = 1) {
    self.text = text
    self.range = range
    storedColumn = UInt16(clamping: column)
    storedColumns = UInt16(clamping: columns)
    storedRows = UInt32(clamping: rows)
  }
}

/// A table's rows, head first: all cells in one array, so that a table of 100,000 rows is two allocations.
///
/// A cell that spans rows is listed in the first of them only.
package struct TableRows: Hashable, Sendable, RandomAccessCollection {
  private var cells: [TableCell] = []
  private var rowEnds: [Int] = []

  package init() {}

  package var startIndex: Int { 0 }
  package var endIndex: Int { rowEnds.count }

  package subscript(row: Int) -> ArraySlice<TableCell> {
    cells[(row == 0 ? 0 : rowEnds[row - 1])..<rowEnds[row]]
  }

  package mutating func append(_ row: some Sequence<TableCell>) {
    cells.append(contentsOf: row)
    rowEnds.append(cells.count)
  }

  package mutating func reserveCapacity(rows: Int, cells: Int) {
    rowEnds.reserveCapacity(rows)
    self.cells.reserveCapacity(cells)
  }
}
