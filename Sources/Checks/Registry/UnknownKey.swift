import Diagnostics

/// A file of a registry has the keys that its schema lists.
extension Rule {
  static let unknownKey = Rule(
    id: "unknown-key", family: .registry, severity: .error,
    summary: "a key that files of this kind do not have",
    rationale: """
      A misspelt key is a fact that nobody reads: a contact who is never asked, a job that does not count. So every key \
      that is not known is reported, with the one that was probably meant.
      """,
    remedy: "Spell the key as the schema has it, or remove it; a comment holds what has no key.",
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
        --- people.yaml
        ada: {name: Ada Lovelace, role: maintainer}
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        ↓contact: [ada]
        moves: [{date: 2026-02-09, to: tier-3}]
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        moves:
          - {date: 2026-02-09, to: tier-3, ↓pull-requests: 12}
        """),
    ])
}
