import Diagnostics
import Policy

/// NEP 57, fifth principle: the prerequisites in the dependencies must be met.
extension Rule {
  static let unmetPrerequisite = Rule(
    id: "unmet-prerequisite", family: .wheels, severity: .warning,
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
    let states = context.platform.prerequisites
    var needed = [Prerequisite(key: "cpython", name: "CPython", state: states.cpython)]
    if tier.duties.wheels.kind == .released {
      needed += [
        Prerequisite(key: "index", name: "the index", state: states.index),
        Prerequisite(key: "cibuildwheel", name: "cibuildwheel", state: states.cibuildwheel),
        Prerequisite(key: "manylinux", name: "manylinux", state: states.manylinux),
        Prerequisite(key: "blas", name: "a BLAS", state: states.blas),
      ]
    }
    for prerequisite in needed where prerequisite.state == .unknown || prerequisite.state == .known(.unmet) {
      if prerequisite.state == .unknown, !context.platform.unknownParts.isEmpty { continue }
      report(.unmetPrerequisite(context, prerequisite, tier: tier))
    }
  }
}

extension Finding {
  fileprivate static func unmetPrerequisite(
    _ context: PlatformContext, _ prerequisite: Prerequisite, tier: Tier
  ) -> Finding {
    let isKnown = prerequisite.state != .unknown
    let platform = context.platform.name.quoted
    return Finding(
      isKnown
        ? "\(platform) is not supported by \(prerequisite.name), which \(tier.name.quoted) needs"
        : "nothing says whether \(platform) is supported by \(prerequisite.name), which \(tier.name.quoted) needs",
      at: context.places["prerequisites", .key(prerequisite.key)],
      help: """
        for every platform in a tier the prerequisites in the dependencies must be met; write '\(prerequisite.key): met' \
        or '\(prerequisite.key): not-needed' if so, else move the platform
        """,
      severity: isKnown ? nil : .info)
  }
}

/// Something that a platform depends on, and the key under which its file says so.
private struct Prerequisite {
  var key: String
  var name: String
  var state: Known<Prerequisites.State>
}
