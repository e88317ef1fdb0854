import Diagnostics
import Documents
import Policy

/// NEP 57: a row stands for a platform, that is an operating system, a CPU architecture and an interpreter.
extension Rule {
  static let unnamedPlatform = Rule(
    id: "unnamed-platform", family: .rows, severity: .error,
    summary: "a row does not name its platform",
    rationale: """
      A tier's promise is made to a named platform. A row without a name promises nothing and hides what its notes and \
      contacts belong to; most often it is the rest of the row above, cut off by a border too many.
      """,
    remedy:
      "Write the platform's name, or join the row with the one it belongs to by taking out the border between them.",
    accepted: [
      .rst(
        """
        Tier 1
        ------

        +----------------+--------------+
        | Platform       | Notes        |
        +================+==============+
        | Windows x86-64 | a note of    |
        |                | two lines    |
        +----------------+--------------+
        """),
      .markdown(
        """
        ## Tier 1

        | Platform       | Notes |
        |----------------|-------|
        | Windows x86-64 |       |
        """),
    ],
    flagged: [
      .rst(
        """
        Tier 1
        ------

        +----------------+--------------+
        | Platform       | Notes        |
        +================+==============+
        | Windows x86-64 | a note of    |
        +----------------+--------------+
        | ↓               | two lines    |
        +----------------+--------------+
        """),
      .markdown(
        """
        ## Tier 1

        | Platform       | Notes     |
        |----------------|-----------|
        | Windows x86-64 |           |
        | ↓               | two lines |
        """),
      .markdown(
        """
        ## Tier 1

        | Platform       | Notes     |
        |----------------|-----------|
        | Windows x86-64 |           |
        | ↓               |           |
        """),
    ],
    check: .document(check))

  private static func check(_ context: RuleContext, report: (Finding) -> Void) {
    for row in context.located.rows where row.platform.text.isEmpty {
      let isEmpty = row.notes == nil && row.contacts.isEmpty && row.columns.allSatisfy { $0.cell.text.isEmpty }
      report(isEmpty ? .emptyRow(row) : .unnamedPlatform(row))
    }
  }
}

extension Finding {
  fileprivate static func emptyRow(_ row: LocatedRow) -> Finding {
    Finding("a row of \(row.place.name.quoted) is empty", at: row.platform.range, help: "delete it, or fill it in")
  }

  fileprivate static func unnamedPlatform(_ row: LocatedRow) -> Finding {
    Finding(
      "a row of \(row.place.name.quoted) does not name its platform",
      at: row.platform.range,
      help: "write the name into the first cell; if the row continues the one above, take out the border between them")
  }
}
