import Diagnostics
import Documents
import Policy

/// NEP 57 lists each tier's platforms in a table at the end of the tier's section.
extension Rule {
  static let missingTable = Rule(
    id: "missing-table", family: .rows, severity: .error,
    summary: "a tier's section has no table of platforms",
    rationale: """
      The tables are the policy's facts: which platform is in which tier, and who answers for it. A section without one \
      promises support to nobody. A table that could not be read at all is reported as such, and not here again.
      """,
    remedy: """
      Add the table with the columns that the policy names. A bullet list is read as well if a paragraph such as \
      'Tier 2 platforms:' introduces it.
      """,
    accepted: [
      .rst(
        """
        Tier 1
        ------

        - Wheels are released.

        Tier 1 platforms:

        ==============  ============
        Platform        Notes
        ==============  ============
        Windows x86-64  64-bit only
        ==============  ============
        """),
      .rst(
        """
        Tier 1
        ------

        Tier 1 platforms:

        - Windows x86-64
        - macOS arm64
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

        ==============  ============
        Platform        Notes
        ==============  ============
        Windows x86-64  64-bit only
        ==============  ============

        ↓Tier 2
        ------

        - Wheels are released.
        - A failure of CI holds a release back.
        """),
      .markdown(
        """
        ## ↓Tier 1

        Windows and macOS.
        """),
    ],
    check: .document(check))

  private static func check(_ context: RuleContext, report: (Finding) -> Void) {
    let listed = Set(context.located.listings.filter { $0.form != .missing }.map { $0.place.id })
    var reported: Set<String> = []
    for listing in context.located.listings where listing.form == .missing && listing.place.listing.isRequired {
      guard !listed.contains(listing.place.id), reported.insert(listing.place.id).inserted,
        !hasUnreadTable(under: listing.heading, in: context.document)
      else { continue }
      report(.missingTable(listing))
    }
  }

  private static func hasUnreadTable(under heading: Section, in document: PolicyDocument) -> Bool {
    let next = document.sections.first { $0.range.start > heading.range.start && $0.level <= heading.level }
    return document.faults.contains { fault in
      guard fault.range.start > heading.range.start, next.map({ fault.range.start < $0.range.start }) ?? true else {
        return false
      }
      switch fault.kind {
      case .malformedTable, .swallowedTable: return true
      default: return false
      }
    }
  }
}

extension Finding {
  fileprivate static func missingTable(_ listing: LocatedListing) -> Finding {
    let columns = listing.place.listing.columns.filter { $0.isRequired }.map { $0.title }
    let introduction = listing.place.listing.introducedBy.first.map { ", introduced by '… \($0) …:'" } ?? ""
    return Finding(
      "there is no table of platforms for \(listing.place.name.quoted) under this heading",
      at: listing.heading.titleRange,
      help: "add a table with the columns \(columns.quotedList)\(introduction)")
  }
}
