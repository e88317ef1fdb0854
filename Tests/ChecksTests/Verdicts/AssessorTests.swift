@testable import Policy
import Testing
@testable import Checks

@Suite("What the registry records, held against the tiers of NEP 57") struct AssessorTests {
  private let people = [
    "ada": Person(id: "ada", name: "Ada Lovelace", role: .known(.maintainer)),
    "bob": Person(id: "bob", name: "Bob Contributor", role: .known(.contributor)),
    "eve": Person(id: "eve", name: "Eve Unknown"),
  ]

  private static let today = CalendarDate("2026-11-30")

  private func verdict(_ duty: Verdict.Duty, in tier: String, of change: (inout Platform) -> Void) throws -> Verdict? {
    var platform = Platform(id: "haiku", name: "Haiku")
    change(&platform)
    let registry = Registry(policy: .nep57, people: people, platforms: [platform])
    let tier = try #require(Policy.nep57.place(tier)?.tier)
    return Assessor(of: platform, in: tier, registry: registry, today: try #require(Self.today)).verdict(on: duty)
  }

  /// `claimed` for what the registry has in order and something else has to show.
  private func status(_ duty: Verdict.Duty, in tier: String, of change: (inout Platform) -> Void) throws -> String? {
    try verdict(duty, in: tier, of: change).map { $0.lacksEvidence ? "claimed" : $0.word }
  }

  private func job(_ hosting: Hosting = .github, _ change: (inout CIJob) -> Void = { _ in }) -> CIJob {
    var job = CIJob(workflow: "ci.yml", job: "test", hosting: hosting, execution: .native)
    change(&job)
    return job
  }

  @Test func ciCountsWhereTheTierAcceptsItsHosting() throws {
    #expect(try status(.ci, in: "tier-1") { $0.ci = [job()] } == "claimed")
    #expect(try status(.ci, in: "tier-1") { $0.ci = [job(.selfHosted)] } == "broken")
    #expect(try status(.ci, in: "tier-2") { $0.ci = [job(.selfHosted)] } == "claimed")
    #expect(try status(.ci, in: "tier-3") { $0.ci = [] } == "broken")
    #expect(try status(.ci, in: "tier-1") { $0.ci = [job(.selfHosted), job()] } == "claimed", "the last of several")
  }

  @Test("a duty that is stated in words alone is kept where a link shows it")
  func statedDuties() throws {
    func verdict(_ fact: StatedFact?) throws -> Verdict? {
      var platform = Platform(id: "haiku", name: "Haiku")
      platform.stated["fixes"] = fact
      var policy = Policy.nep57
      policy.tiers[2].duties.stated = [StatedDuty(id: "fixes", because: "fixes are released within a month")]
      let registry = Registry(policy: policy, people: people, platforms: [platform])
      let today = try #require(Self.today)
      let verdicts = Assessor(of: platform, in: policy.tiers[2], registry: registry, today: today).verdicts
      return verdicts.first { $0.duty == .stated("fixes") }
    }
    let source = Prerequisites.Source(url: "https://example.org/1", lookedAt: CalendarDate("2026-11-24"))
    let open = try verdict(nil)
    #expect(open?.status == .unknown)
    #expect(open?.reason == "nothing that is linked shows that fixes are released within a month")
    #expect(try verdict(StatedFact(isMet: true, source: source))?.status == .kept)
    #expect(
      try verdict(StatedFact(isMet: true, source: source))?.reason
        == "shown by https://example.org/1, looked at on 2026-11-24")
    #expect(try verdict(StatedFact(isMet: false, source: source))?.status == .broken)
    #expect(try self.verdict(.stated("fixes"), in: "tier-3") { _ in } == nil)
  }

