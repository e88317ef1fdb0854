import Diagnostics
import Policy

/// NEP 57: FreeBSD left its tier when its CI provider closed, s390x before that.
extension Rule {
  static let closedCIProvider = Rule(
    id: "closed-ci-provider", family: .ci, severity: .error,
    summary: "a CI job of a platform in a tier runs on a service that has closed",
    rationale: """
      A job on a service that has closed (Cirrus CI, BuildJet, travis-ci.org, Shippable) looks like CI and runs no more; \
      where it is all the CI there is, that is an error. Platforms have left their tier that way, some of them long before \
      anybody wrote it down. A service counts as closed from the day on which it shut down, so that an audit of an earlier \
      day does not know of it. Of a '.travis.yml' alone it cannot be told which of Travis CI's two services runs it, of \
      which one is open.
      """,
    remedy: "Move the job to a service that runs, remove it, or move the platform.",
    accepted: [
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        ci:
          - {workflow: .github/workflows/haiku.yml, job: test, hosting: github, execution: native}
          - {workflow: .travis.yml, job: test, hosting: other-service, execution: native}
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
          - {workflow: .github/workflows/haiku.yml, job: test, hosting: github, execution: native}
          - {workflow: ↓.cirrus.yml, job: haiku, hosting: other-service, execution: native}
        moves: [{date: 2026-02-09, to: tier-3}]
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: s390x, interpreter: cpython}
        ci:
          - {workflow: .github/workflows/haiku.yml, job: a, runner: ↓buildjet-4vcpu-x, hosting: self-hosted, execution: native}
          - {workflow: ↓"https://travis-ci.org/numpy/numpy", job: test, hosting: other-service, execution: native}
        moves: [{date: 2026-02-09, to: tier-2}]
        """),
    ],
    check: .platform(check))

  private static func check(_ context: PlatformContext, report: (Finding) -> Void) {
    guard context.tier != nil else { return }
    for job in context.testJobs + context.wheelJobs {
      guard let service = job.job.closedService(by: context.today) else { continue }
      let verdict = context.verdict(on: job.buildsWheels ? .wheels : .ci)
      report(
        .closedCIProvider(
          context, job: job, service: service, isBroken: verdict?.shortcoming == .closedService(service.name)))
    }
  }
}

extension Finding {
  fileprivate static func closedCIProvider(
    _ context: PlatformContext, job: PlatformJob, service: ClosedService, isBroken: Bool
  ) -> Finding {
    Finding(
      "\(job.name.quoted) does not run any more, since \(service.name) closed on \(service.closed)",
      at: context.place(of: job.job.runner.map(service.runs) ?? false ? "runner" : "workflow", in: job),
      help: "move the job to a service that runs, remove it, or move \(context.platform.name.quoted); see "
        + service.source,
      severity: isBroken ? nil : .warning)
  }
}
