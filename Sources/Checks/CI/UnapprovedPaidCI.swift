import Diagnostics
import Policy

/// NEP 57, second principle: free CI is best, decisions on paid CI are up to the Steering Council.
extension Rule {
  static let unapprovedPaidCI = Rule(
    id: "unapproved-paid-ci", family: .ci, severity: .warning,
    summary: "a paid CI job of a platform in a tier links no decision of the council",
    rationale: """
      Free CI is best. Paid CI binds the project's money for as long as the platform is supported, so the Steering \
      Council decides on it.
      """,
    remedy: "Link the council's decision as 'decision: https://…', or test the platform on free CI.",
    accepted: [
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        ci:
          - workflow: .github/workflows/haiku.yml
            job: test
            hosting: github
            execution: native
            cost: paid
            decision: https://lists.example.org/council/12
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
          - {workflow: .github/workflows/haiku.yml, job: quick, hosting: github, execution: native}
          - {workflow: .github/workflows/haiku.yml, job: test, hosting: github, execution: native, cost: ↓paid}
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
            - workflow: .github/workflows/wheels.yml
              job: haiku
              hosting: github
              execution: native
              cost: ↓paid
        moves: [{date: 2026-02-09, to: tier-2}]
        """),
    ],
    check: .platform(check))

  private static func check(_ context: PlatformContext, report: (Finding) -> Void) {
    guard context.tier != nil else { return }
    for job in context.testJobs + context.wheelJobs where job.job.cost == .paid && job.job.decision == nil {
      report(.unapprovedPaidCI(context, job: job))
    }
  }
}

extension Finding {
  fileprivate static func unapprovedPaidCI(_ context: PlatformContext, job: PlatformJob) -> Finding {
    Finding(
      "\(job.name.quoted) is paid CI, and no decision of the council is linked",
      at: context.place(of: "cost", in: job),
      help: "paid CI is up to the council; write where it was decided into the job, as in 'decision: https://…'")
  }
}
