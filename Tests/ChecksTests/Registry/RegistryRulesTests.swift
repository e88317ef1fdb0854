import Checks
import Diagnostics
import Policy
import Testing

@Suite struct RegistryRulesTests {
  /// A file that cannot be read has no text to show.
  @Test func everyFaultOfAFileIsARule() {
    // A character that nobody sees is a rule of documents too.
    let faults = FileFault.allCases.filter { $0 != .unreadableFile && $0 != .controlCharacter }.map(\.rule)
    let rules = AllRules.family(.registry).filter { if case .elsewhere = $0.check { true } else { false } }
    #expect(Set(faults) == Set(rules.map { $0.id }))
  }

  /// The ids of what is found in one platform's file, under a policy and on a day.
  private func rules(
    firingOn platform: String, policy: String? = nil, today: String = "2026-11-23"
  ) throws -> [String] {
    let file = SourceFile(
      path: "platforms/haiku.yaml",
      text: "name: Haiku\ntarget: {os: haiku, arch: x86-64, interpreter: cpython}\n" + platform)
    let policyFile = policy.map { RegistryFiles.Part.file(SourceFile(path: "policy.yaml", text: $0)) } ?? .absent
    let read = RegistryReader.read(RegistryFiles(policy: policyFile, platforms: [file]))
    #expect(read.diagnostics.map(\.message) == [])
    return PlatformRunner.diagnostics(
      for: try #require(read.registry), places: read.places, rules: AllRules.family(.ci) + AllRules.family(.wheels),
      today: try #require(CalendarDate(today))
    ).map(\.rule)
  }

  private let demanding = "moves: [{date: 2026-02-09, to: tier-1}]\n"

  @Test func aPolicyThatAsksForNothingFindsNothing() throws {
    let policy = "id: small\nname: small\ntiers: [{id: tier-1, name: Tier 1, columns: [Platform]}]\n"
    let prerequisites = "prerequisites: {cpython: met}\n"
    #expect(try rules(firingOn: prerequisites + demanding, policy: policy) == [])
    #expect(try rules(firingOn: prerequisites + demanding).contains("missing-ci"))
  }

  @Test("a service is closed from its day on")
  func closedProviders() throws {
    func isClosed(_ job: String, on day: String) throws -> Bool {
      try rules(firingOn: "ci: [{job: a, execution: native, \(job)}]\n" + demanding, today: day)
        .contains("closed-ci-provider")
    }
    let cirrus = "workflow: .cirrus.yml, hosting: other-service"
    #expect(try !isClosed(cirrus, on: "2026-05-31"))
    #expect(try isClosed(cirrus, on: "2026-06-01"))
    #expect(try isClosed("workflow: w.yml, runner: buildjet-4vcpu, hosting: self-hosted", on: "2026-03-31"))
    #expect(try !isClosed("workflow: w.yml, runner: buildjet-4vcpu, hosting: self-hosted", on: "2026-03-30"))
    #expect(try !isClosed("workflow: .travis.yml, hosting: other-service", on: "2026-11-30"))
  }

  @Test func aPlatformInNoTierOwesNothing() throws {
    let badly = """
      ci: [{workflow: .cirrus.yml, job: a, hosting: other-service, execution: emulated, cost: paid, blocks: false}]
      notices: [{duty: ci, since: 2026-01-01}]

      """
    for place in ["formerly-supported", "known-interest"] {
      #expect(try rules(firingOn: badly + "moves: [{date: 2026-02-09, to: \(place)}]\n") == [])
    }
  }

  private static let cycles = """
    id: small
    name: small
    tiers: [{id: tier-1, name: Tier 1, columns: [Platform]}]
    unsupported: [{id: formerly-supported, name: removed, kind: formerly-supported, columns: [Platform]}]
    release-cycles:
      - {release: 3.0.0, start: 2026-01-01, mid-cycle: 2026-03-01, first-release-candidate: 2026-05-01}
      - {release: 3.1.0, start: 2026-07-01, mid-cycle: 2026-09-01, first-release-candidate: 2026-11-01}

    """

  @Test(arguments: [
    ("2026-03-01", ""), ("2026-03-02", "overdue-notice"), ("2026-05-01", "overdue-notice"),
  ])
  func anUnannouncedNoticeIsOverdueAfterMidCycle(today: String, rule: String) throws {
    let platform = "prerequisites: {cpython: met}\nnotices: [{duty: ci, since: 2026-02-01}]\n"
    let found = try rules(
      firingOn: platform + "moves: [{date: 2026-01-09, to: tier-1}]\n", policy: Self.cycles, today: today)
    #expect(found == (rule.isEmpty ? [] : [rule]))
  }

  @Test func aNoticeAfterMidCycleRunsAgainstTheNextCycle() throws {
    let platform = "prerequisites: {cpython: met}\nnotices: [{duty: ci, since: 2026-03-02}]\n"
    let moves = "moves: [{date: 2026-01-09, to: tier-1}]\n"
    #expect(try rules(firingOn: platform + moves, policy: Self.cycles, today: "2026-09-01") == [])
    #expect(try rules(firingOn: platform + moves, policy: Self.cycles, today: "2026-09-02") == ["overdue-notice"])
  }

  @Test func aNoticeEndsWithAMoveOutOfTheTiersForThatRelease() throws {
    let platform = """
      prerequisites: {cpython: met}
      notices: [{duty: ci, since: 2026-02-01, announced: https://lists.example.org/1}]
      moves:
        - {date: 2026-01-09, to: tier-1}

      """
    let moved = platform + "  - {date: 2026-04-01, to: formerly-supported, release: 3.0.0}\n"
    #expect(try rules(firingOn: platform, policy: Self.cycles, today: "2026-05-01") == ["overdue-notice"])
    #expect(try rules(firingOn: moved, policy: Self.cycles, today: "2026-05-01") == [])
  }

  @Test func jobsOfAComingReleaseMayStillBuildWheels() throws {
    let policy = Self.cycles.split(separator: "\n").map(String.init).joined(separator: "\n").replacing(
      "tiers: [{id: tier-1, name: Tier 1, columns: [Platform]}]",
      with: """
        tiers:
          - {id: tier-1, name: Tier 1, columns: [Platform], wheels: released}
          - {id: tier-2, name: Tier 2, columns: [Platform], wheels: none}
        """)
    let platform = """
      prerequisites: {cpython: met}
      wheels:
        jobs: [{workflow: wheels.yml, job: a, hosting: github, execution: native}]
      moves:
        - {date: 2026-01-09, to: tier-1}
        - {date: 2026-08-01, to: tier-2, release: 3.1.0}

      """
    #expect(try rules(firingOn: platform, policy: policy, today: "2026-10-31") == [])
    #expect(try rules(firingOn: platform, policy: policy, today: "2026-11-01") == ["unexpected-wheels"])
  }
}
