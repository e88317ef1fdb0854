import Diagnostics
import Documents

/// A table without a blank line above it is read as the end of the paragraph there.
extension Rule {
  static let swallowedTable = Rule(
    id: "swallowed-table", family: .document, severity: .error,
    summary: "a table without a blank line before it, read as a paragraph",
    rationale: """
      docutils begins a table only after a blank line. Without one its lines run on as text of the paragraph above, \
      and nothing reports it: the page shows borders and names in one long line, and the tier has no table.
      """,
    remedy: "Put a blank line between the paragraph and the table; `--fix` does it where nothing else is in doubt.",
    fix: .safe,
    accepted: [
      .rst(
        """
        Platforms of this tier:

        +----------+-------+
        | Platform | Notes |
        +==========+=======+
        | WASI     |       |
        +----------+-------+
        """)
    ],
    flagged: [
      .rst(
        """
        Platforms of this tier:
        ↓+----------+-------+
        | Platform | Notes |
        +==========+=======+
        | WASI     |       |
        +----------+-------+
        """),
      .rst(
        """
        +----------+-------+
        | Platform | Notes |
        +==========+=======+
        | WASI     |       |
        +----------+-------+

        And these:
        ↓+----------+-------+
        | Platform | Notes |
        +==========+=======+
        | Haiku    |       |
        +----------+-------+
        """),
    ],
    check: .document(check))

  private static func check(_ context: RuleContext, report: (Finding) -> Void) {
    for fault in context.document.faults where fault.kind == .swallowedTable {
      report(.swallowed(fault))
    }
  }
}

extension Finding {
  fileprivate static func swallowed(_ fault: DocumentFault) -> Finding {
    Finding(
      "this table has no blank line above it, so it is read as the end of that paragraph", at: fault.range,
      notes: fault.notes, help: "put a blank line here",
      fix: fault.repair.isEmpty ? nil : Fix(.safe, "put a blank line above the table", edits: fault.repair))
  }
}
