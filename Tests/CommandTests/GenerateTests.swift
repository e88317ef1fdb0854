import Foundation
import Testing
import TestSupport

/// `generate`, `table` and what `check` says of them.
@Suite struct GenerateTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("ada: {name: Ada Lovelace, role: maintainer}\n", to: "registry/people.yaml")
    try folder.write(
      """
      name: Haiku
      target: {os: haiku, arch: x86-64, interpreter: cpython}
      notes: "See [gh-1](https://example.org/1)"
      contacts: [ada]
      moves:
        - {date: 2026-02-01, to: tier-2, pull-request: 12}
        - {date: 2026-03-01, to: tier-3, release: 3.1.0}

      """, to: "registry/platforms/haiku.yaml")
    try folder.write(Self.page, to: "page.rst")
  }

  private static let page = """
    Platforms
    =========

    Tier 3
    ------

    +----------+-------+----------+
    | Platform | Notes | Contacts |
    +==========+=======+==========+
    | Plan 9   |       |          |
    +----------+-------+----------+

    """

  private func run(_ arguments: String...) throws -> Tool.Result { try Tool.run(arguments, in: folder.path) }

  @Test func checkShowsTheDiffAndGenerateWritesIt() throws {
    let check = try run("generate", "--check", "page.rst")
    #expect(check.status == 1)
    #expect(check.output.contains("\n-| Plan 9   |       |          |\n"))
    #expect(check.output.contains("\n+.. _gh-1: https://example.org/1\n"))
    #expect(check.error == "platform-tiers: would change 1 of 1 document\n")
    let diff = try run("generate", "--diff", "page.rst")
    #expect(diff.status == 0)
    #expect(diff.output == check.output)
    #expect(try folder.text(of: "page.rst") == Self.page)

    let written = try run("generate", "page.rst")
    #expect(written.status == 0)
    #expect(written.output == "")
    #expect(try folder.text(of: "page.rst").contains("| Haiku    | See gh-1_ | Ada Lovelace |\n"))
    #expect(try run("generate", "--check", "page.rst").status == 0)
    #expect(try folder.names == ["page.rst", "registry"])
  }

  @Test func aDayAndAReleaseDecide() throws {
    #expect(try run("table", "tier-3", "--at", "2026-02-28", "--format", "csv").output == "Platform,Notes,Contacts\r\n")
    #expect(try run("table", "tier-2", "--release", "3.0.4", "--format", "csv").output.contains("Haiku"))
    let early = try Tool.run(
      ["generate", "-", "--at", "2026-01-01"], input: Self.page, in: folder.path)
    #expect(early.status == 0)
    #expect(!early.output.contains("Plan 9") && !early.output.contains("Haiku"))
  }

  @Test(arguments: [
    ("rst", "| Haiku    | See gh-1_ | Ada Lovelace |"), ("list-table", "   * - Haiku"),
    ("markdown", "| Haiku    | See [gh-1](https://example.org/1) | Ada Lovelace |"),
    ("html", "<a href=\"https://example.org/1\">gh-1</a>"), ("csv", "Haiku,See gh-1,Ada Lovelace"),
    ("json", "\"uri\": \"https://example.org/1\""),
  ])
  func aTableIsPrinted(format: String, line: String) throws {
    let result = try run("table", "Tier 3", "--format", format)
    #expect(result.status == 0)
    #expect(result.output.contains(line), "\(result.output)")
  }

  @Test func faultsKeepItFromWriting() throws {
    #expect(try run("table", "tier-4").status == 64)
    #expect(try run("generate").status == 64)
    #expect(try run("generate", "none.rst").status == 2)
    try folder.write(".. platform-tiers: begin tier-3\n\n" + Self.page, to: "open.rst")
    let open = try run("generate", "open.rst")
    #expect(open.status == 1)
    #expect(open.error.contains("error[malformed-region]"))
    try folder.write("name: Haiku\n", to: "registry/platforms/plan9.yaml")
    #expect(try run("generate", "page.rst").status == 2)
    #expect(try folder.text(of: "page.rst") == Self.page)
  }

  @Test func checkReportsWhatIsStale() throws {
    try folder.write("registry: registry\ndocuments: page.rst\n", to: ".platform-tiers.yaml")
    let causes = try run("check", "--select", "agreement", "--format", "concise", "--today", "2026-11-23")
    #expect(causes.status == 1)
    #expect(
      causes.output.contains("error[unregistered-platform]") && causes.output.contains("error[unlisted-platform]"))
    #expect(!causes.output.contains("stale-region"), "one cause is one finding")
    let stale = try run("check", "--select", "stale-region", "--format", "concise", "--today", "2026-11-23")
    #expect(stale.status == 1)
    #expect(stale.output.contains("page.rst:10:3: error[stale-region]"), "\(stale.output)")
    #expect(try run("check", "--select", "stale-region", "--today", "2026-11-23").status == 1)
    let ignored = try run("check", "--select", "agreement", "--ignore", "stale-region", "--today", "2026-11-23")
    #expect(!ignored.output.contains("stale-region"))
    #expect(try !run("lint", "page.rst").output.contains("stale-region"))
    #expect(try run("generate").status == 0)
    #expect(try run("check", "--select", "agreement", "--today", "2026-11-23").status == 0)

    let text = try folder.text(of: "page.rst")
    try folder.write(text.replacing("See gh-1_", with: "Ask gh-1_"), to: "page.rst")
    let note = try run("check", "--select", "agreement", "--format", "concise", "--today", "2026-11-23").output
    #expect(note.split(separator: "\n").count { $0.contains(": error[") } == 1)
    #expect(note.contains("error[notes-disagree]"))
  }

  @Test func aFindingInOneRowDoesNotHideWhatDiffersInAnother() throws {
    try folder.write("registry: registry\ndocuments: page.md\n", to: ".platform-tiers.yaml")
    try folder.write(
      """
      name: Plan 9
      target: {os: plan-9, arch: x86-64, interpreter: cpython}
      notes: "See [the board](https://example.org/new)"
      contacts: [ada]
      moves: [{date: 2026-02-01, to: tier-3}]

      """, to: "registry/platforms/plan-9.yaml")
    func check(haiku: String, plan9: String, _ options: String...) throws -> [String] {
      try folder.write(
        """
        ## Tier 3

        | Platform | Notes | Contacts |
        |----------|-------|----------|
        | Haiku | \(haiku) | Ada Lovelace |
        | Plan 9 | \(plan9) | Ada Lovelace |

        """, to: "page.md")
      let options = ["check", "--select", "agreement", "--format", "concise", "--today", "2026-11-23"] + options
      let lines = try Tool.run(options, in: folder.path).output.split(separator: "\n")
      return lines.filter { $0.contains(": error[") }.map { String($0.prefix { $0 != "]" } + "]") }
    }
    let (haiku, plan9) = ("See [gh-1](https://example.org/1)", "See [the board](https://example.org/new)")
    let old = "See [the board](https://example.org/old)"
    #expect(try check(haiku: haiku, plan9: plan9) == [])
    #expect(try check(haiku: "Ask", plan9: plan9) == ["page.md:5:11: error[notes-disagree]"])
    #expect(try check(haiku: haiku, plan9: old) == ["page.md:6:12: error[stale-region]"])
    #expect(
      try check(haiku: "Ask", plan9: old)
        == ["page.md:5:11: error[notes-disagree]", "page.md:6:12: error[stale-region]"])
    // A fault of another kind in the same cell says nothing of where the link leads.
    let malformed = "See [the board](htp://example.org/old)"
    #expect(
      try check(haiku: haiku, plan9: malformed, "--select", "document").contains("page.md:6:12: error[stale-region]"))
    #expect(
      try check(haiku: "Ask", plan9: plan9, "--ignore", "notes-disagree") == ["page.md:5:11: error[stale-region]"])
  }

  @Test func thisRepositoryIsUpToDate() throws {
    let result = try Tool.run(["generate", "--check"], in: Tool.packageRoot.path())
    #expect(result.status == 0, "\(result.output)\(result.error)")
  }

  /// A large page, so that the kill falls into every part of the run.
  @Test func killedItLeavesTheOldPageOrTheNew() throws {
    let old = Self.page + String(repeating: "Some words.\n\n", count: 100_000)
    try folder.write(old, to: "page.rst")
    #expect(try run("generate", "page.rst").status == 0)
    let new = try folder.text(of: "page.rst")
    #expect(new != old)
    let start = Date()
    try folder.write(old, to: "page.rst")
    #expect(try run("generate", "page.rst").status == 0)
    let duration = Date().timeIntervalSince(start)
    for _ in 0..<20 {
      try folder.write(old, to: "page.rst")
      let process = Process()
      process.executableURL = URL(filePath: Tool.path)
      process.arguments = ["generate", "page.rst"]
      process.currentDirectoryURL = URL(filePath: folder.path)
      process.standardError = FileHandle.nullDevice
      try process.run()
      Thread.sleep(forTimeInterval: Double.random(in: 0...duration * 1.2))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let left = try folder.text(of: "page.rst")
      #expect(left == old || left == new)
    }
  }
}
