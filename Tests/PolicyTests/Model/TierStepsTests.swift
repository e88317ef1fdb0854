@testable import Policy
import Testing

@Suite struct TierStepsTests {
  private let policy = Policy.nep57

  @Test func aPlatformRisesByOneTier() throws {
    func above(_ place: String) throws -> String? { policy.tier(above: try #require(policy.place(place)))?.id }
    #expect(try above("known-interest") == "tier-3")
    #expect(try above("tier-3") == "tier-2")
    #expect(try above("tier-2") == "tier-1")
    #expect(try above("tier-1") == nil)
  }

  @Test func aMoveAsksForWhatItsKindAndTierAsk() throws {
    func evidence(_ tier: String, from place: String) throws -> [[MoveDemand.Evidence]] {
      let target = try #require(policy.place(tier)?.tier)
      return policy.demands(ofRisingTo: target, from: try #require(policy.place(place))).map(\.evidence)
    }
    #expect(try evidence("tier-3", from: "known-interest") == [[.pullRequest]])
    #expect(try evidence("tier-2", from: "tier-3") == [[.council], [.mailingList]])
  }

  @Test func demotionsAndRemovalsAskForWhatTheyTakeAway() throws {
    func kinds(from: String?, to: String?) throws -> [MoveDemand.Kind] {
      policy.demands(from: from.flatMap { policy.place($0) }, to: to.flatMap { policy.place($0) }).map(\.kind)
    }
    #expect(try kinds(from: "tier-1", to: "tier-3") == [.demotion, .droppedWheels])
    #expect(try kinds(from: "tier-1", to: "tier-2") == [.demotion])
    #expect(try kinds(from: "tier-3", to: "formerly-supported") == [.removal, .removal])
    #expect(try kinds(from: nil, to: "tier-2") == [.addition, .addition, .newEntry])
    #expect(
      try kinds(from: "known-interest", to: "tier-2") == [.promotion, .promotion, .addition, .addition, .newEntry])
    #expect(try kinds(from: "known-interest", to: "formerly-supported") == [])
    #expect(try kinds(from: "tier-2", to: "tier-2") == [])
  }

  @Test func aNoticeRunsAgainstTheFirstCycleWhoseMiddleItDidNotMiss() throws {
    func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }
    func cycle(_ release: String, _ middle: String, _ candidate: String) throws -> ReleaseCycle {
      ReleaseCycle(
        release: try #require(ReleaseVersion(release)), start: try day("2026-01-01"), middle: try day(middle),
        firstCandidate: try day(candidate))
    }
    var policy = policy
    policy.releaseCycles = [
      try cycle("3.1.0", "2026-04-15", "2026-07-01"), try cycle("3.2.0", "2026-10-15", "2027-01-05"),
    ]
    func release(_ since: String) throws -> String? {
      policy.releaseCycle(for: Notice(duty: .ci, since: try day(since)))?.release.description
    }
    #expect(try release("2026-04-15") == "3.1.0")
    #expect(try release("2026-04-16") == "3.2.0")
    #expect(try release("2026-10-16") == nil)
  }
}
