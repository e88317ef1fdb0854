import Diagnostics

/// A value of a registry is one that its key can have.
extension Rule {
  static let invalidValue = Rule(
    id: "invalid-value", family: .registry, severity: .error,
    summary: "a value that its key does not have, or that contradicts another",
    rationale: """
      A day that the calendar does not have, a word that is none of the choices, a share above 100: such a value says \
      nothing, and taking it for something would be a guess.
      """,
    remedy: "Write one of the values that the message lists.",
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
        moves:
          - {date: 2026-02-09, to: known-interest}
          - {date: ↓2026-06-31, to: tier-3}
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        ci:
          - {workflow: .github/workflows/haiku.yml, job: test, hosting: github, execution: native}
          - {workflow: .github/workflows/haiku.yml, job: slow, hosting: ↓git-hub, execution: native}
        moves: [{date: 2026-02-09, to: tier-3}]
        """),
    ])
}
