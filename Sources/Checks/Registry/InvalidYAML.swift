import Diagnostics

/// Files of a registry are YAML, one value each.
extension Rule {
  static let invalidYAML = Rule(
    id: "invalid-yaml", family: .registry, severity: .error,
    summary: "a file is not YAML, or holds more than one document",
    rationale: """
      Nothing can be said of a file that does not read. What libyaml makes of the bytes is reported at the place where it \
      gives up; files that are not UTF-8, nest too deep or hold too many values are reported as well.
      """,
    remedy: "Mend the syntax at the place; text with a colon, a '#' or a leading '*' needs quotes.",
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
        notes: "see: the board"
        moves: [{date: 2026-02-09, to: tier-3}]
        """),
    ],
    flagged: [
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        notes: see↓: the board
        moves: [{date: 2026-02-09, to: tier-3}]
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        moves: [{date: 2026-02-09, to: tier-3}]
        ---
        ↓name: Plan 9
        """),
    ])
}
