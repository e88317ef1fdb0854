import Diagnostics
import Policy

/// NEP 57, third principle: broad enough demand for tiers that release wheels.
extension Rule {
  static let unknownDemand = Rule(
    id: "unknown-demand", family: .wheels, severity: .warning,
    summary: "a tier releases wheels, and how many users one of its platforms has is not known",
    rationale: """
      Wheels are worth their cost where enough people install them; the rule of thumb is a share of the user base. \
      Without a figure nobody can tell whether that holds. 'unknown' is an honest answer, and reported until there is a \
      better one: nobody is asked to invent a number.
      """,
    remedy:
      "Write the share in percent with its date and source under 'demand', or leave 'unknown' and live with the warning.",
    accepted: [
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        demand: {share: 3.4, date: 2026-10-01, source: https://stats.example.org/}
        moves: [{date: 2026-02-09, to: tier-2}]
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        demand: {share: unknown}
        moves: [{date: 2026-02-09, to: tier-3}]
        """),
    ],
    flagged: [
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        demand: {share: ↓unknown}
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
        ↓name: Plan 9
        target: {os: plan-9, arch: x86-64, interpreter: cpython}
        moves: [{date: 2026-02-09, to: tier-2}]
        """),
    ],
    check: .platform(check))

  private static func check(_ context: PlatformContext, report: (Finding) -> Void) {
    guard let tier = context.wheelTier, let threshold = context.registry.policy.demandThreshold,
      context.platform.demand.share == .unknown, context.platform.unknownParts.isEmpty
    else { return }
    report(.unknownDemand(context, tier: tier, threshold: threshold))
  }
}

extension Finding {
  fileprivate static func unknownDemand(_ context: PlatformContext, tier: Tier, threshold: Double) -> Finding {
    Finding(
      "how many users \(context.platform.name.quoted) has is unknown, and \(tier.name.quoted) releases wheels",
      at: context.places["demand", "share"],
      help: """
        tiers with wheels ask for demand, as a rule of thumb \(threshold.percentage) of the users; write it as in \
        'demand: {share: 1.5, date: 2026-10-01, source: https://…}'
        """)
  }
}
