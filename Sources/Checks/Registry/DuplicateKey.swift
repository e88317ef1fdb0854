import Diagnostics

/// A key of a registry is given once.
extension Rule {
  static let duplicateKey = Rule(
    id: "duplicate-key", family: .registry, severity: .error,
    summary: "a key that is given twice",
    rationale: """
      YAML's own rules forbid a key twice, and readers take the first or the last of the two as they please. Here neither \
      is dropped in silence.
      """,
    remedy: "Keep one of the two.",
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
        notes: donated machines
        ↓notes: own machines
        moves: [{date: 2026-02-09, to: tier-3}]
        """),
      .files(
        """
        --- people.yaml
        ada: {name: Ada Lovelace}
        ↓ada: {name: Ada King}
        """),
    ])
}
