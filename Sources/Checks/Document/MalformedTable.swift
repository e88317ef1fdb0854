import Diagnostics
import Documents

/// A table that docutils or GitHub does not read as one is published as an error message or as running text.
extension Rule {
  static let malformedTable = Rule(
    id: "malformed-table", family: .document, severity: .error,
    summary: "a table that docutils or GitHub rejects, or lines drawn like one that are none",
    rationale: """
      The tiers are what their tables say. A table that the publishing tool rejects is shown as an error message, as \
      literal text, or not at all, and every promise in it is lost to the page's readers.
      """,
    remedy: """
      Mend the line that the message names. In a grid table every line ends at the same column and every `+` and `|` \
      stands below another; in a Markdown table the second line has one `---` for every cell of the first. Neither format \
      reads the other's tables.
      """,
    fix: .safe,
    accepted: [
      .rst(
        """
        +----------+-------+
        | Platform | Notes |
        +==========+=======+
        | WASI     |       |
        +----------+-------+
        """),
      .rst(
        """
        ========  =====
        Platform  Notes
        ========  =====
        WASI      none
        ========  =====
        """),
      .markdown(
        """
        | Platform | Notes |
        |----------|-------|
        | WASI     |       |
        """),
    ],
    flagged: [
      .rst(
        """
        +----------+-------+
        | Platform | Notes |
        +==========+=======+
        ↓| WASI     | none    |
        +----------+-------+
        """),
      .rst(
        """
        ========  =====
        Platform  Notes
        ========  =====
        WASI      none
        ↓Emscripten  none
        ========  =====
        """),
      .markdown(
        """
        | Platform | Notes |
        ↓|----------|
        | WASI     |       |
        """),
      .markdown(
        """
        | Platform | Notes       |
        |----------|-------------|
        | Plan 9   | none \\| few |
        | WASI     | run `a | ↓b` |
        """),
      .markdown(
        """
        | Platform | Notes |
        |----------|-------|
        | WASI     | none  |

        ↓| Plan 9   | none  |
        """),
      .rst(
        """
        ↓Platform  Notes
        ========  =====
        WASI      none
        ========  =====
        """),
      .rst(
        """
        ↓| Platform | Notes |
        |----------|-------|
        | WASI     | none  |
        """),
      .markdown(
        """
        ↓+----------+-------+
        | Platform | Notes |
        +==========+=======+
        | WASI     | none  |
        +----------+-------+
        """),
    ],
    check: .document(check))

  private static func check(_ context: RuleContext, report: (Finding) -> Void) {
    for fault in context.document.faults {
      guard case .malformedTable(let reason) = fault.kind else { continue }
      report(.malformed(fault, because: reason))
    }
  }
}

extension Finding {
  fileprivate static func malformed(
    _ fault: DocumentFault, because reason: DocumentFault.MalformedTable
  ) -> Finding {
    let (message, help) = wording(of: reason)
    let fix = fault.repair.isEmpty ? nil : Fix(.safe, "redraw the table", edits: fault.repair)
    return Finding(message, at: fault.range, notes: fault.notes, help: help, fix: fix)
  }

  private static func wording(of reason: DocumentFault.MalformedTable) -> (message: String, help: String) {
    switch reason {
    case .otherFormat(let format): drawn(for: format)
    case .delimiterRowCellCount, .delimiterRowCell, .missingDelimiterRow, .surplusCells: markdown(reason)
    case .strayRow(let why): why.wording
    case .openGrid, .missingBottomBorder, .unevenRightEdge, .missingBlankLineAfter: grid(reason)
    case .strayCorner, .emptyRow: row(reason)
    case .missingTopBorder, .unequalBorders, .textInColumnMargin, .spanMisaligned, .repeatedHeadSeparator,
      .misplacedHeadSeparator:
      simple(reason)
    case .notOneTable, .notATwoLevelList, .unevenRows, .emptyDirective, .invalidOption, .invalidCSV: directive(reason)
    }
  }

  private static func drawn(for format: DocumentFormat) -> (message: String, help: String) {
    switch format {
    case .markdown:
      (
        "this table is drawn as Markdown wants it, so docutils shows its rows as lines of text, or as errors",
        "draw it as a grid table ('+---+---+' above and below every row), or write a 'list-table'"
      )
    case .restructuredText:
      (
        "this table is drawn as reStructuredText wants it, so GitHub shows its lines as text",
        "leave out the lines of '+---+', and put one such as '|---|---|' below the header"
      )
    }
  }