  @Test func anExceptionNeedsADecision() throws {
    #expect(try status(.ci, in: "tier-1") { $0.ci = [job(.otherService)] } == "broken")
    #expect(
      try status(.ci, in: "tier-1") { $0.ci = [job(.otherService) { $0.decision = "https://example.org/1" }] }
        == "claimed")
    #expect(try status(.ci, in: "tier-1") { $0.ci = [job { $0.cost = .paid }] } == "unknown")
  }

  @Test func partialTestingAndBuildingAloneFulfilNothing() throws {
    let partial = try verdict(.ci, in: "tier-3") { $0.ci = [job { $0.scope = .partial }] }
    #expect(partial?.status == .broken)
    #expect(partial?.reason == "'test' of ci.yml is partial testing, which fulfils no duty")
    #expect(try status(.ci, in: "tier-3") { $0.ci = [job { $0.execution = .crossCompiled }] } == "broken")
    #expect(try status(.ci, in: "tier-3") { $0.ci = [job { $0.execution = .emulated }] } == "claimed")
  }

  @Test("no default holds a release back: it is stated, with a link, or unknown")
  func aReleaseIsBlockedByEachCauseOfTheTier() throws {
    #expect(try status(.blocking, in: "tier-2") { $0.ci = [job()] } == "unknown")
    #expect(try status(.blocking, in: "tier-2") { $0.ci = [job { $0.blocks = .known(true) }] } == "unknown", "no link")
    let linked = job {
      $0.blocks = .known(true)
      $0.blocksSource = "https://example.org/branch-protection"
    }
    #expect(try status(.blocking, in: "tier-2") { $0.ci = [linked] } == "kept")
    #expect(try status(.blocking, in: "tier-2") { $0.ci = [linked, job { $0.blocks = .known(false) }] } == "kept")
    #expect(try status(.blocking, in: "tier-1") { $0.ci = [linked] } == "broken", "no wheel build")
    #expect(
      try status(.blocking, in: "tier-1") {
        $0.ci = [linked]
        $0.wheels.jobs = [linked]
      } == "unknown", "of wheel builds a workflow tells")
    #expect(try status(.blocking, in: "tier-3") { $0.ci = [job { $0.blocks = .known(false) }] } == "broken")
    #expect(
      try status(.blocking, in: "tier-3") {
        $0.ci = [job { $0.blocks = .known(false) }, job { $0.blocks = .unknown }]
      } == "unknown")
    #expect(try status(.blocking, in: "tier-3") { $0.ci = [] } == "broken")
    #expect(try status(.blocking, in: "tier-3") { $0.unknownParts = [.ci] } == "unknown")
  }

  @Test func contactsCountInTheRolesOfTheTier() throws {
    #expect(try status(.contacts, in: "tier-1") { _ in } == "kept")
    #expect(try status(.contacts, in: "tier-2") { $0.contacts = [Contact(person: "ada")] } == "kept")
    #expect(try status(.contacts, in: "tier-2") { $0.contacts = [Contact(person: "bob")] } == "broken")
    #expect(try status(.contacts, in: "tier-3") { $0.contacts = [Contact(person: "bob")] } == "kept")
    let unknown = try verdict(.contacts, in: "tier-2") { $0.contacts = [Contact(person: "eve")] }
    #expect(unknown?.status == .unknown)
    #expect(unknown?.reason == "the role of Eve Unknown is not recorded; it takes a maintainer")
  }

  @Test func anAcknowledgementThatIsNotRecordedIsNotTakenForOne() throws {
    let day = try #require(CalendarDate("2026-01-30"))
    let given = Contact(person: "ada", acknowledgement: .known(Acknowledgement(date: day)))
    #expect(try status(.acknowledgement, in: "tier-2") { $0.contacts = [given] } == "kept")
    #expect(
      try verdict(.acknowledgement, in: "tier-2") { $0.contacts = [given, Contact(person: "eve")] }?.reason
        == "no acknowledgement is recorded of Eve Unknown")
    #expect(try status(.acknowledgement, in: "tier-2") { _ in } == nil)
  }

  @Test func wheelsAreAskedForOrForbidden() throws {
    #expect(try status(.wheels, in: "tier-2") { $0.wheels.jobs = [job()] } == "claimed")
    #expect(try status(.wheels, in: "tier-2") { _ in } == "broken")
    #expect(try status(.wheels, in: "tier-3") { $0.wheels.jobs = [job()] } == "broken")
    #expect(try status(.wheels, in: "tier-3") { _ in } == "claimed")
    #expect(try status(.publishing, in: "tier-2") { $0.wheels.publishing = .known(.token) } == "broken")
    #expect(try status(.publicBuild, in: "tier-2") { _ in } == "unknown")
    #expect(try status(.publishing, in: "tier-3") { _ in } == nil)
  }

  @Test func demandUnderTheThresholdNeedsAReason() throws {
    #expect(try status(.demand, in: "tier-2") { $0.demand = Demand(share: .known(0.5)) } == "kept")
    #expect(try status(.demand, in: "tier-2") { $0.demand = Demand(share: .known(0.4)) } == "unknown")
    #expect(try status(.demand, in: "tier-2") { $0.demand = Demand(share: .known(0.4), reason: "new") } == "kept")
    #expect(try status(.demand, in: "tier-2") { _ in } == "unknown")
    #expect(try status(.demand, in: "tier-3") { _ in } == nil)
  }

  @Test func prerequisitesOfWheelsAreForTiersWithWheels() throws {
    let change: (inout Platform) -> Void = {
      $0.prerequisites = Prerequisites(
        cpython: .known(.met), index: .known(.met), cibuildwheel: .known(.unmet), manylinux: .known(.notNeeded))
    }
    #expect(try status(.prerequisites, in: "tier-3", of: change) == "kept")
    let wheels = try verdict(.prerequisites, in: "tier-2", of: change)
    #expect(wheels?.status == .broken)
    #expect(
      wheels?.reason == "no support in cibuildwheel; not recorded for a BLAS")
  }

  @Test func aNoticeOverrulesWhatIsRecorded() throws {
    let since = try #require(CalendarDate("2026-05-04"))
    let found = try verdict(.ci, in: "tier-3") {
      $0.ci = [job()]
      $0.notices = [Notice(duty: .ci, since: since, remark: "the runners are gone")]
    }
    #expect(found?.status == .broken)
    #expect(found?.reason == "not met since 2026-05-04, as a notice says: the runners are gone")
  }

  @Test("a service tests nothing from the day on that it closes")
  func closedServices() throws {
    func status(on day: String) throws -> Verdict.Status? {
      var job = CIJob(workflow: ".cirrus.yml", job: "test", hosting: .otherService, execution: .native)
      job.decision = "https://example.org/1"
      let platform = Platform(id: "haiku", name: "Haiku", ci: [job])
      return Assessor(
        of: platform, in: try #require(Policy.nep57.tiers.last),
        registry: Registry(policy: .nep57, people: [:], platforms: [platform]), today: try #require(CalendarDate(day))
      ).verdict(on: .ci)?.status
    }
    #expect(try status(on: "2026-05-31") == .unknown)
    #expect(try status(on: "2026-06-01") == .broken)
  }

  @Test("a job counts from its first day or release to its last")
  func bounds() throws {
    let day = try #require(CalendarDate("2026-05-01"))
    func isThere(_ since: String?, _ until: String?, for release: String? = nil) throws -> Bool {
      func bound(_ text: String) throws -> CIJob.Bound {
        if let day = CalendarDate(text) { return .day(day) }
        return .release(try #require(ReleaseVersion(text)))
      }
      var job = job()
      job.since = try since.map(bound)
      job.until = try until.map(bound)
      return job.isThere(on: day, for: release.flatMap { ReleaseVersion($0) })
    }
    #expect(try isThere(nil, nil))
    #expect(try isThere("2026-05-01", "2026-05-01"))
    #expect(try !isThere("2026-05-02", nil))
    #expect(try !isThere(nil, "2026-04-30"))
    #expect(try isThere("2.6.0", nil), "the next release")
    #expect(try !isThere("2.6.0", nil, for: "2.5.5"))
    #expect(try isThere("2.6.0", nil, for: "2.6.0rc1"))
    #expect(try !isThere(nil, "2.5.9"))
    #expect(try isThere(nil, "2.5.9", for: "2.5.5"))
    #expect(try !isThere(nil, "2.5.9", for: "2.6.0"))
  }
}
