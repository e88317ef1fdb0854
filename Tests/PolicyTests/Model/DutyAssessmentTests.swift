@testable import Policy
import Testing

/// What is recorded of a platform, held against the tiers of NEP 57.
@Suite struct DutyAssessmentTests {
  private let people = [
    "ada": Person(id: "ada", name: "Ada Lovelace", role: .known(.maintainer)),
    "bob": Person(id: "bob", name: "Bob Contributor", role: .known(.contributor)),
    "eve": Person(id: "eve", name: "Eve Unknown"),
  ]

  private func finding(
    _ duty: DutyFinding.Duty, in tier: String, of change: (inout Platform) -> Void
  ) -> DutyFinding? {
    var platform = Platform(id: "haiku", name: "Haiku")
    change(&platform)
    let registry = Registry(policy: .nep57, people: people, platforms: [platform])
    return Policy.nep57.place(tier)?.tier.flatMap { tier in
      DutyAssessment(of: platform, in: tier, registry: registry).findings.first { $0.duty == duty }
    }
  }

  private func standing(
    _ duty: DutyFinding.Duty, in tier: String, of change: (inout Platform) -> Void
  ) -> DutyFinding.Standing? {
    finding(duty, in: tier, of: change)?.standing
  }

  private func job(_ hosting: Hosting = .github, _ change: (inout CIJob) -> Void = { _ in }) -> CIJob {
    var job = CIJob(workflow: "ci.yml", job: "test", hosting: hosting, execution: .native)
    change(&job)
    return job
  }

  @Test func ciCountsWhereTheTierAcceptsItsHosting() {
    #expect(standing(.ci, in: "tier-1") { $0.ci = [job()] } == .met)
    #expect(standing(.ci, in: "tier-1") { $0.ci = [job(.selfHosted)] } == .unmet)
    #expect(standing(.ci, in: "tier-2") { $0.ci = [job(.selfHosted)] } == .met)
    #expect(standing(.ci, in: "tier-3") { $0.ci = [] } == .unmet)
    #expect(standing(.ci, in: "tier-1") { $0.ci = [job(.selfHosted), job()] } == .met, "the last of several")
  }

  @Test func anExceptionNeedsADecision() {
    #expect(standing(.ci, in: "tier-1") { $0.ci = [job(.otherService)] } == .unmet)
    #expect(
      standing(.ci, in: "tier-1") { $0.ci = [job(.otherService) { $0.decision = "https://example.org/1" }] } == .met)
    #expect(standing(.ci, in: "tier-1") { $0.ci = [job { $0.cost = .paid }] } == .unknown)
  }

  @Test func partialTestingAndBuildingAloneFulfilNothing() {
    let partial = finding(.ci, in: "tier-3") { $0.ci = [job { $0.scope = .partial }] }
    #expect(partial?.standing == .unmet)
    #expect(partial?.reason == "'test' of ci.yml is partial testing, which fulfils no duty")
    #expect(standing(.ci, in: "tier-3") { $0.ci = [job { $0.execution = .crossCompiled }] } == .unmet)
    #expect(standing(.ci, in: "tier-3") { $0.ci = [job { $0.execution = .emulated }] } == .met)
  }

  @Test func aReleaseIsBlockedByEachCauseOfTheTier() {
    #expect(standing(.blocking, in: "tier-2") { $0.ci = [job()] } == .met)
    #expect(standing(.blocking, in: "tier-1") { $0.ci = [job()] } == .unmet, "no wheel build")
    #expect(
      standing(.blocking, in: "tier-1") {
        $0.ci = [job()]
        $0.wheels.jobs = [job()]
      } == .met)
    #expect(standing(.blocking, in: "tier-3") { $0.ci = [job { $0.blocks = .known(false) }] } == .unmet)
    #expect(standing(.blocking, in: "tier-3") { $0.ci = [job { $0.blocks = .unknown }] } == .unknown)
  }

  @Test func contactsCountInTheRolesOfTheTier() {
    #expect(standing(.contacts, in: "tier-1") { _ in } == .met)
    #expect(standing(.contacts, in: "tier-2") { $0.contacts = [Contact(person: "ada")] } == .met)
    #expect(standing(.contacts, in: "tier-2") { $0.contacts = [Contact(person: "bob")] } == .unmet)
    #expect(standing(.contacts, in: "tier-3") { $0.contacts = [Contact(person: "bob")] } == .met)
    let unknown = finding(.contacts, in: "tier-2") { $0.contacts = [Contact(person: "eve")] }
    #expect(unknown?.standing == .unknown)
    #expect(unknown?.reason == "the role of Eve Unknown is not recorded; it takes a maintainer")
  }

  @Test func anAcknowledgementThatIsNotRecordedIsNotTakenForOne() throws {
    let day = try #require(CalendarDate("2026-01-30"))
    let given = Contact(person: "ada", acknowledgement: .known(Acknowledgement(date: day)))
    #expect(standing(.acknowledgement, in: "tier-2") { $0.contacts = [given] } == .met)
    #expect(
      finding(.acknowledgement, in: "tier-2") { $0.contacts = [given, Contact(person: "eve")] }?.reason
        == "no acknowledgement is recorded of Eve Unknown")
    #expect(standing(.acknowledgement, in: "tier-2") { _ in } == nil)
  }

  @Test func wheelsAreAskedForOrForbidden() {
    #expect(standing(.wheels, in: "tier-2") { $0.wheels.jobs = [job()] } == .met)
    #expect(standing(.wheels, in: "tier-2") { _ in } == .unmet)
    #expect(standing(.wheels, in: "tier-3") { $0.wheels.jobs = [job()] } == .unmet)
    #expect(standing(.wheels, in: "tier-3") { _ in } == .met)
    #expect(standing(.publishing, in: "tier-2") { $0.wheels.publishing = .known(.token) } == .unmet)
    #expect(standing(.publicBuild, in: "tier-2") { _ in } == .unknown)
    #expect(standing(.publishing, in: "tier-3") { _ in } == nil)
  }

  @Test func demandUnderTheThresholdNeedsAReason() {
    #expect(standing(.demand, in: "tier-2") { $0.demand = Demand(share: .known(0.5)) } == .met)
    #expect(standing(.demand, in: "tier-2") { $0.demand = Demand(share: .known(0.4)) } == .unmet)
    #expect(standing(.demand, in: "tier-2") { $0.demand = Demand(share: .known(0.4), reason: "new") } == .met)
    #expect(standing(.demand, in: "tier-2") { _ in } == .unknown)
    #expect(standing(.demand, in: "tier-3") { _ in } == nil)
  }

  @Test func prerequisitesOfWheelsAreForTiersWithWheels() {
    let change: (inout Platform) -> Void = {
      $0.prerequisites = Prerequisites(
        cpython: .known(.met), index: .known(.met), cibuildwheel: .known(.unmet), manylinux: .known(.notNeeded))
    }
    #expect(standing(.prerequisites, in: "tier-3", of: change) == .met)
    let wheels = finding(.prerequisites, in: "tier-2", of: change)
    #expect(wheels?.standing == .unmet)
    #expect(wheels?.reason == "no support in cibuildwheel; not recorded for a BLAS")
  }

  @Test func aNoticeOverrulesWhatIsRecorded() throws {
    let since = try #require(CalendarDate("2026-05-04"))
    let found = finding(.ci, in: "tier-3") {
      $0.ci = [job()]
      $0.notices = [Notice(duty: .ci, since: since, remark: "the runners are gone")]
    }
    #expect(found?.standing == .unmet)
    #expect(found?.reason == "not met since 2026-05-04, as a notice says: the runners are gone")
  }
}
