import Diagnostics
import Documents
import Policy

/// The document and the registry say the same of a platform in every column.
enum ColumnsDisagree: AgreementRule {
  static let description = RuleDescription(
    id: "columns-disagree", family: .agreement, severity: .error,
    summary: "a further column of a platform differs from what the registry has",
    rationale: """
      A column such as the minimum version is a part of the promise, whether or not the policy gives it a meaning. What \
      only the document has is on no page that is made from the registry, and lost where its tables are written. Markup \
      does not count: a link is compared by its text.
      """,
    remedy: "Write the same text in both: 'columns' of the platform's file has it by the column's title.",
    accepted: [
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        columns: {Minimum version: '`R1/beta4`'}
        moves: [{date: 2026-02-09, to: tier-1}]
        --- platforms.md
        ## Tier 1

        | Platform | Notes | Minimum version |
        |----------|-------|-----------------|
        | Haiku    |       | R1/beta4        |
        """)
    ],
    flagged: [
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        moves: [{date: 2026-02-09, to: tier-1}]
        --- platforms.md
        ## Tier 1

        | Platform | Notes | Minimum version |
        |----------|-------|-----------------|
        | Haiku    |       | ↓R1/beta4        |
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        notes: x
        columns: {Minimum version: R1/beta5}
        moves: [{date: 2026-02-09, to: tier-1}]
        --- platforms/plan-9.yaml
        name: Plan 9
        target: {os: plan-9, arch: x86-64, interpreter: cpython}
        notes: y
        moves: [{date: 2026-02-09, to: tier-1, columns: {Minimum version: 4th edition}}]
        --- platforms.rst
        Tier 1
        ------

        ========  =====  ===============
        Platform  Notes  Minimum version
        ========  =====  ===============
        Haiku     x      ↓R1/beta4
        Plan 9    y      4th edition
        ========  =====  ===============
        """),
    ])

  static func check(_ agreement: Agreement, report: (Finding) -> Void) {
    for pair in agreement.pairsInPlace {
      for column in pair.row.columns where column.role.isFurther {
        let known = pair.registered.text(titled: column.title) ?? ""
        if column.cell.text.words != known[...].words { report(.columnsDisagree(pair, column, known: known)) }
      }
    }
  }
}

extension String {
  fileprivate var words: [Substring] { self[...].words }
}

extension Finding {
  fileprivate static func columnsDisagree(_ pair: Agreement.Pair, _ column: ListedColumn, known: String) -> Finding {
    let platform = pair.row.platform.text.quoted
    let says = known.isEmpty ? "the registry has none" : "the registry says \(known.quoted)"
    return Finding(
      column.cell.text.isEmpty
        ? "\(platform) has no \(column.title.quoted), and \(says)"
        : "\(column.title.quoted) of \(platform) is another: \(says)",
      at: column.cell.range,
      help: """
        write \(known.isEmpty ? "the text" : "'\(known)'") in both, the table and 'columns' in \
        \(pair.registered.file), or take it out of both
        """)
  }
}
