import Diagnostics
import Documents
import Policy

/// NEP 57: a platform is in one tier, and what is in none is unsupported; it cannot be both or in two.
extension Rule {
  static let duplicatePlatform = Rule(
    id: "duplicate-platform", family: .rows, severity: .error,
    summary: "a platform is listed twice",
    rationale: """
      Every platform has one place: what it is promised follows from it. Listed in two tiers, or in a tier and as \
      unsupported, it is promised contradictory things; most often the old row stayed behind when the platform moved.
      """,
    remedy: "Delete the row that no longer holds.",
    accepted: [
      .rst(
        """
        Tier 1
        ------

        ==============  ======
        Platform        Notes
        ==============  ======
        Windows x86-64  a note
        Windows x86     a note
        ==============  ======
        """),
      .markdown(
        """
        ## Tier 1

        | Platform                 | Notes |
        |--------------------------|-------|
        | Linux x86-64 (manylinux) |       |
        | Linux x86-64 (musllinux) |       |
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
        ↓Windows x86-64  a note
        ==============  ======
        """),
      .markdown(
        """
        ## Tier 2

        | Platform | Notes | Contacts     |
        |----------|-------|--------------|
        | Haiku    |       | Ada Lovelace |

        ## Tier 3

        | Platform | Notes | Contacts     |
        |----------|-------|--------------|
        | ↓haiku    |       | Ada Lovelace |
        """),
    ],
    check: .document(check))

  private static func check(_ context: RuleContext, report: (Finding) -> Void) {
    for (row, earlier) in RepeatedRows.find(in: context.located, by: { $0.identityKey }) {
      // Two places may read the same row of a table that they share.
      if earlier.range != row.range { report(.duplicatePlatform(row, earlier: earlier)) }
    }
  }
}

extension Finding {
  fileprivate static func duplicatePlatform(_ row: LocatedRow, earlier: LocatedRow) -> Finding {
    let isSamePlace = row.place.id == earlier.place.id
    let places = isSamePlace ? "twice in \(row.place.name.quoted)" : [earlier.place.name, row.place.name].inBoth
    return Finding(
      "\(row.platform.text.quoted) is listed \(places)",
      at: row.platform.range,
      notes: [Diagnostic.Note("listed here first", at: earlier.platform.range)],
      help: isSamePlace
        ? "delete one of the rows" : "a platform has one place: delete the row that no longer holds")
  }
}

extension [String] {
  fileprivate var inBoth: String { map { "in \($0.quoted)" }.joined(separator: " and ") }
}
