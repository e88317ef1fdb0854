import Diagnostics
import Policy

/// NEP 57, each tier: CI failures block releases; Tier 1: those of wheel builds too.
extension Rule {
  static let nonBlockingCI = Rule(
    id: "non-blocking-ci", family: .ci, severity: .warning,
    summary: "no failure of a platform's CI can hold a release back, and its tier says that it does",
    rationale: """
      In every tier CI failures block a release. A job that may fail, with 'continue-on-error' or outside the required \
      checks, is green whatever happens, and nobody looks at it. Held against workflows by an audit, each job with \
      'continue-on-error' is reported, and each that builds and skips the tests.
      """,
    remedy: "Let the job fail the run and set 'blocks: true'; find out whether it does where that is unknown.",
    accepted: [
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        ci:
          - {workflow: .github/workflows/haiku.yml, job: nightly, hosting: github, execution: native, blocks: false}
          - {workflow: .github/workflows/haiku.yml, job: test, hosting: github, execution: native}
        moves: [{date: 2026-02-09, to: tier-3}]
        """)
    ],
    flagged: [
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        ci:
          - {workflow: .github/workflows/haiku.yml, job: test, hosting: github, execution: native, blocks: ↓false}
        moves: [{date: 2026-02-09, to: tier-3}]
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        ci:
          - {workflow: .github/workflows/haiku.yml, job: test, hosting: github, execution: native}
        wheels:
          tags: ['*-*-haiku_*']
          jobs:
            - {workflow: .github/workflows/wheels.yml, job: haiku, hosting: github, execution: native, blocks: ↓unknown}
        moves: [{date: 2026-02-09, to: tier-1}]
        """),
    ],
    check: .platform(check))

  private static func check(_ context: PlatformContext, report: (Finding) -> Void) {
    guard let duty = context.tier?.duties.blocking else { return }
    let kinds = [
      duty.causes.contains(.ci) ? context.fullJobs : [], duty.causes.contains(.wheelBuild) ? context.wheelJobs : [],
    ]
    for jobs in kinds where !jobs.contains(where: { $0.job.blocks == .known(true) }) {
      guard let first = jobs.first(where: { $0.job.blocks == .unknown }) ?? jobs.first else { continue }
      report(.nonBlockingCI(context, job: first, duty: duty))
    }
  }
}

extension Finding {
  fileprivate static func nonBlockingCI(
    _ context: PlatformContext, job: PlatformJob, duty: BlockingDuty
  ) -> Finding {
    let kind = job.buildsWheels ? "wheel build" : "CI"
    let platform = context.platform.name.quoted
    let isUnknown = job.job.blocks == .unknown
    return Finding(
      isUnknown
        ? "nothing says whether a failing \(kind) of \(platform) holds a release back"
        : "a failing \(kind) of \(platform) holds no release back",
      at: context.place(of: "blocks", in: job),
      help: isUnknown
        ? "\(duty.because); find out and write 'blocks: true' or 'blocks: false'"
        : "\(duty.because); let a job fail its run, without 'continue-on-error', and write 'blocks: true'")
  }
}
