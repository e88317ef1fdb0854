import Diagnostics
import Documents
import Policy

/// NEP 57: what a tier promises holds for every platform that its section lists.
extension Rule {
  static let dividedTier = Rule(
    id: "divided-tier", family: .review, severity: .error,
    summary: "platforms go below a heading of their own within their tier's section",
    rationale: """
      To the policy a platform is in the tier under whose heading it stands. A heading below that, such as 'No longer \
      built' or 'Provisional', or such words before a second table, may take back what the tier promises, without a move \
      that anybody would have to decide. Whether it does, the page does not say: somebody has to look.
      """,
    remedy: """
      A platform that leaves the tier goes to the tier or list that it belongs to. If all that the tier promises holds for \
      the platform, leave its row with the others, or say above the table why it stands apart: \
      `platform-tiers: ignore divided-tier -- REASON`.
      """,
    accepted: [
      .change(
        from: .markdown(
          """
          ## Tier 1

          ### Servers

          | Platform | Notes |
          |----------|-------|
          | Haiku    |       |
          """),
        to: .markdown(
          """
          ## Tier 1

          ### Servers

          | Platform | Notes     |
          |----------|-----------|
          | Haiku    | See below |
          """))
    ],
    flagged: [
      .change(
        from: .markdown(
          """
          ## Tier 1

          | Platform | Notes |
          |----------|-------|
          | Haiku    |       |
          | Plan 9   |       |
          """),
        to: .markdown(
          """
          ## Tier 1

          | Platform | Notes |
          |----------|-------|
          | Haiku    |       |

          ### No longer built

          | Platform | Notes |
          |----------|-------|
          | ↓Plan 9   |       |
          """)),
      .change(
        from: .markdown(
          """
          ## Tier 1

          | Platform | Notes |
          |----------|-------|
          | Haiku    |       |
          | Plan 9   |       |
          | Hurd     |       |
          """),
        to: .markdown(
          """
          ## Tier 1

          | Platform | Notes |
          |----------|-------|
          | Haiku    |       |

          Provisional:

          | Platform | Notes |
          |----------|-------|
          | ↓Plan 9   |       |
          | Hurd     |       |
          """)),
    ],
    check: .change(check))

  private static func check(_ context: ReviewContext, report: (ReviewReport) -> Void) {
    struct Group {
      var division: String
      var heads: [Listing]
    }
    var groups: [Group] = []
    for head in context.changes.flatMap({ $0.change.documents }).filter({ $0.changesDivision }).compactMap({ $0.head })
    {
      guard let division = head.division else { continue }
      let known = groups.firstIndex { group in
        group.division == division && group.heads[0].location.file == head.location.file
          && group.heads[0].place.id == head.place.id
      }
      if let known { groups[known].heads.append(head) } else { groups.append(Group(division: division, heads: [head])) }
    }
    for group in groups {
      let (first, tier) = (group.heads[0], group.heads[0].place.name.quoted)
      let names = group.heads.map { $0.name.quoted }.listed
      var finding = ReviewReport(
        "\(names) \(group.heads.count == 1 ? "is" : "are") listed below \(group.division.quoted) now, within \(tier), "
          + "and nothing says whether all that \(tier) promises still holds",
        at: first.location,
        help:
          "move what leaves \(tier) to the tier or list that it belongs to; if nothing is taken back, list it among "
          + "the others, or write 'platform-tiers: ignore divided-tier -- REASON' as a comment above the table")
      finding.subject = first.name
      report(finding)
    }
  }
}
