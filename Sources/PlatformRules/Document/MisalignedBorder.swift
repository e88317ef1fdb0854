import Diagnostics
import PolicyDocuments

/// A border inside a grid table whose `+` do not meet the table's columns makes docutils merge cells without a word.
enum MisalignedBorder: Rule {
  static let description = RuleDescription(
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
    ])

  static func check(_ context: RuleContext, report: (Finding) -> Void) {
    for fault in context.document.faults {
      guard case .misalignedBorder(let redrawn) = fault.kind else { continue }
      report(.misaligned(fault, redrawn: redrawn, below: labelOfRow(above: fault.range, in: context.document)))
    }
  }

  /// The first text of the row that the border closes.
  private static func labelOfRow(above border: SourceRange, in document: PolicyDocument) -> String? {
    let tables = document.tables
    guard
      let table = tables.prefix(while: { $0.range.start <= border.start }).last(where: { $0.range.contains(border) })
    else { return nil }
    let rows = table.meantRows
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      let isAbove = rows[middle].first.map { $0.range.start.line < border.start.line } ?? true
      if isAbove { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? rows[low - 1].first { !$0.text.isEmpty }?.text : nil
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
