import Diagnostics
import Documents

/// A border inside a grid table whose `+` do not meet the table's columns makes docutils merge cells without a word.
extension Rule {
  static let misalignedBorder = Rule(
    id: "misaligned-border", family: .document, severity: .error,
    summary: "a grid border whose `+` do not meet the table's columns",
    rationale: """
      docutils finds a grid table's columns by following its lines. A border pasted from another table has its `+` \
      elsewhere: docutils then invents columns and reads whole rows as one cell that spans them, with the `|` in its \
      text, and reports nothing. The published page no longer says which note belongs to which platform.
      """,
    remedy: "Redraw the border so that its `+` stand below those of the top border; `--fix` does it.",
    fix: .safe,
    accepted: [
      .rst(
        """
        +----------+--------------+
        | Platform | Notes        |
        +==========+==============+
        | FreeBSD  | Was Tier 3   |
        +----------+--------------+
        | PyPy     | see gh-30416 |
        +----------+--------------+
        """),
      .rst(
        """
        +----------+--------------+
        | Platform | Notes        |
        +==========+======+=======+
        | FreeBSD  | Was  | gone  |
        +----------+------+-------+
        """),
    ],
    flagged: [
      .rst(
        """
        +----------+--------------+
        | Platform | Notes        |
        +==========+==============+
        | FreeBSD  | Was Tier 3   |
        ↓+-----+---------+---------+
        | PyPy     | see gh-30416 |
        +----------+--------------+
        """),
      .rst(
        """
        +----------+--------------+
        | Platform | Notes        |
        +==========+==============+
        | FreeBSD  | Was Tier 3   |
        +----------+--------------+
        | PyPy     | see gh-30416 |
        ↓+-----+---------+---------+
        | i686     | Was Tier 1   |
        +----------+--------------+
        """),
    ],
    check: .document(check))

  private static func check(_ context: RuleContext, report: (Finding) -> Void) {
    for fault in context.document.faults {
      guard case .misalignedBorder(let redrawn) = fault.kind else { continue }
      report(.misaligned(fault, redrawn: redrawn, below: labelOfRow(above: fault.range, in: context.document)))
    }
  }

  /// The first text of the row that the border closes.
  private static func labelOfRow(above border: SourceRange, in document: PolicyDocument) -> String? {
    let tables = document.tables
    // Tables stand in document order, so the one around the border is among the last that begin above it.
    let above = tables.partitioningIndex { $0.range.start > border.start }
    guard let table = tables[..<above].last(where: { $0.range.contains(border) }) else { return nil }
    let rows = table.meantRows
    let below = rows.partitioningIndex { $0.first.map { $0.range.start.line >= border.start.line } ?? false }
    return below > 0 ? rows[below - 1].first { !$0.text.isEmpty }?.text : nil
  }
}

extension Finding {
  fileprivate static func misaligned(_ fault: DocumentFault, redrawn: String, below label: String?) -> Finding {
    let border = label.map { "the border below '\($0)'" } ?? "this border"
    return Finding(
      "\(border) does not meet the table's columns, so docutils merges the rows beside it into single cells",
      at: fault.range, notes: fault.notes, help: "redraw it as \(redrawn)",
      fix: fault.repair.isEmpty ? nil : Fix(.safe, "redraw the border", edits: fault.repair))
  }
}
