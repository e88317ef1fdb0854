import Diagnostics
import Policy

/// NEP 57, "Decision making": a move to a lower tier is discussed on the mailing list.
extension Rule {
  static let undecidedDemotion = Rule(
    id: "undecided-demotion", family: .review, severity: .error,
    summary: "a platform goes down a tier, or out of all tiers, without a link to the discussion",
    rationale: """
      Users of the platform lose something by it, and the mailing list is where they hear of it and can answer. The \
      policy therefore wants each demotion discussed there, case by case. Years later the link is what tells why.
      """,
    remedy: """
      Whoever proposes the demotion starts a thread on the mailing list and links it: in the row's note, or as \
      `mailing-list` of the platform's last move in the registry.
      """,
    accepted: [
      .change(
        from: .markdown(
          """
          ## Tier 3

          | Platform | Notes             | Contacts     |
          |----------|-------------------|--------------|
          | Haiku    | Runs on Cirrus CI | Ada Lovelace |
          """),
        to: .markdown(
          """
          ## Unsupported platforms

          Previously in a supported tier:

          | Platform | Notes                    |
          |----------|--------------------------|
          | Haiku    | Was Tier 3, see [why][1] |

          [1]: https://mail.python.org/archives/list/numpy-discussion@python.org/thread/ABCDEFGHIJKLMNOPQRSTUVWXYZ234567/
          """))
    ],
    flagged: [
      .change(
        from: .markdown(
          """
          ## Tier 3

          | Platform | Notes             | Contacts     |
          |----------|-------------------|--------------|
          | Haiku    | Runs on Cirrus CI | Ada Lovelace |
          """),
        to: .markdown(
          """
          ## Unsupported platforms

          Previously in a supported tier:

          | Platform | Notes      |
          |----------|------------|
          | ↓Haiku    | Was Tier 3 |
          """)),
      .change(
        from: .files(
          """
          --- platforms/haiku.yaml
          name: Haiku
          target: {os: haiku, arch: x86-64, interpreter: cpython}
          moves: [{date: 2026-02-09, to: tier-1}]
          """),
        to: .files(
          """
          --- platforms/haiku.yaml
          name: Haiku
          target: {os: haiku, arch: x86-64, interpreter: cpython}
          notes: No wheels from 2.6.0 on
          moves:
            - {date: 2026-02-09, to: tier-1}
            - {date: 2026-06-16, to: ↓tier-3, release: 2.6.0}
          """)),
    ],
    check: .change(check))

  private static func check(_ context: ReviewContext, report: (ReviewReport) -> Void) {
    for change in context.changes where change.falls {
      let missing = change.missing([.mailingList, .council])
      guard let first = missing.first else { continue }
      let advice = Advice(for: change.change, in: context.head)
      let action = "whoever proposes the move starts the thread there, then: \(advice.mailingList)"
      var finding = ReviewReport(
        "\(change.name.quoted) \(change.journey), without \(missing.map { $0.evidence.words }.listed)",
        at: change.spot(in: context),
        help: advice.help(first.because, first.evidence == .mailingList ? action : advice.council))
      finding.subject = change.name
      report(finding)
    }
  }
}