  private static func markdown(_ reason: DocumentFault.MalformedTable) -> (message: String, help: String) {
    switch reason {
    case .delimiterRowCellCount(let header, let delimiter):
      (
        "this row of dashes has \(counted(delimiter, "cell")) and the header \(header), so GitHub shows no table",
        "give every cell of the header its '---', separated by '|'"
      )
    case .delimiterRowCell(let text):
      (
        "'\(text)' in the row below the header is not made of dashes, so GitHub shows no table",
        "a cell of that row is '---', with a ':' at either end to align its column"
      )
    case .surplusCells(let header, let cells):
      (
        "this row has \(counted(cells, "cell")) and the header \(header), so GitHub leaves the rest out",
        "write '\\|' for a '|' that belongs to a cell's text, in code as well; or give the header the column"
      )
    default:
      (
        "these lines have '|' like a table and no row of dashes below the first, so GitHub shows them as text",
        "put a line such as '|---|---|' below the header, with one '---' for each of its cells"
      )
    }
  }

  private static func grid(_ reason: DocumentFault.MalformedTable) -> (message: String, help: String) {
    switch reason {
    case .missingBottomBorder:
      (
        "this table has no border below its last line, so docutils rejects all of it",
        "repeat the table's top border below its last row"
      )
    case .unevenRightEdge:
      (
        "this line does not end where the table does, so docutils rejects all of the table",
        "end it with '|' or '+' in the column where the top border ends; widen all lines if the text needs room"
      )
    case .missingBlankLineAfter:
      (
        "text follows this table without a blank line, so docutils complains and may reject it",
        "put a blank line below the table"
      )
    default:
      (
        "the lines of this table do not close to cells, so docutils rejects all of it",
        "every '|' ends above and below in a '+', and every '+' is met by a line from each side it opens to"
      )
    }
  }

  private static func row(_ reason: DocumentFault.MalformedTable) -> (message: String, help: String) {
    reason == .emptyRow
      ? (
        "nothing stands between this border and the one above it, so docutils reads an empty row there",
        "remove one of the two, or put back the row that is missing"
      )
      : ("this '+' stands within a row, so docutils begins another row there", "write a '|' in its place")
  }

  private static func simple(_ reason: DocumentFault.MalformedTable) -> (message: String, help: String) {
    switch reason {
    case .missingTopBorder:
      (
        "this table has no border above its head, so docutils reads all of it as text",
        "repeat the border below the head above it"
      )
    case .unequalBorders:
      (
        "this border is not as long as the table's first, so docutils rejects all of the table",
        "repeat the top border in every column's width"
      )
    case .textInColumnMargin:
      (
        "text stands in the gap between two columns, so docutils rejects all of this table",
        "widen the column: make its '=' as long as its longest text, in every border, and move the columns right of it"
      )
    case .spanMisaligned:
      (
        "this underline does not begin and end where columns do, so docutils rejects all of this table",
        "let every run of '-' reach from the start of a column to the end of one"
      )
    case .misplacedHeadSeparator:
      (
        "the line of '=' stands where no row is above or below it, so docutils rejects all of this table",
        "let it divide the head from the first row, or draw it with '-'"
      )
    default:
      (
        "a second line of '=' divides this table, so docutils does not read all of it",
        "leave one such line between head and rows; draw the others with '-' in a grid table, or remove them"
      )
    }
  }

  private static func directive(_ reason: DocumentFault.MalformedTable) -> (message: String, help: String) {
    switch reason {
    case .notOneTable:
      (
        "this 'table' directive holds something other than one table, so docutils rejects it",
        "indent one table below it, after a blank line, and move everything else out"
      )
    case .notATwoLevelList:
      (
        "this 'list-table' does not hold one list whose items are lists, so docutils rejects it",
        "write a row as '* - first cell' and its other cells as '  - next cell' below"
      )
    case .unevenRows(let expected, let found):
      (
        "this row has \(counted(found, "cell")) where the first has \(expected), so docutils rejects the table",
        found < expected ? "add '  -' for every empty cell" : "remove the surplus cells, or give every row as many"
      )
    case .emptyDirective:
      (
        "this table directive has no rows, or fewer than its header asks for, so docutils rejects it",
        "indent the rows below the directive, after a blank line"
      )
    case .invalidOption(let name):
      (
        "docutils does not accept the option '\(name)' as it stands here, so it drops the whole table",
        "mend or remove the line ':\(name):'"
      )
    case .invalidCSV(let why):
      ("this 'csv-table' is not CSV: \(why)", "quote a cell that holds commas or quotes, and double the quotes in it")
    default:
      ("this table directive cannot be read, so docutils rejects it", "compare it with the directive's documentation")
    }
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }
}
