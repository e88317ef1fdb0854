import Diagnostics

/// A person has one id.
extension Rule {
  static let duplicatePerson = Rule(
    id: "duplicate-person", family: .registry, severity: .error,
    summary: "two ids of people.yaml have the same handle",
    rationale: """
      A person under two ids has their platforms spread over both: whoever asks what depends on them sees half of it.
      """,
    remedy: "Keep one of the two, and use its id in the platforms' files.",
    accepted: [
      .files(
        """
        --- people.yaml
        ada: {name: Ada Lovelace, handle: ada}
        grace: {name: Grace Hopper, handle: ghopper}
        """)
    ],
    flagged: [
      .files(
        """
        --- people.yaml
        ada: {name: Ada Lovelace, handle: lovelace}
        king: {name: Ada King, handle: ↓lovelace}
        """),
      .files(
        """
        --- people.yaml
        ada: {name: Ada Lovelace, handle: Lovelace}
        grace: {name: Grace Hopper, handle: ghopper}
        king: {name: Ada King, handle: ↓lovelace}
        """),
    ])
}
