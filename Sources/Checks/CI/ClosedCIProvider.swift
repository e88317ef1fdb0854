import Diagnostics
import Policy

/// NEP 57: FreeBSD left its tier when its CI provider closed, s390x before that.
extension Rule {
  static let closedCIProvider = Rule(
    id: "closed-ci-provider", family: .ci, severity: .warning,
    summary: "a CI job of a platform in a tier runs on a service that has closed",
    rationale: """
      A job on a service that has closed (Travis CI for open source, Cirrus CI, Shippable) looks like CI and runs no \
      more. Platforms have left their tier that way, some of them long before anybody wrote it down.
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
          - {workflow: ↓.travis.yml, job: test, hosting: other-service, execution: native}
        moves: [{date: 2026-02-09, to: tier-2}]
        """),
    ],
    check: .platform(check))

  /// By the names of their configuration files, without the dot.
  private static let closed = ["travis": "Travis CI", "cirrus": "Cirrus CI", "shippable": "Shippable"]

  private static func check(_ context: PlatformContext, report: (Finding) -> Void) {
    guard context.tier != nil else { return }
    for job in context.testJobs + context.wheelJobs {
      guard let provider = provider(of: job.job) else { continue }
      report(.closedCIProvider(context, job: job, provider: provider))
    }
  }

  private static func provider(of job: CIJob) -> String? {
    guard job.hosting == .otherService, let file = job.workflow.split(separator: "/").last else { return nil }
    return closed.first { key, _ in file == ".\(key).yml" || file == ".\(key).yaml" || file == ".\(key).star" }?.value
  }
}

extension Finding {
  fileprivate static func closedCIProvider(
    _ context: PlatformContext, job: PlatformJob, provider: String
  ) -> Finding {
    Finding(
      "\(job.name.quoted) does not run any more, since \(provider) has closed",
      at: context.place(of: "workflow", in: job),
      help: "move the job to a service that runs, remove it, or move \(context.platform.name.quoted)")
  }
}
