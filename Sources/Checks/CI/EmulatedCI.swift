import Diagnostics
import Policy

/// NEP 57, second principle: preferably native runners; emulation is slower and less reliable.
extension Rule {
  static let emulatedCI = Rule(
    id: "emulated-ci", family: .ci, severity: .warning,
    summary: "nothing tests a platform on the platform itself",
    rationale: """
      Native runners are preferred: emulation is slower and less reliable, it has faults of its own and hides the \
      machine's. What is cross-compiled and never run shows that it compiles and no more. The same holds for wheels, \
      which have to be tested well enough to be released. Held against workflows by an audit, each run that is built \
      and never run is reported where it stands, and each that is emulated though the registry says otherwise.
      """,
    remedy: "Test on the platform where there are machines for it, or exempt the platform with the reason.",
    accepted: [
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: arm64, interpreter: cpython}
        ci:
          - {workflow: .github/workflows/qemu.yml, job: haiku, hosting: github, execution: emulated}
          - {workflow: .github/workflows/haiku.yml, job: test, hosting: github, execution: native}
        moves: [{date: 2026-02-09, to: tier-2}]
        """)
    ],
    flagged: [
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: arm64, interpreter: cpython}
        ci:
          - {workflow: .github/workflows/qemu.yml, job: haiku, hosting: github, execution: ↓emulated}
          - {workflow: .github/workflows/cross.yml, job: haiku, hosting: github, execution: cross-compiled}
        moves: [{date: 2026-02-09, to: tier-3}]
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: arm64, interpreter: cpython}
        ci:
          - {workflow: .github/workflows/haiku.yml, job: test, hosting: github, execution: native}
        wheels:
          tags: ['*-*-haiku_*']
          jobs:
            - {workflow: .github/workflows/wheels.yml, job: haiku, hosting: github, execution: ↓cross-compiled}
        moves: [{date: 2026-02-09, to: tier-2}]
        """),
    ],
    check: .platform(check))

  private static func check(_ context: PlatformContext, report: (Finding) -> Void) {
    guard let tier = context.tier else { return }
    let kinds = [tier.duties.ci == nil ? [] : context.fullJobs, context.wheelTier == nil ? [] : context.wheelJobs]
    for jobs in kinds where !jobs.contains(where: { $0.job.execution == .native }) {
      // What is run somehow says more than what is not run.
      guard let best = jobs.first(where: { $0.job.execution == .emulated }) ?? jobs.first else { continue }
      let unrun = jobs.filter { $0.job.execution == .crossCompiled && $0.index != best.index }
      report(.emulatedCI(context, job: best, unrun: unrun, tier: tier))
    }
  }
}

extension Finding {
  fileprivate static func emulatedCI(
    _ context: PlatformContext, job: PlatformJob, unrun: [PlatformJob], tier: Tier
  ) -> Finding {
    let platform = context.platform.name.quoted
    let isRun = job.job.execution == .emulated
    let what = job.buildsWheels ? "the wheels of \(platform)" : platform
    let verb = job.buildsWheels ? "are" : "is"
    let duty = job.buildsWheels ? tier.duties.wheels.because : tier.duties.ci?.because ?? ""
    return Finding(
      isRun ? "\(what) \(verb) tested under emulation only" : "\(what) \(verb) cross-compiled and never run",
      at: context.place(of: "execution", in: job),
      notes: context.notes("what this job builds is never run", of: "execution", in: unrun),
      help: "\(duty), preferably with native runners; test on the platform itself, or exempt it with the reason")
  }
}
