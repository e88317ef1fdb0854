import Diagnostics

/// The moves of a platform are in the order of their days.
extension Rule {
  static let unorderedMoves = Rule(
    id: "unordered-moves", family: .registry, severity: .error,
    summary: "a move is dated before the one above it",
    rationale: """
      A platform stands where its last move put it. Moves out of order put it somewhere else than their dates say, and \
      one of the dates may be a slip.
      """,
    remedy: "Sort the moves, oldest first, or correct the date.",
    accepted: [
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        moves:
          - {date: 2026-02-09, to: known-interest}
          - {date: 2026-06-16, to: tier-3}
        """)
    ],
    flagged: [
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        moves:
          - {date: 2026-06-16, to: known-interest}
          - {date: ↓2026-02-09, to: tier-3}
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        moves:
          - {date: 2026-02-09, to: known-interest}
          - {date: 2026-06-16, to: tier-3}
          - {date: ↓2025-07-17, to: tier-2}
        """),
    ])
}
