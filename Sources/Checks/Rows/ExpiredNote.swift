import Diagnostics
import Documents
import Policy

/// NEP 57 gives a date by which a platform is expected to become unsupported; once it has passed, the note misleads.
extension Rule {
  static let expiredNote = Rule(
    id: "expired-note", family: .rows, severity: .warning,
    summary: "a note announces something for a date that has passed",
    rationale: """
      Users plan by what a note announces: 'expected to become unsupported by the end of 2025' is a promise until then. \
      Afterwards it says that the table has not been looked at since. Dates that tell history ('was Tier 3 until', \
      'dropped in 2022', 'since') do not expire. '2027/28' has passed when 2028 has.
      """,
    remedy: "Do what the note announces, give it a new date, or take it out.",
    accepted: [
      .rst(
        """
        Tier 1
        ------

        ==============  ==========================================
        Platform        Notes
        ==============  ==========================================
        macOS x86-64    To become unsupported by 2098/99
        Windows x86-64  Tested on Windows Server 2022 since 2021-05
        ==============  ==========================================
        """),
      .markdown(
        """
        ## Unsupported platforms

        Previously in a supported tier:

        | Platform | Notes                                       |
        |----------|---------------------------------------------|
        | Haiku    | Was Tier 3 until 2021-05, dropped in 2022   |
        """),
    ],
    flagged: [
      .rst(
        """
        Tier 1
        ------

        ==============  ==========================================
        Platform        Notes
        ==============  ==========================================
        Windows x86-64  64-bit only
        macOS x86-64    ↓Expected to become unsupported by 2021/22
        ==============  ==========================================
        """),
      .markdown(
        """
        ## Tier 2

        | Platform | Notes                                | Contacts     |
        |----------|--------------------------------------|--------------|
        | Haiku    | ↓Supported until 2021-05              | Ada Lovelace |
        | Plan 9   | ↓Will be dropped by the end of 2021   | Ada Lovelace |
        """),
    ],
    check: .document(check))

  private static func check(_ context: RuleContext, report: (Finding) -> Void) {
    for listing in context.located.listings {
      let isHistory = listing.place.isFormerlySupported
      for row in listing.rows {
        guard let note = row.notes else { continue }
        let deadlines = NoteDeadline.deadlines(in: note.text, isHistory: isHistory)
        guard let passed = deadlines.first(where: { $0.lastDay < context.today }) else { continue }
        report(.expiredNote(note, deadline: passed, row: row, today: context.today))
      }
    }
  }
}

extension Place {
  /// Whether its platforms have been in a tier and are no longer.
  var isFormerlySupported: Bool {
    if case .unsupported(let list) = self { list.kind == .formerlySupported } else { false }
  }
}

extension Finding {
  fileprivate static func expiredNote(
    _ note: LocatedText, deadline: NoteDeadline, row: LocatedRow, today: CalendarDate
  ) -> Finding {
    Finding(
      "the note on \(row.platform.text.quoted) announces something for \(deadline.text(asIn: note.text).quoted), "
        + "which has passed",
      at: note.range,
      help: "today is \(today): do what the note announces, give it a new date, or say that it is history")
  }
}
