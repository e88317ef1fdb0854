import Diagnostics
import Policy

/// NEP 57, "Tier 1" and "Tier 2": the team releases wheels for the platform.
extension Rule {
  static let missingWheelJob = Rule(
    id: "missing-wheel-job", family: .wheels, severity: .error,
    summary: "a tier releases wheels, and nothing builds them for one of its platforms",
    rationale: """
      A tier with wheels promises them for every release. A platform that the wheel build leaves out has none, and its \
      users find out on the day of the release.
      """,
    remedy: "List the job that builds the wheels under 'wheels', or move the platform to a tier without wheels.",
    accepted: [
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        wheels:
          tags: ['*-*-haiku_*']
          jobs:
            - {workflow: .github/workflows/wheels.yml, job: haiku, hosting: github, execution: native}
        moves: [{date: 2026-02-09, to: tier-2}]
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        moves: [{date: 2026-02-09, to: tier-3}]
        """),
    ],
    flagged: [
      .files(
        """
        --- platforms/haiku.yaml
        ↓name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        moves: [{date: 2026-02-09, to: tier-2}]
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        wheels:
          tags: ['*-*-haiku_*']
          jobs:
            - {workflow: .github/workflows/wheels.yml, job: haiku, hosting: github, execution: native}
        moves: [{date: 2026-02-09, to: tier-2}]
        --- platforms/plan-9.yaml
        name: Plan 9
        target: {os: plan-9, arch: x86-64, interpreter: cpython}
        ↓wheels:
          tags: ['*-*-plan_9_*']
        moves:
          - {date: 2026-02-09, to: tier-3}
          - {date: 2026-06-16, to: tier-1}
        """),
    ],
    check: .platform(check))

  private static func check(_ context: PlatformContext, report: (Finding) -> Void) {
    guard let tier = context.wheelTier, context.platform.wheels.jobs.isEmpty, !context.platform.isUnknown(.wheels)
    else { return }
    report(.missingWheelJob(context, tier: tier))
  }
}

extension Finding {
  fileprivate static func missingWheelJob(_ context: PlatformContext, tier: Tier) -> Finding {
    Finding(
      "no job builds wheels of \(context.platform.name.quoted), and \(tier.name.quoted) releases them",
      at: context.places["wheels"], notes: context.moveNote,
      help: """
        \(tier.duties.wheels.because); list the job under 'wheels', as in \
        'jobs: [{workflow: .github/workflows/wheels.yml, job: build, hosting: github, execution: native}]'
        """)
  }
}
