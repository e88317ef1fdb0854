import Diagnostics
import Documents
import Policy

/// NEP 57: a platform has one place.
extension Rule {
  static let lingeringEntry = Rule(
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
    ],
    check: .change(check))

  private static func check(_ context: ReviewContext, report: (ReviewReport) -> Void) {
    for change in context.changes {
      for told in change.change.documents {
        for entry in told.lingering { report(finding(entry, told)) }
      }
    }
  }

  private static func finding(_ entry: Entry, _ change: EntryChange) -> ReviewReport {
    let place = change.head?.place.name ?? ""
    var finding = ReviewReport(
      "\(entry.name.quoted) is now in \(place.quoted) and still listed under \(entry.place.name.quoted)",
      at: entry.spot,
      help: "a platform has one place: delete this row")
    if let head = change.head, head.spot.file == entry.spot.file {
      finding.notes = [Diagnostic.Note("its new row", at: head.spot.range)]
      finding.replacedRange = max(head.row?.range, entry.row?.range)
    }
    finding.subject = entry.name
    finding.replaces = ["duplicate-platform"]
    return finding
  }

  /// Of two rows, the one further down, which is the one that lint takes for the repeated one.
  private static func max(_ first: SourceRange?, _ second: SourceRange?) -> SourceRange? {
    guard let first, let second else { return first ?? second }
    return first.start < second.start ? second : first
  }
}
