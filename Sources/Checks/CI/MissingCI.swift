import Diagnostics
import Policy

/// NEP 57, second principle and each tier: CI support for the platform is required.
extension Rule {
  static let missingCI = Rule(
    id: "missing-ci", family: .ci, severity: .error,
    summary: "a platform in a tier has no CI job",
    rationale: """
      Every tier promises that the platform works, and what no job tests breaks unseen. Where the tier also releases \
      wheels, users install what nobody has run.
      """,
    remedy: "List the jobs that test the platform under 'ci', or move it to where it has no such duty.",
    accepted: [
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        ci:
          - {workflow: .github/workflows/haiku.yml, job: test, hosting: self-hosted, execution: native}
        moves: [{date: 2026-02-09, to: tier-3}]
        """),
      .files(
        """
        --- platforms/plan-9.yaml
        name: Plan 9
        target: {os: plan-9, arch: x86-64, interpreter: cpython}
        moves: [{date: 2026-02-09, to: known-interest}]
        """),
    ],
    flagged: [
      .files(
        """
        --- platforms/haiku.yaml
        ↓name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        moves:
          - {date: 2026-02-09, to: known-interest}
          - {date: 2026-06-16, to: tier-3}
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        ci:
          - {workflow: .github/workflows/haiku.yml, job: test, hosting: github, execution: native}
        moves: [{date: 2026-02-09, to: tier-2}]
        --- platforms/plan-9.yaml
        name: Plan 9
        target: {os: plan-9, arch: x86-64, interpreter: cpython}
        ↓ci: []
        moves: [{date: 2026-02-09, to: tier-2}]
        """),
    ],
    check: .platform(check))

  private static func check(_ context: PlatformContext, report: (Finding) -> Void) {
    guard let tier = context.tier, let duty = tier.duties.ci, context.platform.ci.isEmpty,
      !context.platform.isUnknown(.ci)
    else { return }
    report(.missingCI(context, tier: tier, duty: duty))
  }
}

extension Finding {
  fileprivate static func missingCI(_ context: PlatformContext, tier: Tier, duty: CIDuty) -> Finding {
    let wheels = tier.duties.wheels.kind == .released ? ", though its wheels are released" : ""
    return Finding(
      "\(context.platform.name.quoted) has no CI job, and \(tier.name.quoted) asks for CI\(wheels)",
      at: context.places["ci"], notes: context.moveNote,
      help: """
        \(duty.because); list its jobs under 'ci', as in \
        '- {workflow: .github/workflows/linux.yml, job: test, hosting: github, execution: native}', or move it
        """)
  }
}
