import Diagnostics
import Policy

/// NEP 57, "Releasing wheels to PyPI": published through PyPI's trusted publishing.
extension Rule {
  static let untrustedPublishing = Rule(
    id: "untrusted-publishing", family: .wheels, severity: .error,
    summary: "released wheels do not come to the index by trusted publishing",
    rationale: """
      Wheels are downloaded hundreds of millions of times a month, so their supply chain has to be safe. With trusted \
      publishing the index takes files from one workflow; a token can be stolen and used from anywhere. That nothing \
      is known of it is a warning. Held against workflows by an audit, a step that publishes with a token is reported, \
      or in a job without 'id-token: write'.
      """,
    remedy: "Publish from a workflow that the index trusts and write 'publishing: trusted'.",
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
          publishing: trusted
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
          publishing: ↓token
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
          publishing: trusted
        moves: [{date: 2026-02-09, to: tier-2}]
        --- platforms/plan-9.yaml
        name: Plan 9
        target: {os: plan-9, arch: x86-64, interpreter: cpython}
        wheels:
          tags: ['*-*-haiku_*']
          jobs:
            - {workflow: .github/workflows/wheels.yml, job: haiku, hosting: github, execution: native}
          publishing: ↓unknown
        moves: [{date: 2026-02-09, to: tier-2}]
        """),
    ],
    check: .platform(check))

  private static func check(_ context: PlatformContext, report: (Finding) -> Void) {
    guard context.wheelTier != nil, !context.platform.wheels.jobs.isEmpty else { return }
    let publishing = context.platform.wheels.publishing
    if publishing != .known(.trusted) { report(.untrustedPublishing(context, isKnown: publishing != .unknown)) }
  }
}

extension Finding {
  fileprivate static func untrustedPublishing(_ context: PlatformContext, isKnown: Bool) -> Finding {
    let platform = context.platform.name.quoted
    return Finding(
      isKnown
        ? "wheels of \(platform) are published with a token"
        : "nothing says how wheels of \(platform) come to the index",
      at: context.places["wheels", "publishing"],
      help: isKnown
        ? "released wheels are published by a workflow that the index trusts; set that up and write 'trusted'"
        : "released wheels are published by a workflow that the index trusts; write 'publishing: trusted' if they are",
      severity: isKnown ? nil : .warning)
  }
}
