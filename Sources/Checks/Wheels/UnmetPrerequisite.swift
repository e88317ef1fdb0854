import Diagnostics
import Policy

/// NEP 57, fifth principle: the prerequisites in the dependencies must be met.
extension Rule {
  static let unmetPrerequisite = Rule(
    id: "unmet-prerequisite", family: .wheels, severity: .error,
    summary: "what supporting a platform depends on is not there, or nobody knows",
    rationale: """
      A project cannot support what its dependencies do not: the interpreter has to run there and, for wheels, the index \
      has to take them, cibuildwheel to build them, manylinux or musllinux to define them, and a BLAS to be at hand. \
      That nothing is known of one is reported as information.
      """,
    remedy: "Get the dependency to support the platform first, or move it to a tier that does not need it.",
    accepted: [
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        prerequisites: {cpython: met, index: met, cibuildwheel: met, manylinux: not-needed, blas: met}
        moves: [{date: 2026-02-09, to: tier-2}]
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        prerequisites: {cpython: met, index: unmet}
        moves: [{date: 2026-02-09, to: tier-3}]
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        prerequisites: {cpython: unmet, index: met, cibuildwheel: met, manylinux: not-needed, blas: met}
        moves: [{date: 2026-02-09, to: known-interest}]
        """),
    ],
    flagged: [
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        prerequisites: {cpython: met, index: met, cibuildwheel: ↓unmet, manylinux: not-needed, blas: ↓unknown}
        moves: [{date: 2026-02-09, to: tier-2}]
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        prerequisites: {cpython: met, index: met, cibuildwheel: met, manylinux: not-needed, blas: met}
        moves: [{date: 2026-02-09, to: tier-2}]
        --- platforms/plan-9.yaml
        name: Plan 9
        target: {os: plan-9, arch: x86-64, interpreter: cpython}
        prerequisites: {cpython: ↓unmet}
        moves: [{date: 2026-02-09, to: tier-3}]
        """),
    ],
    check: .platform(check))

  private static func check(_ context: PlatformContext, report: (Finding) -> Void) {
    guard let tier = context.tier else { return }
    guard let verdict = context.verdict(on: .prerequisites), verdict.status != .kept else { return }
    for (key, name, state) in context.platform.prerequisites.needed(by: tier.duties) {
      switch state {
      case .known(.unmet): report(.unmetPrerequisite(context, key, name, isKnown: true, tier: tier))
      case .unknown where context.platform.unknownParts.isEmpty:
        report(.unmetPrerequisite(context, key, name, isKnown: false, tier: tier))
      default: break
      }
    }
  }
}

extension Finding {
  fileprivate static func unmetPrerequisite(
    _ context: PlatformContext, _ key: String, _ name: String, isKnown: Bool, tier: Tier
  ) -> Finding {
    let platform = context.platform.name.quoted
    return Finding(
      isKnown
        ? "\(platform) is not supported by \(name), which \(tier.name.quoted) needs"
        : "nothing says whether \(platform) is supported by \(name), which \(tier.name.quoted) needs",
      at: context.places["prerequisites", .key(key)],
      help: """
        for every platform in a tier the prerequisites in the dependencies must be met; write '\(key): met' \
        or '\(key): not-needed' if so, else move the platform
        """,
      severity: isKnown ? nil : .info)
  }
}
