import Diagnostics
import PlatformTiersKit
import Policy
import Testing

@Suite struct DueListTests {
  let registry: Registry
  let today: CalendarDate

  init() throws {
    registry = try SampleRegistry.make()
    today = try SampleRegistry.day("2026-11-23")
  }

  @Test func theSoonestComesFirst() {
    #expect(
      DueList(registry, today: today).text(Layout()) == """
        2025-02-28, 633 days late
          Plan 9: ask Ada Lovelace whether it still holds; last said on 2024-02-29

        2026-10-15, 39 days late
          Haiku: announce the pending removal ('ci', not met since 2026-08-03): middle
            of the 3.2.0 cycle

        2026-11-01, 22 days late
          Haiku: measure the share of users again; 0.25 % is of 2025-11-01

        now
          Haiku: ask Ada Lovelace whether they agree to be listed

        2026-12-31, in 38 days
          Haiku: the note announces something for '2026': do it, or change the note

        2027-01-05, in 43 days
          Haiku: meet 'ci', not met since 2026-08-03, move to a tier that does without
            it, or become unsupported: first release candidate of the 3.2.0 cycle

        2027-03-01, in 98 days
          Haiku: ask Grace Hopper whether it still holds; last said on 2026-03-01

        """)
  }

  @Test func withinLeavesOutWhatIsFurtherAway() {
    let within = DueList(registry, today: today, within: 38)
    #expect(within.items.map(\.kind) == [.confirmation, .announcement, .demand, .acknowledgement, .note])
    #expect(DueList(registry, today: today, within: 0).items.last?.kind == .acknowledgement)
  }

  @Test func anAnnouncedNoticeHasOnlyToBeResolved() throws {
    var registry = registry
    registry.platforms[0].notices[0].announced = "https://example.org/pending"
    let kinds = DueList(registry, today: today).items.map(\.kind)
    #expect(!kinds.contains(.announcement))
    #expect(kinds.contains(.resolution))
  }

  @Test func aNoticeWithoutACycleIsDueAtOnce() throws {
    var registry = registry
    registry.policy.releaseCycles = []
    let items = DueList(registry, today: today).items.filter { $0.kind == .announcement }
    #expect(items.map(\.day) == [nil])
    #expect(items.first?.message.hasSuffix(": the policy names no release cycle after it") == true)
  }

  @Test func nothingIsAskedOfAnUnsupportedPlatform() throws {
    var registry = registry
    registry.platforms[0].moves.append(Move(date: try SampleRegistry.day("2026-11-01"), to: "formerly-supported"))
    let items = DueList(registry, today: today).items.filter { $0.platform.id == "haiku" }
    #expect(items.map(\.kind) == [.note])
    #expect(DueList(registry, today: try SampleRegistry.day("2026-10-31")).items.count > 4)
  }

  @Test func todayAndTomorrowAreNamed() throws {
    func heading(_ today: String) throws -> Substring? {
      DueList(registry, today: try SampleRegistry.day(today)).text(Layout()).split(separator: "\n")
        .first { $0.hasPrefix("2026-12-31") }
    }
    #expect(try heading("2026-12-31") == "2026-12-31, today")
    #expect(try heading("2026-12-30") == "2026-12-31, in 1 day")
    #expect(try heading("2027-01-01") == "2026-12-31, 1 day late")
  }

  @Test func nothingDueIsSaid() {
    #expect(DueList(Registry(policy: .nep57), today: today).text(Layout()) == "nothing falls due\n")
    #expect(DueList(Registry(policy: .nep57), today: today).json == Array("[]\n".utf8))
  }

  @Test func jsonHasDaysFromToday() {
    let json = String(decoding: DueList(registry, today: today, within: 0).json, as: UTF8.self)
    #expect(
      json.hasPrefix(
        """
        [
          {
            "kind": "confirmation",
            "due": "2025-02-28",
            "days": -633,
            "platform": "plan9",
            "name": "Plan 9",
            "subject": "ada",
            "message": "ask Ada Lovelace whether it still holds; last said on 2024-02-29"
          },
        """))
    #expect(json.contains("\"due\": null,\n    \"days\": null,"))
  }
}
