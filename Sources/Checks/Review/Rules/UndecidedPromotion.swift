import Diagnostics
import Policy

/// NEP 57, "Decision making": a move to a higher tier that releases wheels is discussed on the mailing list, and "Tiers":
/// promotion needs the Steering Council's support.
extension Rule {
  static let undecidedPromotion = Rule(
    id: "undecided-promotion", family: .review, severity: .error,
    summary: "a platform enters a tier that releases wheels without links to the discussion and the council's decision",
    rationale: """
      Wheels are a promise to everybody who installs them, and hard to take back. So the mailing list hears of it first, \
      and the Steering Council supports a promotion. A tier without wheels asks for a regular pull request only, and so \
      does, but for the discussion, a platform that was listed nowhere.
      """,
    remedy: """
      Whoever proposes the promotion starts a thread on the mailing list, asks the council, and links both: in the row's \
      note, or as `mailing-list` and `council` of the platform's last move in the registry.
      """,
    accepted: [
      .change(
        from: .markdown(
          """
          ## Unsupported platforms

          Known interest:

          | Platform | Notes |
          |----------|-------|
          | Haiku    |       |
          """),
        to: .markdown(
          """
          ## Tier 3

          | Platform | Notes                                                                    | Contacts     |
          |----------|--------------------------------------------------------------------------|--------------|
          | Haiku    | Runs on our runners, [gh-7](https://github.com/numpy/numpy/issues/7)     | Ada Lovelace |
          """))
    ],
    flagged: [
      .change(
        from: .markdown(
          """
          ## Tier 3

          | Platform | Notes                     | Contacts     |
          |----------|---------------------------|--------------|
          | Haiku    | Runs on the usual runners | Ada Lovelace |
          """),
        to: .markdown(
          """
          ## Tier 2

          | Platform | Notes                     | Contacts     |
          |----------|---------------------------|--------------|
          | ↓Haiku    | Runs on the usual runners | Ada Lovelace |
          """)),
      .change(
        from: .markdown(
          """
          ## Tier 2

          | Platform | Notes | Contacts     |
          |----------|-------|--------------|
          | Plan 9   |       | Ada Lovelace |
          """),
        to: .markdown(
          """
          ## Tier 2

          | Platform | Notes                     | Contacts     |
          |----------|---------------------------|--------------|
          | Plan 9   |                           | Ada Lovelace |
          | ↓Haiku    | Runs on the usual runners | Ada Lovelace |
          """)),
    ],
    check: .change(check))

  private static func check(_ context: ReviewContext, report: (ReviewReport) -> Void) {
    for change in context.changes where change.rises {
      let missing = change.missing([.mailingList, .council])
      guard !missing.isEmpty else { continue }
      let advice = Advice(for: change.change, in: context.head)
      let actions = missing.map { requirement in
        requirement.evidence == .council
          ? "ask the council and \(advice.council)"
          : "start the thread there and \(advice.mailingList)"
      }
      var finding = ReviewReport(
        "\(change.name.quoted) \(change.journey), without \(missing.map { $0.evidence.words }.listed)",
        at: change.spot(in: context),
        help: advice.help(missing.map { $0.because }.listed, actions.joined(separator: "; ")))
      finding.subject = change.name
      report(finding)
    }
  }
}
