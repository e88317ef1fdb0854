import Diagnostics

/// Contacts are people of the registry.
extension Rule {
  static let unknownPerson = Rule(
    id: "unknown-person", family: .registry, severity: .error,
    summary: "a contact who is not in the list of people",
    rationale: """
      A contact is an id of people.yaml, so that a name is spelt in one place and somebody who steps down is found on all \
      their platforms. An id that is not there names nobody.
      """,
    remedy: "Correct the id, or add the person to people.yaml.",
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
        contacts: [ada, ↓grace]
        moves: [{date: 2026-02-09, to: tier-3}]
        """),
      .files(
        """
        --- people.yaml
        ada: {name: Ada Lovelace, role: maintainer}
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        contacts:
          - {person: ada, employment: none}
          - ↓{person: adda, employment: none}
        moves: [{date: 2026-02-09, to: tier-3}]
        """),
    ])
}
