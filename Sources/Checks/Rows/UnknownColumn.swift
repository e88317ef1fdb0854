import Diagnostics
import Documents
import Policy

/// NEP 57's tables have the columns Platform, Notes and Contacts and no others.
extension Rule {
  static let unknownColumn = Rule(
    id: "unknown-column", family: .rows, severity: .error,
    summary: "a tier's table has a column that the policy does not name for it",
    rationale: """
      The policy says what is told of a platform in each tier. A column with another title is either one of its columns \
      misspelt, which tools and translations then miss, or a new kind of fact that the policy gives no meaning. A tier \
      that all maintainers answer for has no column for contacts.
      """,
    remedy: "Give the column the title that the policy has for it, or move its texts into the notes.",
    accepted: [
      .rst(
        """
        Tier 1
        ------

        ==============  ===========
        Platform        Notes
        ==============  ===========
        Windows x86-64  64-bit only
        ==============  ===========
        """),
      .markdown(
        """
        ## Tier 2

        | PLATFORM | notes | Contacts     |
        |----------|-------|--------------|
        | Haiku    |       | Ada Lovelace |
        """),
    ],
    flagged: [
      .rst(
        """
        Tier 2
        ------

        ========  =====  ============
        Platform  Notes  ↓Contact
        ========  =====  ============
        Haiku     beta   Ada Lovelace
        ========  =====  ============
        """),
      .markdown(
        """
        ## Tier 1

        | Platform       | Notes | ↓Popularity |
        |----------------|-------|------------|
        | Windows x86-64 |       | high       |
        """),
    ],
    check: .document(check))

  private static func check(_ context: RuleContext, report: (Finding) -> Void) {
    var reported: Set<SourceRange> = []
    for listing in context.located.listings {
      guard case .tables(let indices) = listing.form else { continue }
      for index in indices {
        let table = context.document.tables[index]
        guard table.headRowCount > 0 else { continue }
        for title in TableColumns(table, of: listing.place.listing).titles {
          if case .own = title.meaning { continue }
          guard reported.insert(title.text.range).inserted else { continue }
          report(.unknownColumn(title, place: listing.place))
        }
      }
    }
  }
}

extension Finding {
  fileprivate static func unknownColumn(_ title: TableColumns.Title, place: Place) -> Finding {
    let subject = title.text.text.isEmpty ? "a column without a title" : "column \(title.text.text.quoted)"
    if case .meant(let column) = title.meaning {
      return Finding(
        "\(subject) in the table of \(place.name.quoted); did you mean \(column.title.quoted)?",
        at: title.text.range, help: "title the column \(column.title.quoted)")
    }
    let titles = place.listing.columns.map { $0.title }
    return Finding(
      "\(subject) is not one that the policy names for \(place.name.quoted)",
      at: title.text.range,
      help: "the columns are \(titles.quotedList): move the column's texts to one of them, or take it out")
  }
}
