import Diagnostics
import Policy

/// NEP 57, "Tier 3": no wheels are released for the platform.
extension Rule {
  static let unexpectedWheels = Rule(
    id: "unexpected-wheels", family: .wheels, severity: .error,
    summary: "a job builds released wheels of a platform whose place promises that there are none",
    rationale: """
      Releasing wheels is a long-term commitment of the whole project, so a tier says whether it is made. A wheel that \
      is released all the same is one that users rely on and nobody answers for. A move that starts with a coming \
      release leaves the wheels of the releases before it in order. Held against workflows by an audit, so is what a \
      release builds beside its wheels: a warning where a step before the upload removes it by its name.
      """,
    remedy:
      "Remove the job from the wheel build and from 'wheels', or move the platform to a tier that releases wheels.",
    accepted: [
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        wheels:
          tags: ['*-*-haiku_*']
          last-release: 2.5.5
        moves: [{date: 2026-02-09, to: tier-3}]
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
        """),
      .files(
        """
        --- policy.yaml
        id: small
        name: a small policy
        tiers:
          - {id: tier-1, name: Tier 1, columns: [Platform, Notes], wheels: released}
          - {id: tier-2, name: Tier 2, columns: [Platform, Notes], wheels: none}
        release-cycles:
          - {release: 3.0.0, start: 2026-07-01, mid-cycle: 2026-10-01, first-release-candidate: 2026-12-20}
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        wheels:
          tags: ['*-*-haiku_*']
          jobs:
            - {workflow: .github/workflows/wheels.yml, job: haiku, hosting: github, execution: native}
        moves:
          - {date: 2026-02-09, to: tier-1}
          - {date: 2026-08-16, to: tier-2, release: 3.0.0}
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
            - {↓workflow: .github/workflows/wheels.yml, job: haiku, hosting: github, execution: native}
        moves: [{date: 2026-02-09, to: tier-3}]
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
        wheels:
          tags: ['*-*-haiku_*']
          jobs:
            - {↓workflow: .github/workflows/wheels.yml, job: haiku, hosting: github, execution: native}
        moves:
          - {date: 2026-02-09, to: tier-2}
          - {date: 2026-06-16, to: tier-3}
        """),
    ],
    check: .platform(check))

  private static func check(_ context: PlatformContext, report: (Finding) -> Void) {
    guard let tier = context.tier, tier.duties.wheels.kind == .none, !context.stillReleasesWheels else { return }
    for job in context.wheelJobs { report(.unexpectedWheels(context, job: job, tier: tier)) }
  }
}

extension Finding {
  fileprivate static func unexpectedWheels(_ context: PlatformContext, job: PlatformJob, tier: Tier) -> Finding {
    Finding(
      "\(job.name.quoted) builds wheels of \(context.platform.name.quoted), and \(tier.name.quoted) releases none",
      at: context.places["wheels", "jobs", .element(job.index)], notes: context.moveNote,
      help: "\(tier.duties.wheels.because); remove the job, or move the platform to a tier that releases wheels")
  }
}

extension PlatformContext {
  /// Whether the present place starts with a release that has no candidate yet, and the one before it releases wheels.
  fileprivate var stillReleasesWheels: Bool {
    guard let move = platform.move(at: today), let release = move.release,
      let cycle = registry.policy.releaseCycles.first(where: { $0.release.isCovered(by: release) }),
      today < cycle.firstCandidate
    else { return false }
    let earlier = platform.moves.last { $0.date <= today && $0 != move }
    return earlier.flatMap { registry.policy.place($0.to)?.tier }?.duties.wheels.kind == .released
  }
}
