import Diagnostics
import Documents
import Policy

/// NEP 57's tables have the columns Platform and Notes, and Contacts in the tiers that single people answer for.
extension Rule {
  static let missingColumn = Rule(
    id: "missing-column", family: .rows, severity: .error,
    summary: "a tier's table lacks a column that the policy names",
    rationale: """
      Each column answers a question that the policy lets readers ask: which platform, what is special about it, who \
      takes responsibility. In a table without the column the question has no answer for any of its rows. A table \
      without a head leaves it to the reader which column is which.
      """,
    remedy: "Add the column, with a cell in every row; or mark the first row as the head.",
    accepted: [
      .rst(
        """
        Tier 2
        ------

        ============  ===========  ============
        Platform      Notes        Contacts
        ============  ===========  ============
        FreeBSD arm64 on own host  Ada Lovelace
        ============  ===========  ============
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
        Tier 2
        ------

        =============  ============
        ↓Platform       Contacts
        =============  ============
        FreeBSD arm64  Ada Lovelace
        =============  ============
        """),
      .rst(
        """
        Tier 1
        ------

        ↓==============  ===========
        Windows x86-64  64-bit only
        Windows arm64   64-bit only
        ==============  ===========
        """),
      .markdown(
        """
        ## Tier 3

        | ↓Platform | Notes |
        |----------|-------|
        | Haiku    |       |
        """),
    ],
    check: .document(check))

  private static func check(_ context: RuleContext, report: (Finding) -> Void) {
    var reported: Set<Missing> = []
    for listing in context.located.listings {
      guard case .tables(let indices) = listing.form else { continue }
      for index in indices {
        let table = context.document.tables[index]
        let columns = TableColumns(table, of: listing.place.listing)
        guard table.headRowCount > 0 else {
          if !columns.missing.isEmpty, reported.insert(Missing(table: index, column: "")).inserted {
            report(.missingHead(of: table, columns, context: context))
          }
          continue
        }
        for column in columns.missing where reported.insert(Missing(table: index, column: column.title)).inserted {
          report(.missingColumn(column, of: table, columns, place: listing.place))
        }
      }
    }
  }

  /// What was said already, where several tiers share a table.
  private struct Missing: Hashable {
    var table: Int
    var column: String
  }
}

extension Finding {
  fileprivate static func missingColumn(
    _ column: Column, of table: Table, _ columns: TableColumns, place: Place
  ) -> Finding {
    let because = column.role == .contacts ? place.tier?.duties.contacts.because : nil
    return Finding(
      "the table of \(place.name.quoted) has no column \(column.title.quoted)",
      at: columns.headRange(of: table),
      help: "add the column \(column.title.quoted) with a cell in every row" + (because.map { ": \($0)" } ?? ""))
  }

  fileprivate static func missingHead(of table: Table, _ columns: TableColumns, context: RuleContext) -> Finding {
    let start = table.range.start
    let line = SourcePosition(line: start.line, column: context.file.line(start.line).count + 1)
    return Finding(
      "the table has no head row with the titles \(columns.missing.map { $0.title }.quotedList)",
      at: SourceRange(start, min(line, table.range.end)),
      help: columns.hasUnmarkedHead
        ? "mark the first row as the head: its titles are read as a platform"
        : "add a first row with the titles and mark it as the head")
  }
}

extension TableColumns {
  /// From the first title to the last one.
  fileprivate func headRange(of table: Table) -> SourceRange {
    guard let first = titles.first?.text.range, let last = titles.last?.text.range else { return table.range }
    return SourceRange(first.start, max(first.end, first.start.line == last.start.line ? last.end : first.end))
  }
}
