import Diagnostics
import PlatformTiersKit
import Policy
import Testing

@Suite struct PlatformReportTests {
  let registry: Registry

  init() throws { registry = try SampleRegistry.make() }

  private func text(
    _ name: String, at moment: RegistryMoment = .present, columns: Int = 160
  ) throws -> String {
    var layout = Layout()
    layout.terminalColumns = columns
    return PlatformReport(try registry.platform(named: name), in: registry, at: moment).text(layout)
  }

  @Test func itTellsAllThatIsRecorded() throws {
    #expect(
      try text("haiku") == """
        Haiku (haiku)
          place   Tier 3, since 2026-02-01
          target  haiku, x86-64/arm64, cpython
          notes   Supported by its port, and to be dropped by the end of 2026
          demand  0.25 % of users on 2025-11-01, by https://example.org/users

        Duties of Tier 3
          broken   ci               not met since 2026-08-03, as a notice says
                                    warning: it is tested under emulation only
          unknown  blocks-release   nothing that is linked says whether a failure of its CI holds a release back
          kept     contacts         Grace Hopper, Ada Lovelace
          unknown  acknowledgement  no acknowledgement is recorded of Ada Lovelace
          unknown  wheels           registry: no job builds wheels to release; nothing that was given shows it
          kept     prerequisites    all that the tier needs of others is there, with no source for CPython

        What separates it from Tier 2
          broken   ci               not met since 2026-08-03, as a notice says
                                    warning: it is tested under emulation only
          unknown  blocks-release   nothing that is linked says whether a failure of its CI holds a release back
          unknown  acknowledgement  no acknowledgement is recorded of Ada Lovelace
          broken   wheels           no job that builds released wheels is recorded
          unknown  publishing       how wheels come to the index is not recorded
          unknown  public-build     whether its wheels are built in public is not recorded
          unknown  demand           0.25 % of users (2025-11-01, https://example.org/users), under 0.5 %, and no reason for less is recorded
          unknown  employment       whether anybody is paid for it is not recorded of Grace Hopper, Ada Lovelace
          unknown  prerequisites    not recorded for the index, cibuildwheel, manylinux or musllinux, a BLAS
          asked    move             promotion to a tier needs the Steering Council's support
          asked    move             promotion into a tier that releases wheels is discussed on the mailing list

        Contacts
          Grace Hopper, contributor: acknowledged on 2026-01-30 (https://example.org/ack), confirmed on 2026-03-01
          Ada Lovelace (@ada-l), maintainer: no acknowledgement recorded

        CI
          haiku
            .github/workflows/ci.yml
            on ubuntu, hosting github, emulated

        Notices
          2026-08-03  ci  not announced

        Moves
          2026-02-01  Tier 3
                      pull request https://github.com/numpy/numpy/pull/12
                      mailing list https://example.org/list/1
                      Asked for by its port
          2025-05-01  platforms of known interest
                      issue https://github.com/numpy/numpy/issues/7

        """)
  }

  @Test func itFitsTheTerminalButForAddresses() throws {
    let lines = try text("haiku", columns: 50).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 50 || !$0.drop { $0 == " " }.contains(" ") })
    #expect(lines.contains("  unknown  blocks-release   nothing that is linked"))
    #expect(lines.contains("                            says whether a failure"))
  }

  @Test func aPlatformIsFoundByIdOrName() throws {
    #expect(try registry.platform(named: "Plan 9").id == "plan9")
    #expect(try registry.platform(named: "PLAN9").id == "plan9")
    #expect(throws: RunFailure.wrongUsage("there is no platform 'hiaku'; did you mean 'haiku'?")) {
      try registry.platform(named: "hiaku")
    }
    #expect(throws: RunFailure.wrongUsage("there is no platform 'zx81'; 'platform-tiers list' lists them")) {
      try registry.platform(named: "zx81")
    }
  }

  @Test func aNameOfTwoPlatformsIsNotGuessed() throws {
    var registry = registry
    var other = try SampleRegistry.haiku()
    other.id = "haiku-gcc"
    registry.platforms.append(other)
    #expect(try registry.platform(named: "haiku").id == "haiku", "an id comes first")
    registry.platforms[0].id = "haiku-clang"
    #expect(throws: RunFailure.wrongUsage("'Haiku' is the name of 'haiku-clang' and 'haiku-gcc'; give an id")) {
      try registry.platform(named: "Haiku")
    }
  }

  @Test func aPlaceIsTheOneOfTheDayOrTheRelease() throws {
    func place(_ moment: RegistryMoment) throws -> Substring? {
      try text("plan9", at: moment).split(separator: "\n").first { $0.hasPrefix("  place") }
    }
    let day = try SampleRegistry.day("2026-02-28")
    let release = try SampleRegistry.version("3.0.2")
    #expect(try place(.present) == "  place   Tier 3, since 2026-03-01, from 3.1.0 on")
    #expect(try place(RegistryMoment(date: day)) == "  place   Tier 1 on 2026-02-28, since 2025-05-01")
    #expect(
      try place(RegistryMoment(today: RegistryMoment.present.day, release: release))
        == "  place   Tier 1 for 3.0.2, since 2025-05-01")
    #expect(
      try place(RegistryMoment(date: day, release: SampleRegistry.version("3.1.0")))
        == "  place   Tier 1 for 3.1.0, as known on 2026-02-28, since 2025-05-01")
    #expect(
      try place(RegistryMoment(date: SampleRegistry.day("2024-01-01")))
        == "  place   none on 2024-01-01")
    let early = try text("plan9", at: RegistryMoment(date: SampleRegistry.day("2024-01-01")))
    #expect(early.contains("\n  coming  Tier 1 on 2025-05-01\n  coming  Tier 3 on 2026-03-01, from 3.1.0 on\n"))
  }

  @Test func thePastIsToldWithTheContactsAndNoticesOfThen() throws {
    let text = try text("haiku", at: RegistryMoment(date: SampleRegistry.day("2026-01-31")))
    #expect(!text.contains("Grace Hopper"))
    #expect(!text.contains("Notices"))
    #expect(!text.contains("pull/12"))
    #expect(text.contains("What separates it from Tier 3, by the CI, wheels and demand that are recorded now\n"))
  }

  @Test func theHighestTierHasNothingAboveIt() throws {
    let text = try text(
      "plan9", at: RegistryMoment(today: RegistryMoment.present.day, release: SampleRegistry.version("3.0.2")))
    #expect(!text.contains("separates"))
    #expect(text.contains("Duties of Tier 1"))
  }

  @Test func registryTextCannotActOnTheTerminal() throws {
    let text = try text("hostile")
    #expect(text.hasPrefix("=1+1|\"a\", <b>␛[31m;\\ <U+202E>x (hostile)\n"))
    #expect(!text.unicodeScalars.contains("\u{1B}"))
  }

  @Test func jsonHasTheSame() throws {
    let json = String(
      decoding: PlatformReport(try registry.platform(named: "haiku"), in: registry, at: .present).json, as: UTF8.self)
    #expect(json.contains(#""share": 0.25, "date": "2025-11-01""#))
    #expect(json.contains(#"{"duty": "ci", "since": "2026-08-03", "announced": null, "remark": null}"#))
    #expect(json.contains(#"{"kind": "mailing list", "url": "https://example.org/list/1"}"#))
    #expect(
      json.contains(
        #""place": {"id": "tier-3", "name": "Tier 3", "kind": "tier", "since": "2026-02-01", "release": null}"#))
    let hostile = PlatformReport(try registry.platform(named: "hostile"), in: registry, at: .present).json
    #expect(String(decoding: hostile, as: UTF8.self).contains(#""name": "=1+1|\"a\", <b>\u001b[31m;\\ \u202ex""#))
  }
}
