import Diagnostics
import Policy
import Testing
@testable import Checks

/// What the rules of a registry's platforms report, and how `show` says that these stand, are one answer.
@Suite("Rules and verdicts never contradict each other") struct VerdictContractTests {
  /// The duties that a rule is about, where it reports an error or a warning.
  private static let duties: [String: [Verdict.Duty]] = [
    "missing-ci": [.ci], "unacceptable-ci": [.ci], "partial-ci": [.ci], "emulated-ci": [.ci, .wheels],
    "closed-ci-provider": [.ci, .wheels], "unapproved-paid-ci": [.ci, .wheels], "non-blocking-ci": [.blocking],
    "missing-wheel-job": [.wheels], "unexpected-wheels": [.wheels], "untrusted-publishing": [.publishing],
    "private-wheel-build": [.publicBuild], "unknown-demand": [.demand], "low-demand": [.demand],
    "undisclosed-employment": [.employment], "unmet-prerequisite": [.prerequisites],
  ]

  private func check(_ platform: Platform, _ registry: Registry, on today: CalendarDate) throws {
    let places = ValuePlaces(file: SourceFile(path: "p.yaml", bytes: [])) { _ in .fileStart }
    let rules = AllRules.all.filter { Self.duties[$0.id] != nil }
    #expect(rules.count == Self.duties.count)
    let found = PlatformRunner.diagnostics(for: registry, places: [platform.id: places], rules: rules, today: today)
    let audit = PlatformAudit(of: platform, since: platform.move(at: today), in: registry, today: today)
    let verdicts = audit.duties?.verdicts ?? []
    for finding in found where finding.severity > .info {
      let stand = (Self.duties[finding.rule] ?? []).compactMap { verdicts[$0] }
      let isSaid = stand.contains { verdict in
        finding.severity == .error
          ? verdict.status == .broken : verdict.status != .kept && !verdict.lacksEvidence || !verdict.warnings.isEmpty
      }
      // A paid job beside one that fulfils the duty is the council's matter, and no duty's.
      guard finding.rule != "unapproved-paid-ci", finding.rule != "closed-ci-provider" || finding.severity == .error
      else {
        continue
      }
      #expect(isSaid, "\(finding.rule) \(finding.severity): \(finding.message); \(stand) of \(platform)")
    }
    let errors = found.filter { $0.severity == .error }
    for verdict in verdicts where verdict.status == .broken {
      guard ![.contacts, .acknowledgement].contains(verdict.duty), !verdict.reason.contains("as a notice says") else {
        continue
      }
      let isReported = errors.contains { error in
        (Self.duties[error.rule] ?? []).contains { $0 == verdict.duty || verdict.duty == .blocking }
      }
      #expect(isReported, "\(verdict.duty) is broken, since \(verdict.reason), and no rule says so of \(platform)")
    }
  }

  @Test("a platform whose one job compiles it and runs nothing is as broken for lint as for show")
  func crossCompiled() throws {
    let today = try #require(RuleExample.today)
    let move = Move(date: try #require(CalendarDate("2026-02-09")), to: "tier-3")
    let job = CIJob(workflow: "ci.yml", job: "test", hosting: .github, execution: .crossCompiled)
    let platform = Platform(
      id: "haiku", name: "Haiku", ci: [job], prerequisites: Prerequisites(cpython: .known(.met)), moves: [move])
    let registry = Registry(policy: .nep57, people: [:], platforms: [platform])
    try check(platform, registry, on: today)
    let places = ValuePlaces(file: SourceFile(path: "p.yaml", bytes: [])) { _ in .fileStart }
    let found = PlatformRunner.diagnostics(
      for: registry, places: ["haiku": places], rules: AllRules.family(.ci), today: today)
    #expect(found.map { "\($0.rule) \($0.severity)" } == ["emulated-ci error"])
    let audit = PlatformAudit(of: platform, since: move, in: registry, today: today)
    #expect(audit.duties?.verdicts[.ci]?.status == .broken)
    #expect(audit.duties?.verdicts[.blocking]?.status == .broken)
  }

  @Test("of registries that nobody wrote", arguments: 0..<40)
  func generated(seed: UInt64) throws {
    var generator = Pick(state: seed &* 0x9E37_79B9_7F4A_7C15 | 1)
    let today = try #require(RuleExample.today)
    for _ in 0..<50 {
      let platform = try generator.platform()
      let people = ["ada": Person(id: "ada", name: "Ada Lovelace", role: .known(.maintainer))]
      try check(platform, Registry(policy: .nep57, people: people, platforms: [platform]), on: today)
    }
  }
}

/// Makes platforms that have anything.
private struct Pick: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }

  private mutating func of<Value>(_ values: [Value]) throws -> Value {
    try #require(values.randomElement(using: &self))
  }

  private mutating func known<Value>(_ values: [Value]) throws -> Known<Value> {
    try of([.unknown] + values.map { .known($0) })
  }

  private mutating func jobs() throws -> [CIJob] {
    try (0..<Int.random(in: 0...3, using: &self)).map { _ in
      var job = CIJob(
        workflow: try of([".github/workflows/w.yml", ".cirrus.yml"]), job: "test", hosting: try of(Hosting.allCases),
        execution: try of(CIJob.Execution.allCases))
      job.scope = try of([.full, .full, .partial])
      job.cost = try of([.free, .free, .paid])
      job.decision = try of([nil, "https://example.org/1"])
      job.blocks = try known([true, false])
      job.blocksSource = try of([nil, "https://example.org/2"])
      return job
    }
  }

  mutating func platform() throws -> Platform {
    var platform = Platform(id: "haiku", name: "Haiku")
    platform.ci = try jobs()
    platform.wheels = Wheels(
      jobs: try jobs(), publishing: try known(Wheels.Publishing.allCases), isPublicBuild: try known([true, false]))
    platform.unknownParts = []
    if try of([false, false, false, true]) {
      platform.unknownParts = [.ci, .wheels]
      platform.ci = []
      platform.wheels = Wheels()
    }
    platform.demand = Demand(share: try known([0.1, 0.5, 3]), reason: try of([nil, "it is new"]))
    platform.contacts = try of([[], [Contact(person: "ada", employment: try known(Employment.allCases))]])
    let states = Prerequisites.State.allCases
    platform.prerequisites = Prerequisites(
      cpython: try known(states), index: try known(states), cibuildwheel: try known(states),
      manylinux: try known(states), blas: try known(states))
    let first = try #require(CalendarDate("2026-02-09"))
    platform.moves = [
      Move(date: first, to: try of(["tier-1", "tier-2", "tier-3", "known-interest"]))
    ]
    return platform
  }
}
