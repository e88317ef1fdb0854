import Diagnostics
import Policy

/// NEP 57, "Releasing wheels to PyPI": buildable on publicly visible CI.
extension Rule {
  static let privateWheelBuild = Rule(
    id: "private-wheel-build", family: .wheels, severity: .error,
    summary: "released wheels are not built where everybody can see it",
    rationale: """
      Whoever installs a wheel runs code that somebody compiled. On public CI anybody can see from which sources and \
      how; a wheel from a person's own machine has to be taken on trust. That nothing is known of it is a warning. \
      Held against workflows by an audit, so is a job that builds or publishes them on a self-hosted machine.
      """,
    remedy: "Build the wheels on public CI and write 'public-build: true'.",
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
          public-build: true
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
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        wheels:
          tags: ['*-*-haiku_*']
          jobs:
            - {workflow: .github/workflows/wheels.yml, job: haiku, hosting: github, execution: native}
          public-build: ↓false
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
          public-build: true
        moves: [{date: 2026-02-09, to: tier-2}]
        --- platforms/plan-9.yaml
        name: Plan 9
        target: {os: plan-9, arch: x86-64, interpreter: cpython}
        wheels:
          tags: ['*-*-haiku_*']
          jobs:
            - {workflow: .github/workflows/wheels.yml, job: haiku, hosting: github, execution: native}
          public-build: ↓unknown
        moves: [{date: 2026-02-09, to: tier-2}]
        """),
    ],
    check: .platform(check))

  private static func check(_ context: PlatformContext, report: (Finding) -> Void) {
    guard context.wheelTier != nil, !context.platform.wheels.jobs.isEmpty else { return }
    let isPublic = context.platform.wheels.isPublicBuild
    if isPublic != .known(true) { report(.privateWheelBuild(context, isKnown: isPublic != .unknown)) }
  }
}

extension Finding {
  fileprivate static func privateWheelBuild(_ context: PlatformContext, isKnown: Bool) -> Finding {
    let platform = context.platform.name.quoted
    return Finding(
      isKnown
        ? "wheels of \(platform) are built where nobody else can see it"
        : "nothing says whether wheels of \(platform) are built in public",
      at: context.places["wheels", "public-build"],
      help: isKnown
        ? "released wheels are built on publicly visible CI; move the build there and write 'true'"
        : "released wheels are built on publicly visible CI; write 'public-build: true' if they are",
      severity: isKnown ? nil : .warning)
  }
}
