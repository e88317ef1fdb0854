extension DocumentFault.Kind {
  /// What `inspect` calls it.
  var word: String {
    switch self {
    case .malformedTable: "malformed-table"
    case .misalignedBorder: "misaligned-border"
    case .swallowedTable: "swallowed-table"
    case .shortTitleUnderline: "short-title-underline"
    case .invalidText: "invalid-text"
    case .nestedTooDeep: "nested-too-deep"
    case .unsettledTables: "unsettled-tables"
    case .unterminated: "unterminated"
    }
  }

  /// What `inspect` says of it.
  var sentence: String {
    switch self {
    case .malformedTable(let why): why.sentence
    case .misalignedBorder(let redrawn): "the border does not meet the table's columns; '\(redrawn)' would"
    case .swallowedTable: "the table is read as part of the paragraph above it"
    case .shortTitleUnderline(let title, let underline):
      "the underline has \(underline) columns and its title \(title)"
    case .invalidText: "bytes that are not UTF-8, or NUL"
    case .nestedTooDeep(let limit): "nested deeper than \(limit) levels; the rest is read as text"
    case .unsettledTables(let limit): "more than \(limit) tables of a list or quote end at a line that is no row"
    case .unterminated(let construct): "\(construct) without an end"
    }
  }
}

extension DocumentFault.MalformedTable {
  fileprivate var sentence: String {
    switch self {
    case .otherFormat(.markdown): "a pipe table, which is Markdown's"
    case .otherFormat(.restructuredText): "a grid table, which is reStructuredText's"
    case .surplusCells(let header, let cells): "a row has \(cells) cells and the header \(header)"
    case .delimiterRowCellCount(let header, let delimiter):
      "the header has \(header) cells and the delimiter row \(delimiter)"
    case .delimiterRowCell(let text): "'\(text)' is no cell of a delimiter row"
    case .missingDelimiterRow: "rows without a delimiter row"
    case .strayRow(let why): why.rawValue
    case .openGrid: "the lines do not close to cells"
    case .missingBottomBorder: "no border below the last row"
    case .unevenRightEdge: "a line does not end at the table's right edge"
    case .textInColumnMargin: "text between two columns"
    case .spanMisaligned: "a span that does not line up with the columns"
    case .repeatedHeadSeparator: "a second line that divides head and body"
    case .strayCorner: "a '+' within a row, where a '|' belongs"
    case .emptyRow: "two borders with nothing between them"
    case .missingTopBorder: "no border above the head"
    case .missingBlankLineAfter: "no blank line after the table"
    case .misplacedHeadSeparator: "the line that divides head and body stands at a border"
    case .unequalBorders: "a border is longer or shorter than the top one"
    case .notOneTable: "the content is not one table"
    case .notATwoLevelList: "the content is not one list of lists"
    case .unevenRows(let expected, let found): "a row of \(found) cells among rows of \(expected)"
    case .emptyDirective: "no content, or fewer rows than the header needs"
    case .invalidOption(let name): "the option '\(name)' is not one of this directive, or its value is wrong"
    case .invalidCSV(let why): "not CSV: \(why)"
    }
  }
}
