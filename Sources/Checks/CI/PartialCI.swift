import Diagnostics
import Policy

/// NEP 57, "Motivation and scope": partial testing in CI is out of the policy's scope.
extension Rule {
  static let partialCI = Rule(
    id: "partial-ci", family: .ci, severity: .error,
    summary: "all CI of a platform is partial testing",
    rationale: """
      Running a part of the tests, for SIMD code under QEMU say, is useful and not what the policy speaks of: it shows \
      nothing of the rest, so it fulfils no tier's duty. Held against workflows by an audit, so is a job that chooses \
      tests and is listed as one that runs all, and, as a warning, a platform that is tested on development versions \
      of Python only.
      """,
    remedy: """
      Add a job that runs the whole test suite and list it; remove 'scope: partial' from a job that does; or move the \
      platform.
      """,
    accepted: [
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: arm64, interpreter: cpython}
        ci:
          - {workflow: .github/workflows/simd.yml, job: neon, hosting: github, execution: emulated, scope: partial}
          - {workflow: .github/workflows/haiku.yml, job: test, hosting: github, execution: native}
        moves: [{date: 2026-02-09, to: tier-2}]
        """),
      .files(
        """
        --- platforms/plan-9.yaml
        name: Plan 9
        target: {os: plan-9, arch: arm64, interpreter: cpython}
        ci:
          - {workflow: .github/workflows/simd.yml, job: neon, hosting: github, execution: emulated, scope: partial}
        moves: [{date: 2026-02-09, to: formerly-supported}]
        """),
    ],
    flagged: [
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: arm64, interpreter: cpython}
        ci:
          - {workflow: .github/workflows/simd.yml, job: neon, hosting: github, execution: emulated, scope: ↓partial}
        moves: [{date: 2026-02-09, to: tier-3}]
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: arm64, interpreter: cpython}
        ci:
          - {workflow: .github/workflows/simd.yml, job: neon, hosting: github, execution: emulated, scope: ↓partial}
          - {workflow: .github/workflows/simd.yml, job: sve, hosting: github, execution: emulated, scope: partial}
        moves:
          - {date: 2026-02-09, to: tier-3}
          - {date: 2026-06-16, to: tier-2}
        """),
    ],
    check: .platform(check))

  private static func check(_ context: PlatformContext, report: (Finding) -> Void) {
    guard let tier = context.tier, let duty = tier.duties.ci else { return }
    guard let first = context.testJobs.first, context.fullJobs.isEmpty else { return }
    report(.partialCI(context, first: first, tier: tier, duty: duty))
  }
}

extension Finding {
  fileprivate static func partialCI(
    _ context: PlatformContext, first: PlatformJob, tier: Tier, duty: CIDuty
  ) -> Finding {
    Finding(
      "\(context.platform.name.quoted) is tested in part only, and \(tier.name.quoted) asks for CI",
      at: context.place(of: "scope", in: first),
      notes: context.notes("partial as well", of: "scope", in: context.testJobs.dropFirst()),
      help: "\(duty.because); list a job that runs the whole test suite, or move the platform")
  }
}
