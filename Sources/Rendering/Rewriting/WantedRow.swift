package import Diagnostics

/// A row of one of a document's tables.
package struct RowSource: Hashable, Sendable {
  /// The index in `PolicyDocument.tables`.
  package var table: Int
  /// The index in `Table.meantRows`, the head included.
  package var row: Int

  package init(table: Int, row: Int) {
    self.table = table
    self.row = row
  }
}

/// What a cell is to hold.
package struct WantedCell: Hashable, Sendable {
  /// The column of the row's source whose cell is this one's; nil for none.
  package var column: Int?
  /// What the cell is to say; nil to keep what stands in the column, whatever it is. A cell that reads as it should keeps
  /// its markup.
  package var content: CellContent?
  /// How the content is written, where that has markup which no content has.
  package var lines: [[UInt8]]?

  package init(column: Int?, content: CellContent? = nil, lines: [[UInt8]]? = nil) {
    self.column = column
    self.content = content
    self.lines = lines
  }
}

/// A row that a table is to have.
package struct WantedRow: Hashable, Sendable {
  /// The row that it is already, of this table or of another one; nil for a new row.
  package var source: RowSource?
  /// One for each of the table's columns.
  package var cells: [WantedCell]

  package init(source: RowSource?, cells: [WantedCell]) {
    self.source = source
    self.cells = cells
  }
}

/// Why a table or list is left as it is: it could not be written without loss.
package struct RewriteObstacle: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// It stands in another table's cell.
    case nested
    /// Its borders or rows do not read as they were meant.
    case broken
    /// Rows or columns share a cell that would have to be divided.
    case sharedCell
    /// Its columns cannot be told from its lines.
    case unclearColumns
    /// A character that combines with the one before it, which docutils counts differently in a grid.
    case combiningCharacter
    /// An option of `csv-table` that changes how fields are written.
    case dialect(String)
    /// A text of several paragraphs, in a cell that can hold one line.
    case severalLines
    /// A list of no items is none.
    case emptyList
    /// An item that shares its line with another.
    case unclearItems
    /// A line of an item that has no title, among lines that do.
    case untitledLine
    /// What was written would not read as it should.
    case misread
  }

  package var kind: Kind
  package var range: SourceRange

  package init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}
