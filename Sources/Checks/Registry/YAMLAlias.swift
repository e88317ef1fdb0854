import Diagnostics

/// Values of a registry are written out.
extension Rule {
  static let yamlAlias = Rule(
    id: "yaml-alias", family: .registry, severity: .error,
    summary: "an alias or a merge key stands where a value belongs",
    rationale: """
      An alias makes one line mean what stands in another, and a few of them in each other make a file that fills the \
      memory. Files of a registry are read one value at a time, by people too, so values are written out.
      """,
    remedy: "Write the value out in place of the alias.",
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
        notes: ↓*board
        moves: [{date: 2026-02-09, to: tier-3}]
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        demand: {share: 2, ↓<<: *figures}
        moves: [{date: 2026-02-09, to: tier-3}]
        """),
    ])
}
