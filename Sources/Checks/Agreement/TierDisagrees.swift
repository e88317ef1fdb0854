import Diagnostics
import Documents
import Policy

/// The document and the registry have a platform in the same place.
enum TierDisagrees: AgreementRule {
  static let description = RuleDescription(
    id: "tier-disagrees", family: .agreement, severity: .error,
    summary: "the document lists a platform elsewhere than the registry",
    rationale: """
      A platform has one place: what it is promised and what it owes depend on it. In the registry that is the last move \
      in force on the day, with its date and where it was decided; a row elsewhere promises something that nobody decided.
      """,
    remedy: "Move the row to where the registry has the platform, or add the move to the registry.",
    accepted: [
      .files(
        """
        --- people.yaml
        ada: {name: Ada Lovelace, role: maintainer}
        grace: {name: Grace Hopper, role: maintainer}
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        contacts: [ada]
        moves:
          - {date: 2026-02-09, to: tier-3}
          - {date: 2027-02-09, to: tier-2}
        --- platforms.md
        ## Tier 3

        | Platform | Notes | Contacts     |
        |----------|-------|--------------|
        | Haiku    |       | Ada Lovelace |
        """)
    ],
    flagged: [
      .files(
        """
        --- people.yaml
        ada: {name: Ada Lovelace, role: maintainer}
        grace: {name: Grace Hopper, role: maintainer}
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        contacts: [ada]
        moves: [{date: 2026-02-09, to: tier-2, pull-request: 1}]
        --- platforms.md
        ## Tier 3

        | Platform | Notes | Contacts     |
        |----------|-------|--------------|
        | ↓Haiku    |       | Ada Lovelace |
        """),
      .files(
        """
        --- people.yaml
        ada: {name: Ada Lovelace, role: maintainer}
        grace: {name: Grace Hopper, role: maintainer}
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        contacts: [ada]
        moves: [{date: 2026-02-09, to: tier-3}]
        --- platforms/plan-9.yaml
        name: Plan 9
        target: {os: plan-9, arch: x86-64, interpreter: cpython}
        contacts: [ada]
        moves:
          - {date: 2026-02-09, to: tier-3}
          - {date: 2026-06-16, to: formerly-supported}
        --- platforms.md
        ## Tier 3

        | Platform | Notes | Contacts     |
        |----------|-------|--------------|
        | Haiku    |       | Ada Lovelace |
        | ↓Plan 9   |       | Ada Lovelace |
        """),
    ])

  static func check(_ agreement: Agreement, report: (Finding) -> Void) {
    for pair in agreement.misplaced { report(.tierDisagrees(pair)) }
  }
}

extension Finding {
  fileprivate static func tierDisagrees(_ pair: Agreement.Pair) -> Finding {
    let platform = pair.row.platform.text.quoted
    let (here, there) = (pair.row.place.name.quoted, pair.registered.place.name.quoted)
    return Finding(
      "\(platform) is listed in \(here), and the registry has it in \(there) \(pair.registered.origin)",
      at: pair.row.platform.range,
      help: "move the row to \(there), or add a move to \(pair.registered.file)")
  }
}
