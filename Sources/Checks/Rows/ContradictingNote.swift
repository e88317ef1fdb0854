import Diagnostics
import Documents
import Policy

/// NEP 57: no wheels are released for the third tier; every tier asks for regular CI.
extension Rule {
  static let contradictingNote = Rule(
    id: "contradicting-note", family: .rows, severity: .error,
    summary: "a note says the contrary of what the platform's tier promises",
    rationale: """
      A tier either releases wheels for its platforms or promises that there are none, and a supported platform is \
      tested by CI. A note that says otherwise leaves the reader with two answers, and the tier's is the one that users \
      rely on. Nightly and development wheels are no releases; what was or will be contradicts nothing.
      """,
    remedy: "Correct the note, or move the platform to the tier that fits what it says.",
    accepted: [
      .rst(
        """
        Tier 3
        ------

        ========  ==========================================  ============
        Platform  Notes                                       Contacts
        ========  ==========================================  ============
        Haiku     Nightly wheels are available for the docs   Ada Lovelace
        Plan 9    No wheels are released, see the discussion  Ada Lovelace
        Hurd      Wheels were released on PyPI until 2.4      Ada Lovelace
        ========  ==========================================  ============
        """),
      .markdown(
        """
        ## Tier 1

        | Platform       | Notes                                 |
        |----------------|---------------------------------------|
        | Windows x86-64 | Wheels are released on PyPI           |
        | macOS arm64    | No CI failures are known              |
        | macOS x86-64   | No wheels for PyPy                    |
        """),
    ],
    flagged: [
      .rst(
        """
        Tier 3
        ------

        ========  ===================================  ============
        Platform  Notes                                Contacts
        ========  ===================================  ============
        Haiku     runs on donated machines             Ada Lovelace
        Plan 9    ↓Wheels are released on PyPI as well  Ada Lovelace
        ========  ===================================  ============
        """),
      .rst(
        """
        Tier 3
        ------

        Tier 3 platforms:

        - Haiku (note: runs on donated machines), *Ada Lovelace*
        - Plan 9 (note: ↓there is no CI for it), *Ada Lovelace*
        """),
      .markdown(
        """
        ## Tier 2

        | Platform | Notes                           | Contacts     |
        |----------|---------------------------------|--------------|
        | Haiku    | ↓Not tested in regular CI        | Ada Lovelace |
        | Plan 9   | ↓Beta. The CI job is disabled.   | Ada Lovelace |
        | Hurd     | ↓No wheels from 2.6.0 on         | Ada Lovelace |
        """),
    ],
    check: .document(check))

  private static func check(_ context: RuleContext, report: (Finding) -> Void) {
    for listing in context.located.listings {
      guard let duties = listing.place.tier?.duties else { continue }
      for row in listing.rows {
        guard let note = row.notes else { continue }
        let claims = NoteClaim.contradictions(of: duties, in: note.text)
        if claims.contains(.releasesWheels) { report(.wheels(note, row: row, because: duties.wheels.because)) }
        if claims.contains(.endsWheels) { report(.noWheels(note, row: row, because: duties.wheels.because)) }
        if claims.contains(.hasNoCI), let ci = duties.ci {
          report(.noCI(note, row: row, because: ci.because))
        }
      }
    }
  }
}

extension Finding {
  fileprivate static func wheels(_ note: LocatedText, row: LocatedRow, because: String) -> Finding {
    Finding(
      "the note on \(row.platform.text.quoted) says that wheels are released, and \(row.place.name.quoted) has none",
      at: note.range,
      help: "say 'nightly wheels' if those are meant, or move the platform to a tier with wheels: \(because)")
  }

  fileprivate static func noWheels(_ note: LocatedText, row: LocatedRow, because: String) -> Finding {
    Finding(
      "the note on \(row.platform.text.quoted) says that it has no wheels, which \(row.place.name.quoted) promises",
      at: note.range, help: "correct the note, or move the platform to a tier without wheels: \(because)")
  }

  fileprivate static func noCI(_ note: LocatedText, row: LocatedRow, because: String) -> Finding {
    Finding(
      "the note on \(row.platform.text.quoted) says that it has no CI, which \(row.place.name.quoted) asks for",
      at: note.range,
      help: "correct the note, or list the platform as unsupported: \(because)")
  }
}
