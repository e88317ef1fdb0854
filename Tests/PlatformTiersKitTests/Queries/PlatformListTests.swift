import Diagnostics
import PlatformTiersKit
import Policy
import Testing

@Suite struct PlatformListTests {
  let registry: Registry

  init() throws { registry = try SampleRegistry.make() }

  private func list(_ change: (inout PlatformListRequest) throws -> Void = { _ in }) throws -> PlatformList {
    var request = PlatformListRequest(at: .present)
    try change(&request)
    return try PlatformList(registry, request)
  }

  /// The ids in their order, from the first column of the CSV.
  private func ids(_ change: (inout PlatformListRequest) throws -> Void) throws -> [Substring] {
    try list(change).csv.split(separator: "\r\n").dropFirst().compactMap { $0.split(separator: ",").first }
  }

  @Test func platformsStandByTierAndName() throws {
    #expect(
      try list().text(Layout()) == """
        Tier 3 (3)
          Haiku                           Grace Hopper, @ada-l
          Plan 9                          @ada-l
          日本機
        formerly supported platforms (1)
          =1+1|"a", <b>␛[31m;\\ <U+202E>x
        4 platforms; `--wide` adds id, system and processor

        """)
    var wide = Layout()
    wide.terminalColumns = 100
    #expect(
      try list().text(wide, isWide: true) == """
                                          id       os       arch           contacts
        Tier 3 (3)
          Haiku                           haiku    haiku    x86-64, arm64  Grace Hopper, @ada-l
          Plan 9                          plan9    plan9    x86-64         @ada-l
          日本機                          wide     b-tron   tron
        formerly supported platforms (1)
          =1+1|"a", <b>␛[31m;\\ <U+202E>x  hostile  unknown  unknown
        4 platforms

        """)
  }

  @Test func filtersChooseByTierContactAndTarget() throws {
    #expect(try ids { $0.tiers = ["tier-3"] } == ["haiku", "plan9", "wide"])
    #expect(try ids { $0.tiers = ["TIER 1", "formerly-supported"] } == ["hostile"])
    #expect(try ids { $0.contacts = ["grace"] } == ["haiku"])
    #expect(try ids { $0.contacts = ["Ada-L"] } == ["haiku", "plan9"])
    #expect(try ids { $0.systems = ["Plan9", "haiku"] } == ["haiku", "plan9"])
    #expect(try ids { $0.architectures = ["arm64"] } == ["haiku"])
    #expect(
      try ids {
        $0.architectures = ["x86-64"]
        $0.contacts = ["Grace Hopper"]
      } == ["haiku"])
  }

  @Test func placesAndContactsAreThoseOfTheMoment() throws {
    #expect(
      try ids {
        $0.moment = RegistryMoment(today: $0.moment.day, release: try SampleRegistry.version("3.0.2"));
        $0.tiers = ["tier-1"]
      } == ["plan9"])
    #expect(
      try ids {
        $0.moment = RegistryMoment(date: try SampleRegistry.day("2026-01-01")); $0.contacts = ["grace"]
      } == [])
    #expect(try list { $0.moment = RegistryMoment(date: try SampleRegistry.day("2024-01-01")) }.text(Layout()) == "")
  }

  @Test func whatTheRegistryDoesNotHaveIsSaid() throws {
    #expect(throws: RunFailure.wrongUsage("there is no tier 'teir-1'; did you mean 'tier-1'?")) {
      try list { $0.tiers = ["tier-2", "teir-1"] }
    }
    #expect(throws: RunFailure.wrongUsage("there is no person 'Ada Lovelac'; did you mean 'Ada Lovelace'?")) {
      try list { $0.contacts = ["Ada Lovelac"] }
    }
    #expect(
      try list { $0.architectures = ["arm46"] }.remarks == [
        "no platform has the architecture 'arm46'; there is arm64, tron, x86-64"
      ])
  }

  @Test func csvQuotesAndDefusesFormulas() throws {
    let records = try list { $0.tiers = ["formerly-supported"] }.csv
    #expect(
      records == """
        id,name,place,place-name,since,release,os,architectures,libc,abi,interpreter,contacts,handles,coming\r
        hostile,"'=1+1|""a"", <b>␛[31m;\\ <U+202E>x",formerly-supported,formerly supported platforms,2025-05-01,,,,,,,,,\r

        """)
  }

  @Test func jsonHasUnknownAsNull() throws {
    let json = String(decoding: try list { $0.tiers = ["formerly-supported"] }.json, as: UTF8.self)
    #expect(
      json == #"""
        [
          {
            "id": "hostile",
            "name": "=1+1|\"a\", <b>\u001b[31m;\\ \u202ex",
            "place": {"id": "formerly-supported", "name": "formerly supported platforms", "kind": "formerly-supported", "since": "2025-05-01", "release": null},
            "target": {"os": null, "architectures": null, "libc": null, "abi": null, "toolchain": null, "interpreter": null},
            "columns": {},
            "contacts": [],
            "coming": []
          }
        ]

        """#)
  }
}
