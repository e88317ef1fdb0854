import Diagnostics
import Documents
import Policy

/// NEP 57, "Tiers": that support will end is announced by the middle of a feature release's cycle, and the platform is
/// unsupported from the first release candidate on.
extension Rule {
  static let missedAnnouncement = Rule(
    id: "missed-announcement", family: .review, severity: .warning,
    summary: "a platform leaves all tiers, and no announcement of it is linked",
    rationale: """
      Between the announcement, by the middle of the release cycle, and the first release candidate somebody may come \
      forward and keep the platform. Without it they learn of the end from a failing build. Where the policy's data has \
      no release cycle, it cannot be told whether it is too late: the finding is information then.
      """,
    remedy: """
      Link the announcement in the row's note, or as `announcement` of the platform's last move in the registry. Release \
      cycles are given under `release-cycles` of `policy.yaml`.
      """,
    accepted: [
      .change(
        from: .markdown(
          """
          ## Tier 3

          | Platform | Notes | Contacts     |
          |----------|-------|--------------|
          | Haiku    |       | Ada Lovelace |
          """),
        to: .markdown(
          """
          ## Unsupported platforms

          Previously in a supported tier:

          | Platform | Notes                                                        |
          |----------|--------------------------------------------------------------|
          | Haiku    | Was Tier 3, see the [announcement](https://example.org/news) |
          """))
    ],
    flagged: [
      .change(
        from: .markdown(
          """
          ## Tier 3

          | Platform | Notes | Contacts     |
          |----------|-------|--------------|
          | Haiku    |       | Ada Lovelace |
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
          moves: [{date: 2026-02-09, to: tier-3}]
          """),
        to: .files(
          """
          --- platforms/haiku.yaml
          name: Haiku
          target: {os: haiku, arch: x86-64, interpreter: cpython}
          moves:
            - {date: 2026-02-09, to: tier-3}
            - {date: 2026-10-16, to: ↓formerly-supported}
          """)),
    ],
    check: .change(check))

  private static func check(_ context: ReviewContext, report: (ReviewReport) -> Void) {
    for change in context.changes where change.leavesTiers {
      guard let asked = change.missing([.announcement]).first else { continue }
      let date = change.change.registry?.head?.move?.date ?? context.today
      let cycle = context.policy.releaseCycles.last { $0.start <= date }
      let advice = Advice(for: change.change, in: context.head)
      let due = cycle.map { "by \($0.middle), the middle of \($0.release)'s cycle" } ?? "by the middle of the cycle"
      var finding = ReviewReport(
        "\(change.name.quoted) leaves all tiers, and nothing shows that it was announced \(due)",
        at: change.spot(in: context), help: advice.help(asked.because, advice.announcement))
      finding.subject = change.name
      finding.severity = cycle == nil ? .info : nil
      report(finding)
    }
  }
}

extension Advice {
  fileprivate var announcement: String {
    format == nil
      ? "add 'announcement: https://…' to its last move"
      : "link the announcement in the note of its row among the unsupported platforms"
  }
}
