import Diagnostics

/// A value of a registry has the type that its key asks for.
extension Rule {
  static let wrongType = Rule(
    id: "wrong-type", family: .registry, severity: .error,
    summary: "a list where a text is asked for, and the like",
    rationale: """
      A value of another type cannot be what was meant: a text in place of a list of moves, a quoted number. YAML's own \
      guesses are not made: what a key asks for decides how its value is read.
      """,
    remedy: "Write the value as the message says.",
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
        notes: ↓[donated machines]
        moves: [{date: 2026-02-09, to: tier-3}]
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        moves: ↓tier-3
        """),
    ])
}
