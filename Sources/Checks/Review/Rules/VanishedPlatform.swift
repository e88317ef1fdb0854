import Diagnostics
import Policy

/// NEP 57, "Tiers": a platform that is brought into line with no tier is listed as unsupported.
extension Rule {
  static let vanishedPlatform = Rule(
    id: "vanished-platform", family: .review, severity: .error,
    summary: "a platform is gone from its tier and listed nowhere",
    rationale: """
      Whoever uses the platform looks it up and finds nothing: no last release, no reason, no hint that it ever was \
      supported. The policy lists a platform that meets no tier any more as unsupported.
      """,
    remedy: """
      Add it to the list of formerly supported platforms, with its tier, the last release and the link to the discussion \
      in the note. In a registry, keep its file and add a move.
      """,
    accepted: [
      .change(
        from: .markdown(
          """
          ## Tier 3

          | Platform    | Notes | Contacts     |
          |-------------|-------|--------------|
          | Haiku/amd64 |       | Ada Lovelace |
          """),
        to: .markdown(
          """
          ## Tier 3

          | Platform  | Notes | Contacts     |
          |-----------|-------|--------------|
          | Haiku x64 |       | Ada Lovelace |
          """))
    ],
    flagged: [
      .change(
        from: .markdown(
          """
          ## Tier 3

          | Platform | Notes | Contacts     |
          |----------|-------|--------------|
          | Plan 9   |       | Ada Lovelace |
          | Haiku    |       | Ada Lovelace |
          """),
        to: .markdown(
          """
          ## ↓Tier 3

          | Platform | Notes | Contacts     |
          |----------|-------|--------------|
          | Plan 9   |       | Ada Lovelace |
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
          ↓Tier 1
          ------

          ========  =====
          Platform  Notes
          ========  =====
          Plan 9    none
          ========  =====
          """)),
    ],
    check: .change(check))

  private static func check(_ context: ReviewContext, report: (ReviewReport) -> Void) {
    let list = context.policy.unsupportedLists.first { $0.kind == .formerlySupported }
    for change in context.changes {
      guard let tier = change.change.from?.tier, change.change.to == nil,
        let asked = change.missing([.unsupportedListing]).first
      else { continue }
      let name = list?.name ?? "unsupported platforms"
      let advice = Advice(for: change.change, in: context.head)
      var finding = ReviewReport(
        "\(change.name.quoted) is gone from \(tier.name.quoted) and listed nowhere",
        at: change.spot(in: context),
        help: advice.help(
          asked.because,
          "list it under \(name.quoted) with the note 'Was \(tier.name) for releases up to X.Y' and a link to the discussion"
        ))
      finding.subject = change.name
      report(finding)
    }
  }
}
