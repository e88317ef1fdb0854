import Foundation
import Testing
import TestSupport

/// `show`, `list` and `due`, on a small registry and on this repository's.
@Suite struct QueryTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("ada: {name: Ada Lovelace, handle: ada-l, role: maintainer}\n", to: "registry/people.yaml")
    try folder.write(Self.haiku, to: "registry/platforms/haiku.yaml")
  }

  private static let haiku = """
    name: Haiku
    target: {os: haiku, arch: x86-64, interpreter: cpython}
    notes: To be dropped by 2027-03
    contacts: [ada]
    moves:
      - {date: 2026-02-01, to: tier-2, pull-request: 12}
      - {date: 2026-03-01, to: tier-3, release: 3.1.0}

    """

  private func run(_ arguments: String...) throws -> Tool.Result { try Tool.run(arguments, in: folder.path) }

  @Test func aPlatformIsShown() throws {
    let result = try run("show", "haiku")
    #expect(result.status == 0)
    #expect(result.error == "")
    #expect(result.output.hasPrefix("Haiku (haiku)\n  place   Tier 3, since 2026-03-01, from 3.1.0 on\n"))
    #expect(try run("show", "Haiku", "--at", "2026-02-28").output.contains("Tier 2 on 2026-02-28"))
    #expect(try run("show", "haiku", "--release", "3.0.4").output.contains("Tier 2 for 3.0.4"))
  }

  @Test func jsonIsJSON() throws {
    let commands = [["show", "haiku"], ["list"], ["due", "--today", "2026-11-23"]]
    for command in commands {
      let output = try Tool.run(command + ["--format", "json"], in: folder.path).output
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(output.utf8)) }
    }
  }

  @Test func platformsAreListed() throws {
    let list = try run("list", "--tier", "tier-3", "--contact", "ada-l")
    #expect(list.output == "Tier 3 (1)\n  Haiku     @ada-l\n1 platform; `--wide` adds id, system and processor\n")
    #expect(
      try run("list", "--wide").output
        == "            id     os     arch    contacts\nTier 3 (1)\n  Haiku     haiku  haiku  x86-64  @ada-l\n1 platform\n"
    )
    #expect(try run("list", "--tier", "tier-2").output == "")
    let empty = try run("list", "--os", "hiaku")
    #expect(empty.status == 0)
    #expect(empty.output == "")
    #expect(empty.error == "platform-tiers: no platform has the operating system 'hiaku'; there is haiku\n")
    #expect(try run("list", "--format", "csv").output.hasSuffix(",Ada Lovelace,ada-l,\r\n"))
  }

  @Test func whatFallsDueIsListed() throws {
    #expect(
      try run("due", "--today", "2026-11-23").output == """
        now
          Haiku: ask Ada Lovelace whether they agree to be listed

        2027-03-31, in 128 days
          Haiku: the note announces something for '2027-03': do it, or change the note

        """)
    #expect(try run("due", "--today", "2026-11-23", "--within", "7").output.split(separator: "\n").count == 2)
    let calendar = try run("due", "--today", "2026-11-23", "--format", "ical").output
    #expect(calendar.hasPrefix("BEGIN:VCALENDAR\r\n"))
    #expect(try run("due", "--today", "2026-11-23", "--format", "ical").output == calendar)
  }

  /// A move that is dated ahead is in force from its day on, whichever command is asked.
  @Test func aComingMoveIsNotInForceBeforeItsDay() throws {
    let coming = "  - {date: 2027-01-15, to: formerly-supported, release: 3.2.0}\n"
    try folder.write(Self.haiku + coming, to: "registry/platforms/haiku.yaml")
    try folder.write(
      """
      ## Tier 3

      | Platform | Notes                    | Contacts     |
      |----------|--------------------------|--------------|
      | Haiku    | To be dropped by 2027-03 | Ada Lovelace |

      ## Formerly supported platforms

      """, to: "page.md")
    try folder.write("registry: registry\ndocuments: page.md\n", to: ".platform-tiers.yaml")
    let words = "formerly supported platforms on 2027-01-15, from 3.2.0 on"
    for option in ["--at", "--today"] {
      let (before, after) = ("2027-01-14", "2027-01-15")
      #expect(
        try run("show", "haiku", option, before).output.contains("  place   Tier 3 on 2027-01-14, since 2026-03-01"))
      #expect(try run("show", "haiku", option, before).output.contains("\n  coming  \(words)\n"))
      #expect(try run("show", "haiku", option, after).output.contains("place   formerly supported platforms on"))
      #expect(try !run("show", "haiku", option, after).output.contains("coming"))
      #expect(try run("list", option, before).output.contains("Tier 3 (1)\n  Haiku     @ada-l"))
      #expect(try run("list", option, before).output.contains("@ada-l    \(words)\n"))
      #expect(try run("list", "--tier", "tier-3", option, after).output == "")
      #expect(try run("table", "tier-3", option, before, "--format", "csv").output.contains("Haiku"))
      #expect(try !run("table", "tier-3", option, after, "--format", "csv").output.contains("Haiku"))
      #expect(try run("generate", "--check", option, before).status == 0)
      #expect(try run("generate", "--check", option, after).status == 1)
      #expect(try run("check", "--select", "agreement", option, before).status == 0)
      #expect(try run("check", "--select", "agreement", option, after).status == 1)
      let due = try run("due", option, before).output
      #expect(
        due.contains("2027-01-15, in 1 day\n  Haiku: comes to formerly supported platforms from 3.2.0 on: "), "\(due)")
      #expect(try !run("due", option, after).output.contains("comes to"))
      #expect(try run("audit", option, before).output.contains("Tier 3"))
    }
  }

  @Test(arguments: [
    ["show"], ["show", "beos"], ["show", "haiku", "--at", "yesterday"], ["show", "haiku", "--release", "3.x"],
    ["show", "haiku", "--format", "csv"], ["list", "--tier", "tier-9"], ["list", "--contact", "nobody"],
    ["list", "--format", "ical"], ["due", "--today", "2026-02-30"], ["due", "--within=-1"],
    ["due", "--within", "soon"],
    ["due", "haiku"],
  ])
  func wrongUsageEndsWith64(_ arguments: [String]) throws {
    let result = try Tool.run(arguments, in: folder.path)
    #expect(result.status == 64)
    #expect(result.output == "")
    #expect(result.error.hasPrefix("platform-tiers: error: "))
  }

  @Test(arguments: [["show", "haiku"], ["list"], ["due"]])
  func aBrokenRegistryEndsWith2AndSaysWhere(_ command: [String]) throws {
    try folder.write(Self.haiku.replacingOccurrences(of: "tier-3", with: "tier-9"), to: "registry/platforms/haiku.yaml")
    let result = try Tool.run(command, in: folder.path)
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.error.contains("registry/platforms/haiku.yaml:7:"))
    #expect(result.error.hasSuffix("platform-tiers: error: 'registry' has faults; mend them first\n"))
  }

  @Test func theRegistryIsNamedOrStandsHere() throws {
    #expect(try Tool.run(["show", "haiku", "--registry", folder["registry"]]).status == 0)
    let elsewhere = try Tool.run(["list", "--registry", "elsewhere"], in: folder.path)
    #expect(elsewhere.status == 2)
    #expect(elsewhere.error == "platform-tiers: error: there is no folder 'elsewhere'\n")
    let nowhere = try Tool.run(["list"], in: folder["registry"])
    #expect(
      nowhere.error == "platform-tiers: error: there is no folder 'registry'; name the registry with '--registry'\n")
  }

  @Test func theConfigurationNamesTheRegistry() throws {
    try folder.write("registry: registry\n", to: ".platform-tiers.yaml")
    try folder.write("", to: "docs/deep/page.md")
    let below = folder["docs/deep"]
    #expect(try Tool.run(["show", "haiku"], in: below).status == 0)
    #expect(try Tool.run(["show", "haiku", "--registry", "../../registry"], in: below).status == 0)
    try folder.write("registry: gone\n", to: ".platform-tiers.yaml")
    let gone = try run("list")
    #expect(gone.status == 2)
    #expect(gone.error == "platform-tiers: error: there is no folder 'gone'\n")
    try folder.write("regsitry: gone\n", to: ".platform-tiers.yaml")
    let broken = try run("list")
    #expect(broken.status == 2)
    #expect(broken.error.contains(".platform-tiers.yaml:1:1"))
    #expect(broken.error.hasSuffix("platform-tiers: error: '.platform-tiers.yaml' has faults; mend them first\n"))
  }

  @Test func numPysRegistryAnswers() throws {
    func run(_ arguments: String...) throws -> String {
      let result = try Tool.run(arguments, in: Tool.packageRoot.path())
      #expect(result.status == 0, "\(result.error)")
      return result.output
    }
    #expect(try run("show", "Windows x86").contains("  place   Tier 3, since 2026-06-16, from 2.6.0 on\n"))
    #expect(try run("show", "windows-x86", "--release", "2.5.5").contains("  place   Tier 1 for 2.5.5"))
    #expect(try run("show", "windows-x86", "--release", "2.6.0rc1").contains("  place   Tier 3 for 2.6.0rc1"))
    #expect(try run("list", "--tier", "tier-1", "--at", "2026-06-15").contains("\n  Windows x86  "))
    #expect(try run("list", "--tier", "tier-2", "--format", "csv").split(separator: "\r\n").count == 4)
    #expect(try run("due", "--today", "2026-11-23").contains("\n2028-12-31, in 769 days\n  macOS x86-64: "))
  }

  /// The examples of docs/queries.md are what the program prints.
  @Test func theReferenceShowsRealOutput() throws {
    let page = try String(contentsOf: Tool.packageRoot.appending(path: "docs/queries.md"), encoding: .utf8)
    let examples = page.components(separatedBy: "```console\n$ ").dropFirst()
    #expect(examples.count == 4)
    for example in examples {
      let lines = (example.components(separatedBy: "```").first ?? "").split(separator: "\n", maxSplits: 1)
      let command = try #require(lines.first).replacingOccurrences(of: "platform-tiers", with: "\"$TOOL\"")
      let result = try Tool.shell(command, in: Tool.packageRoot.path())
      #expect(result.output.replacingOccurrences(of: "\r\n", with: "\n") == lines.last.map(String.init))
    }
  }
}
