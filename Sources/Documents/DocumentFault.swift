package import Diagnostics

/// Something in a document that does not read as it was meant to. A reader reports it; a rule words and weighs it.
package struct DocumentFault: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case malformedTable(MalformedTable)
    /// A grid border whose `+` do not meet the table's columns; `redrawn` is the border that would.
    case misalignedBorder(redrawn: String)
    /// A table whose lines are read as the end of the paragraph above it.
    case swallowedTable
    /// Widths in display columns.
    case shortTitleUnderline(titleWidth: Int, underlineWidth: Int)
    /// Bytes that are not UTF-8, or NUL.
    case invalidText
    /// Blocks nested deeper than the readers follow; the rest is read as plain text.
    case nestedTooDeep(limit: Int)
    /// More tables of one Markdown list or quote end at a line that is no row than the reader follows; what stands below the
    /// last of them there is read as plain text.
    case unsettledTables(limit: Int)
    /// Markup that never ends: an unclosed comment or block that runs to the end of the file.
    case unterminated(construct: String)
  }

  /// Why a table is none for docutils or GFM.
  package enum MalformedTable: Hashable, Sendable {
    /// The table is drawn as another format than the document's wants it.
    case otherFormat(DocumentFormat)
    /// GFM: the line below the header has another number of cells.
    case delimiterRowCellCount(header: Int, delimiter: Int)
    /// GFM: the line below the header is almost a delimiter row; the text of the cell that is not.
    case delimiterRowCell(String)
    /// GFM: lines with pipes in a row, without a delimiter row.
    case missingDelimiterRow
    /// GFM: a row has more cells than the header; those beyond it are left out.
    case surplusCells(header: Int, cells: Int)
    /// GFM: a line that looks like a row and is none, or a row that was hardly meant as one.
    case strayRow(StrayRow)
    /// RST: the lines from the top border on do not close to rectangles.
    case openGrid
    /// RST: no border above the head of a simple table.
    case missingTopBorder
    /// RST: no border below the last line.
    case missingBottomBorder
    /// RST: a line of the table does not end at the table's right edge.
    case unevenRightEdge
    /// RST: a border of a simple table is longer or shorter than the top one.
    case unequalBorders
    /// RST: text runs over a column's margin in a simple table.
    case textInColumnMargin
    /// RST simple table: a row's column spans do not line up with the columns.
    case spanMisaligned
    /// RST: a second line of `=` that divides head and body, where only one may stand.
    case repeatedHeadSeparator
    /// RST: that line stands right at a border.
    case misplacedHeadSeparator
    /// RST: a `+` within a row's text, where a column's `|` belongs.
    case strayCorner
    /// RST: two borders with nothing between them.
    case emptyRow
    /// RST: no blank line after the table.
    case missingBlankLineAfter
    /// The `table` directive holds something other than one table.
    case notOneTable
    /// The directive has content that is not one two-level list.
    case notATwoLevelList
    /// Rows of one `list-table` have different numbers of cells.
    case unevenRows(expected: Int, found: Int)
    /// The directive has no content, or not enough rows for its header.
    case emptyDirective
    /// An option of the directive that docutils does not accept; its name.
    case invalidOption(String)
    /// A `csv-table` whose text is not CSV, and why.
    case invalidCSV(String)
  }

  /// Why a line beside or in a pipe table is out of place; the raw value is what `inspect` says of it.
  package enum StrayRow: String, Sendable, CaseIterable {
    case aboveHeader = "a row above the header"
    case blankLine = "rows below a blank line, which ends the table"
    case indentation = "a row that is indented so far that it is code"
    case otherBlock = "a row that ends the table, since it starts another block"
    case repeatedDelimiterRow = "another delimiter row, which is a row like others"
    case text = "text right below a row, which is a row too"
    case incomplete = "a row without all of its cells"
  }

  package var kind: Kind
  package var range: SourceRange
  package var notes: [Diagnostic.Note]
  /// The edits that repair it without judgement, empty when there are none.
  package var repair: [TextEdit]

  package init(_ kind: Kind, at range: SourceRange, notes: [Diagnostic.Note] = [], repair: [TextEdit] = []) {
    self.kind = kind
    self.range = range
    self.notes = notes
    self.repair = repair
  }
}
