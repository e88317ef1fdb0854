import Diagnostics
import Policy

/// NEP 57, each tier: where its CI may run.
extension Rule {
  static let unacceptableCI = Rule(
    id: "unacceptable-ci", family: .ci, severity: .error,
    summary: "no CI job of a platform runs where its tier accepts CI",
    rationale: """
      The higher a tier, the more a release depends on its CI: Tier 1 wants it on GitHub, Tier 2 also takes reliable \
      self-hosted machines. A service that is accepted by exception only needs the decision of those who may make it. \
      Held against workflows by an audit, a job that runs elsewhere than the registry says is reported at its runner.
      """,
    remedy: """
      Test the platform on hosting that the tier accepts, link the decision that made the exception, or move the \
      platform to a tier that accepts its CI.
      """,
    accepted: [
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        ci:
          - {workflow: .github/workflows/haiku.yml, job: test, hosting: self-hosted, execution: native}
          - {workflow: .github/workflows/haiku.yml, job: smoke, hosting: github, execution: native}
        moves: [{date: 2026-02-09, to: tier-1}]
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        ci:
          - workflow: .builds/haiku.yml
            job: test
            hosting: other-service
            execution: native
            decision: https://lists.example.org/council/12
        moves: [{date: 2026-02-09, to: tier-1}]
        """),
    ],
    flagged: [
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        ci:
          - {workflow: .github/workflows/haiku.yml, job: test, hosting: ↓self-hosted, execution: native}
          - {workflow: .github/workflows/haiku.yml, job: slow, hosting: self-hosted, execution: native}
        moves: [{date: 2026-02-09, to: tier-1}]
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        ci:
          - {workflow: .github/workflows/haiku.yml, job: simd, hosting: github, execution: emulated, scope: partial}
          - {workflow: .builds/haiku.yml, job: test, hosting: ↓other-service, execution: native}
        moves: [{date: 2026-02-09, to: tier-2}]
        """),
    ],
    check: .platform(check))

  private static func check(_ context: PlatformContext, report: (Finding) -> Void) {
    guard let tier = context.tier, let duty = tier.duties.ci else { return }
    switch context.verdict(on: .ci)?.shortcoming {
    case .unacceptedHosting, .undecidedException: break
    default: return
    }
    let jobs = context.testJobs.filter { job in
      switch job.job.shortcoming(for: duty, on: context.today) {
      case .unacceptedHosting, .undecidedException: true
      default: false
      }
    }
    guard let first = jobs.first else { return }
    report(.unacceptableCI(context, first: first, others: jobs.dropFirst(), tier: tier, duty: duty))
  }
}

extension Finding {
  fileprivate static func unacceptableCI(
    _ context: PlatformContext, first: PlatformJob, others: ArraySlice<PlatformJob>, tier: Tier, duty: CIDuty
  ) -> Finding {
    let platform = context.platform.name.quoted
    let hosting = first.job.hosting
    let notes = context.notes("and this job has none either", of: "hosting", in: others)
    guard !duty.byException.contains(hosting) else {
      return Finding(
        "\(tier.name.quoted) accepts CI on \(hosting.rawValue.quoted) by exception, and \(platform) links no decision",
        at: context.place(of: "hosting", in: first), notes: notes,
        help: "\(duty.because); write where it was decided into the job, as in 'decision: https://…'")
    }
    return Finding(
      "\(tier.name.quoted) does not accept CI on \(hosting.rawValue.quoted), and \(platform) has no other",
      at: context.place(of: "hosting", in: first), notes: notes.map { Diagnostic.Note("nor this job's", at: $0.range) },
      help: "\(duty.because); accepted is \(duty.accepted.map { $0.rawValue }.quotedList)")
  }
}
