import Diagnostics
import Documents
import Policy

/// NEP 57, Tiers 2 and 3: at least one person commits to take the responsibility.
extension Rule {
  static let lastContactRemoved = Rule(
    id: "last-contact-removed", family: .review, severity: .error,
    summary: "a platform stays in a tier that asks for contacts and loses the last of them",
    rationale: """
      Somebody steps down, and from then on nobody answers for the platform, while the page still promises it. The \
      policy knows two ways out: somebody else commits, or the platform moves to where nobody has to.
      """,
    remedy: "Name who takes over, or move the platform down as the policy has it.",
    accepted: [
      .change(
        from: .markdown(
          """
          ## Tier 2

          | Platform | Notes                                         | Contacts     |
          |----------|-----------------------------------------------|--------------|
          | Haiku    | See [the issue](https://x.example/o/issues/7) | Ada Lovelace |
          """),
        to: .markdown(
          """
          ## Tier 2

          | Platform | Notes                                         | Contacts     |
          |----------|-----------------------------------------------|--------------|
          | Haiku    | See [the issue](https://x.example/o/issues/7) | Grace Hopper |
          """))
    ],
    flagged: [
      .change(
        from: .markdown(
          """
          ## Tier 2

          | Platform | Notes | Contacts     |
          |----------|-------|--------------|
          | Plan 9   |       | Grace Hopper |
          | Haiku    |       | Ada Lovelace |
          """),
        to: .markdown(
          """
          ## Tier 2

          | Platform | Notes | Contacts     |
          |----------|-------|--------------|
          | Plan 9   |       | Grace Hopper |
          | ↓Haiku    |       |              |
          """)),
      .change(
        from: .files(
          """
          --- people.yaml
          ada: {name: Ada Lovelace, role: maintainer}
          --- platforms/haiku.yaml
          name: Haiku
          target: {os: haiku, arch: x86-64, interpreter: cpython}
          contacts: [ada]
          moves: [{date: 2026-02-09, to: tier-3}]
          """),
        to: .files(
          """
          --- people.yaml
          ada: {name: Ada Lovelace, role: maintainer}
          --- platforms/haiku.yaml
          name: Haiku
          target: {os: haiku, arch: x86-64, interpreter: cpython}
          moves: [{date: 2026-02-09, to: ↓tier-3}]
          """)),
    ],
    check: .change(check))

  private static func check(_ context: ReviewContext, report: (ReviewReport) -> Void) {
    for change in context.changes where !change.rises {
      guard let tier = change.change.to?.tier, tier.duties.contacts.minimum > 0 else { continue }
      let lost = change.change.parts.first { !$0.lostContacts.isEmpty && $0.head?.people.isEmpty == true }
      guard let lost, let head = lost.head else { continue }
      var finding = ReviewReport(
        "\(change.name.quoted) loses its last contact: \(lost.lostContacts.map { $0.quoted }.listed)",
        at: head.location,
        help: "\(tier.duties.contacts.because): name who takes over, or move the platform down")
      finding.subject = change.name
      finding.replaces = ["missing-contact"]
      finding.replacedRange = head.row?.range
      report(finding)
    }
  }
}
