import Diagnostics

/// A platform is in a tier or a list of the policy.
extension Rule {
  static let unknownPlace = Rule(
    id: "unknown-place", family: .registry, severity: .error,
    summary: "a move to what is neither a tier nor a list of the policy",
    rationale: """
      The policy says which tiers there are and what each asks. A place that it does not have promises nothing and asks \
      for nothing.
      """,
    remedy: "Write the id of a tier or of an unsupported list of the policy.",
    accepted: [
      .files(
        """
        --- people.yaml
        ada: {name: Ada Lovelace, role: maintainer}
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        contacts: [ada]
        moves: [{date: 2026-02-09, to: tier-3}]
        """)
    ],
    flagged: [
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        moves: [{date: 2026-02-09, to: ↓tier-4}]
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        moves:
          - {date: 2026-02-09, to: tier-3}
          - {date: 2026-06-16, to: ↓unsupported}
        """),
    ])
}
