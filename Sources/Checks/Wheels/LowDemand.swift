import Diagnostics
import Policy

/// NEP 57, third principle: at least 0.5 % of the users, or a reason to deviate.
extension Rule {
  static let lowDemand = Rule(
    id: "low-demand", family: .wheels, severity: .warning,
    summary: "a tier releases wheels, and too few users are on one of its platforms for no stated reason",
    rationale: """
      Wheels cost every release time, whoever uses them. The rule of thumb is a share of the user base, and there may \
      be reasons to deviate from it; a reader of the registry has to know which.
      """,
    remedy: "Write the reason under 'demand', or move the platform to a tier without wheels.",
    accepted: [
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        demand: {share: 0.3, date: 2026-10-01, reason: the base of most containers}
        moves: [{date: 2026-02-09, to: tier-2}]
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        demand: {share: 0.5, date: 2026-10-01}
        moves: [{date: 2026-02-09, to: tier-2}]
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        demand: {share: 0.1}
        moves: [{date: 2026-02-09, to: tier-3}]
        """),
    ],
    flagged: [
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        demand: {share: ↓0.3, date: 2026-10-01}
        moves: [{date: 2026-02-09, to: tier-2}]
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        demand: {share: 3.4, date: 2026-10-01}
        moves: [{date: 2026-02-09, to: tier-2}]
        --- platforms/plan-9.yaml
        name: Plan 9
        target: {os: plan-9, arch: x86-64, interpreter: cpython}
        demand: {share: ↓0.02, date: 2026-10-01}
        moves: [{date: 2026-02-09, to: tier-2}]
        """),
    ],
    check: .platform(check))

  private static func check(_ context: PlatformContext, report: (Finding) -> Void) {
    let demand = context.platform.demand
    guard let tier = context.wheelTier, let threshold = context.registry.policy.demandThreshold,
      let share = demand.share.value, share < threshold, demand.reason == nil
    else { return }
    report(.lowDemand(context, share: share, tier: tier, threshold: threshold))
  }
}

extension Finding {
  fileprivate static func lowDemand(
    _ context: PlatformContext, share: Double, tier: Tier, threshold: Double
  ) -> Finding {
    Finding(
      """
      \(share.percentage) of the users are on \(context.platform.name.quoted), and \(tier.name.quoted) asks for \
      \(threshold.percentage)
      """,
      at: context.places["demand", "share"],
      help: "the policy allows to deviate with a reason; write it as 'reason: …' beside the share, or move the platform"
    )
  }
}
