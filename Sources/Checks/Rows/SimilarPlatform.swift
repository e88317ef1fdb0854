import Diagnostics
import Documents
import Policy

/// NEP 57: a platform has one place; the same one under another spelling has two.
extension Rule {
  static let similarPlatform = Rule(
    id: "similar-platform", family: .rows, severity: .warning,
    summary: "a platform is listed again under another spelling",
    rationale: """
      'Linux amd64' and 'Linux x86-64' are one platform. Listed under both names it has two places and is promised two \
      things, and a search for one name finds half of what the policy says. Another word size, C library or interpreter \
      makes another platform and is not reported.
      """,
    remedy: "Delete one of the rows, or say in the label what makes the platforms differ.",
    accepted: [
      .rst(
        """
        Tier 1
        ------

        =========================  ======
        Platform                   Notes
        =========================  ======
        Windows x86-64             a note
        Windows x86                a note
        Linux aarch64 (manylinux)  a note
        Linux aarch64 (musllinux)  a note
        =========================  ======
        """),
      .markdown(
        """
        ## Tier 1

        | Platform     | Notes |
        |--------------|-------|
        | macOS arm64  |       |
        | macOS x86-64 |       |
        """),
    ],
    flagged: [
      .rst(
        """
        Tier 1
        ------

        ==============  ======
        Platform        Notes
        ==============  ======
        Windows x86-64  a note
        Windows arm64   a note
        ↓Windows AMD64   a note
        ==============  ======
        """),
      .markdown(
        """
        ## Tier 1

        | Platform    | Notes |
        |-------------|-------|
        | macOS arm64 |       |

        ## Tier 3

        | Platform         | Notes | Contacts     |
        |------------------|-------|--------------|
        | ↓OS X (aarch64)   |       | Ada Lovelace |
        """),
    ],
    check: .document(check))

  private static func check(_ context: RuleContext, report: (Finding) -> Void) {
    let repeated = RepeatedRows.find(in: context.located, by: { $0.spellingKey })
    // The same spelling is duplicate-platform's.
    for (row, earlier) in repeated where earlier.identityKey != row.identityKey {
      report(.similarPlatform(row, earlier: earlier))
    }
  }
}

extension Finding {
  fileprivate static func similarPlatform(_ row: LocatedRow, earlier: LocatedRow) -> Finding {
    Finding(
      "\(row.platform.text.quoted) is \(earlier.platform.text.quoted) of \(earlier.place.name.quoted) in another spelling",
      at: row.platform.range,
      notes: [Diagnostic.Note("\(earlier.platform.text.quoted) is listed here", at: earlier.platform.range)],
      help: "delete one of the two rows, or say in the label what makes the platforms differ")
  }
}
