import Diagnostics
import Documents

/// A row of a platform table has one cell a column; a cell that spans several says nothing certain about any of them.
extension Rule {
  static let mergedCells = Rule(
    id: "merged-cells", family: .document, severity: .error,
    summary: "a cell spanning columns in a tier's table, or a literal `|` in a merged cell of any table",
    rationale: """
      A tier's table names a platform, notes and contacts in columns of their own; NEP 57 lists them so for every tier. \
      A cell that spans columns says nothing certain about any of them, and nearly always comes from a `|` or `+` that \
      is missing or out of line. In other tables a spanning cell is fine, unless a `|` was left in its text, which is \
      reported as a warning.
      """,
    remedy: "Draw the missing `|` and `+`, or end the border above and below at the columns of the top border.",
    accepted: [
      .rst(
        """
        Tier 1
        ======

        +--------------+---------+
        | Platform     | Notes   |
        +==============+=========+
        | macOS arm64  |         |
        +--------------+---------+
        """),
      .rst(
        """
        Promotion
        =========

        +-------+---------------+
        | dtype | promotes to   |
        +=======+=======+=======+
        | int8  | int16 | int32 |
        +-------+-------+-------+
        """),
    ],
    flagged: [
      .rst(
        """
        Tier 1
        ======

        +-------------+---------+
        | Platform    | Notes   |
        +=============+=========+
        | ↓macOS arm64  new      |
        +-------------+---------+
        """),
      .rst(
        """
        Tier 1
        ======

        +-------------+---------+
        | Platform    | Notes   |
        +=============+=========+
        | macOS arm64 |         |
        +-------------+---------+
        | ↓macOS x86-64 | old    |
        +-------------+---------+
        """),
      .rst(
        """
        Tier 1
        ======

        ===========  =====
        Platform     Notes
        ===========  =====
        ↓macOS arm64  new
        ------------------
        macOS x86    old
        ===========  =====
        """),
      .rst(
        """
        Promotion
        =========

        +-------+-------+
        | From  | To    |
        +=======+=======+
        | int8  | int16 |
        +-------+-------+
        | ↓int16  | int32|
        +-------+-------+
        """),
    ],
    check: .document(check))

  private static func check(_ context: RuleContext, report: (Finding) -> Void) {
    let names = context.platformTables
    for (index, table) in context.document.tables.enumerated() {
      // Where a border is broken, the rows that were meant are looked at: `misaligned-border` has told the rest.
      for row in table.meantRows {
        for cell in row where cell.columns > 1 {
          let hasBar = cell.text.utf8.contains(UInt8(ascii: "|"))
          if let name = names[index] {
            report(.spanning(cell, of: table.kind, listing: name, hasBar: hasBar))
          } else if hasBar {
            report(.barInMergedCell(cell, of: table.kind))
          }
        }
      }
    }
  }
}

extension Finding {
  fileprivate static func spanning(
    _ cell: TableCell, of kind: Table.Kind, listing tier: String, hasBar: Bool
  ) -> Finding {
    let cause = hasBar ? ", and a '|' in it that separates nothing" : ""
    return Finding(
      "this cell spans \(cell.columns) columns of the table of '\(tier)'\(cause)", at: cell.range,
      help: separation(in: kind))
  }

  fileprivate static func barInMergedCell(_ cell: TableCell, of kind: Table.Kind) -> Finding {
    Finding(
      "this cell spans \(cell.columns) columns and shows a '|' as text; it was probably meant to separate them",
      at: cell.range, help: separation(in: kind), severity: .warning)
  }

  private static func separation(in kind: Table.Kind) -> String {
    switch kind {
    case .simple: "interrupt the line of '-' below the row wherever the top border has a gap, or take that line out"
    case .grid, .list, .csv, .pipe: "put each '|' right below the '+' of the border above it"
    }
  }
}
