import Diagnostics

/// A platform has a name, a target and a move.
extension Rule {
  static let missingKey = Rule(
    id: "missing-key", family: .registry, severity: .error,
    summary: "a key that files of this kind must have is not there",
    rationale: """
      A platform without a name cannot be listed, one without a target cannot be told from others, one without a move has \
      no place. What may be missing may be left out, and 'unknown' may be written where a fact is not known.
      """,
    remedy: "Add the key, with 'unknown' as its value where that is allowed and the fact is not known.",
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
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        demand: {share: unknown}
        moves: [{date: 2026-02-09, to: tier-3}]
        """),
    ],
    flagged: [
      .files(
        """
        --- platforms/haiku.yaml
        ↓name: Haiku
        moves: [{date: 2026-02-09, to: tier-3}]
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        moves:
          - {date: 2026-02-09, to: tier-3}
          - {↓to: tier-2}
        """),
    ])
}
