import Diagnostics
import Documents
import Policy

/// NEP 57: a platform has one place.
enum LingeringEntry: ReviewRule {
  static let description = RuleDescription(
    id: "lingering-entry", family: .review, severity: .error,
    summary: "a platform has moved and is still listed where it was",
    rationale: """
      Two rows promise two things, and a reader believes the one that is found first. When a platform moves, its row \
      moves.
      """,
    remedy: "Delete the row in the old place.",
    accepted: [
      .change(
        from: .markdown(
          """
          ## Unsupported platforms

          Known interest:

          | Platform | Notes |
          |----------|-------|
          | Haiku    |       |
          | Plan 9   |       |
          """),
        to: .markdown(
          """
          ## Tier 3

          | Platform | Notes        | Contacts     |
          |----------|--------------|--------------|
          | Haiku    | Has CI there | Ada Lovelace |

          ## Unsupported platforms

          Known interest:

          | Platform | Notes |
          |----------|-------|
          | Plan 9   |       |
          """))
    ],
    flagged: [
      .change(
        from: .markdown(
          """
          ## Unsupported platforms

          Known interest:

          | Platform | Notes |
          |----------|-------|
          | Plan 9   |       |
          | Haiku    |       |
          """),
        to: .markdown(
          """
          ## Tier 3

          | Platform | Notes        | Contacts     |
          |----------|--------------|--------------|
          | Haiku    | Has CI there | Ada Lovelace |

          ## Unsupported platforms

          Known interest:

          | Platform | Notes |
          |----------|-------|
          | Plan 9   |       |
          | ↓Haiku    |       |
          """)),
      .change(
        from: .rst(
          """
          Tier 1
          ------

          ========  =====
          Platform  Notes
          ========  =====
          Plan 9    none
          Haiku     none
          ========  =====
          """),
        to: .rst(
          """
          Tier 1
          ------

          ========  =====
          Platform  Notes
          ========  =====
          Plan 9    none
          ↓Haiku     none
          ========  =====

          Tier 3
          ------

          ========  =====  ============
          Platform  Notes  Contacts
          ========  =====  ============
          Haiku     none   Ada Lovelace
          ========  =====  ============
          """)),
    ])

  static func check(_ context: ReviewContext, report: (ReviewReport) -> Void) {
    for change in context.changes {
      for part in change.change.documents {
        for listing in part.lingering { report(finding(listing, part)) }
      }
    }
  }

  private static func finding(_ listing: Listing, _ change: ListingChange) -> ReviewReport {
    let place = change.head?.place.name ?? ""
    var finding = ReviewReport(
      "\(listing.name.quoted) is now in \(place.quoted) and still listed under \(listing.place.name.quoted)",
      at: listing.location,
      help: "a platform has one place: delete this row")
    if let head = change.head, head.location.file == listing.location.file {
      finding.notes = [Diagnostic.Note("its new row", at: head.location.range)]
      finding.replacedRange = max(head.row?.range, listing.row?.range)
    }
    finding.subject = listing.name
    finding.replaces = ["duplicate-platform"]
    return finding
  }

  /// Of two rows, the one further down, which is the one that lint takes for the repeated one.
  private static func max(_ first: SourceRange?, _ second: SourceRange?) -> SourceRange? {
    guard let first, let second else { return first ?? second }
    return first.start < second.start ? second : first
  }
}
