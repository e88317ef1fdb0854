import Diagnostics

/// A platform has one file.
extension Rule {
  static let duplicatePlatformFile = Rule(
    id: "duplicate-platform-file", family: .registry, severity: .error,
    summary: "two files describe one platform",
    rationale: """
      Two files for a platform give it two places and two sets of contacts. They are the same platform when they have \
      the same id, the same name, or the same target where that is known.
      """,
    remedy: "Keep one of the files; say in the target or the name what makes the platforms differ, if they do.",
    accepted: [
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        moves: [{date: 2026-02-09, to: tier-3}]
        --- platforms/plan-9.yaml
        name: Plan 9
        target: {os: plan-9, arch: x86-64, interpreter: cpython}
        moves: [{date: 2026-02-09, to: tier-3}]
        """)
    ],
    flagged: [
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        moves: [{date: 2026-02-09, to: tier-3}]
        --- platforms/plan-9.yaml
        name: ↓Haiku
        target: {os: plan-9, arch: x86-64, interpreter: cpython}
        moves: [{date: 2026-02-09, to: tier-3}]
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        moves: [{date: 2026-02-09, to: tier-3}]
        --- platforms/plan-9.yaml
        name: Plan 9
        target: {os: plan-9, arch: x86-64, interpreter: cpython}
        moves: [{date: 2026-02-09, to: tier-3}]
        --- platforms/zeta.yaml
        name: Zeta
        target: ↓{os: plan-9, arch: x86-64, interpreter: cpython}
        moves: [{date: 2026-02-09, to: tier-3}]
        """),
    ])
}
