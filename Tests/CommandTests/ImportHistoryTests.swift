import Foundation
import Testing
import TestSupport

/// `import --history`, on documents of a few commits.
@Suite struct ImportHistoryTests {
  let repository: TestRepository

  init() throws {
    repository = try TestRepository()
    try repository.commit(["page.md": Self.page(tier2: ["Plan 9"], tier3: ["Haiku"])], date: "2026-02-01")
    try repository.commit(
      ["page.md": Self.page(tier2: ["Plan 9", "Haiku"], tier3: [])], message: "Haiku works (#12)", date: "2026-03-01")
  }

  private static func page(tier2: [String], tier3: [String]) -> String {
    let tables = [("Tier 2", tier2), ("Tier 3", tier3)].map { tier, names in
      "## \(tier)\n\n| Platform | Notes | Contacts |\n|---|---|---|\n" + names.map { "| \($0) | | Ada |\n" }.joined()
    }
    return "# Platforms\n\n" + tables.joined(separator: "\n")
  }

  private func run(_ arguments: String..., input: String = "") throws -> Tool.Result {
    try Tool.run(
      ["import"] + arguments, input: input, in: repository.path, environment: TestRepository.environment)
  }

  private func moves(of platform: String, in folder: String = "registry") throws -> [String] {
    let lines = try repository.folder.text(of: "\(folder)/platforms/\(platform).yaml").split(separator: "\n")
    return lines.drop { $0 != "moves:" }.dropFirst().map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private func today() throws -> String {
    let formatter = ISO8601DateFormatter()
    formatter.formatOptions = [.withFullDate]
    return formatter.string(from: Date())
  }

  @Test func movesAreThoseOfTheHistory() throws {
    let first = try repository.git("rev-parse", "HEAD~1").prefix(10)
    let result = try run("page.md", "--history")
    #expect(result.status == 0)
    #expect(result.error.hasPrefix("platform-tiers: wrote 2 platforms and 1 person"))
    #expect(try moves(of: "plan-9") == ["- {date: 2026-02-01, to: tier-2, remark: commit \(first)}"])
    #expect(
      try moves(of: "haiku") == [
        "- {date: 2026-02-01, to: tier-3, remark: commit \(first)}",
        "- {date: 2026-03-01, to: tier-2, pull-request: 12}",
      ])
  }

  @Test func platformsAndDocumentsAreFollowedAcrossRenames() throws {
    try repository.git("mv", "page.md", "policy.md")
    try repository.git("commit", "--quiet", "--message", "Rename", date: "2026-04-01")
    try repository.commit(
      ["policy.md": Self.page(tier2: ["Plan 9"], tier3: ["Haiku R1"])], message: "Haiku fails (#13)",
      date: "2026-05-01")
    #expect(try run("policy.md", "--history").status == 0)
    let dates = try moves(of: "haiku-r1").map { $0.dropFirst(9).prefix(10) }
    #expect(dates == ["2026-02-01", "2026-03-01", "2026-05-01"])
  }

  @Test func whatIsOnDiskCounts() throws {
    let before = try today()
    try repository.folder.write(Self.page(tier2: ["Haiku"], tier3: ["Plan 9", "Inferno"]), to: "page.md")
    let result = try run("page.md", "--history")
    let days = [before, try today()]
    #expect(result.status == 0)
    let day = try #require(days.first { result.error.contains("the move is dated \($0)\n") })
    #expect(
      result.error.contains("the last commit of 'page.md' has 'Plan 9', 'Inferno' elsewhere or not at all; what is on"))
    let uncommitted = "- {date: \(day), to: tier-3, remark: imported from page.md before it was committed}"
    #expect(try moves(of: "inferno") == [uncommitted])
    #expect(try moves(of: "plan-9").last == uncommitted)
    #expect(try moves(of: "plan-9").count == 2)
    #expect(try moves(of: "haiku").last == "- {date: 2026-03-01, to: tier-2, pull-request: 12}")
    let check = try Tool.run(["generate", "--check", "page.md"], in: repository.path)
    #expect(check.status == 0, "\(check.output)\(check.error)")
  }

  @Test func theRowThatIsTakenHasItsOwnMoves() throws {
    try repository.commit(["page.md": Self.page(tier2: ["Plan 9", "Haiku"], tier3: ["Plan 9"])], date: "2026-04-01")
    let result = try run("page.md", "--history")
    #expect(result.status == 1)
    #expect(result.error.contains("left out: 'Plan 9' on line"))
    #expect(try moves(of: "plan-9").map { $0.prefix(31) } == ["- {date: 2026-02-01, to: tier-2"])
  }

  @Test func movesStayInOrderUnderClocksThatGoWrong() throws {
    try repository.commit(["page.md": Self.page(tier2: ["Haiku"], tier3: ["Plan 9"])], date: "2025-01-01")
    try repository.commit(["page.md": Self.page(tier2: ["Haiku", "Plan 9"], tier3: [])], date: "2098-01-01")
    #expect(try run("page.md", "--history").status == 0)
    let dates = try moves(of: "plan-9").map { $0.dropFirst(9).prefix(10) }
    #expect(dates.count == 3)
    #expect(dates.prefix(2) == ["2026-02-01", "2026-02-01"])
    #expect(dates.last.map { $0 < "2098" } == true)
    #expect(try Tool.run(["generate", "--check", "page.md"], in: repository.path).status == 0)
  }

  @Test func aShallowCloneIsNamed() throws {
    let clone = try TemporaryFolder()
    try repository.git("clone", "--quiet", "--depth=1", "file://" + repository.path, clone["clone"])
    let result = try Tool.run(
      ["import", "page.md", "--history"], in: clone["clone"], environment: TestRepository.environment)
    #expect(result.status == 0)
    #expect(result.error.contains("this clone is shallow, and older commits are missing"))
  }

  @Test func whatDoesNotGoTogetherIsWrongUsage() throws {
    let dated = try run("page.md", "--history", "--date", "2026-01-01")
    #expect(dated.status == 64)
    #expect(
      dated.error == """
        platform-tiers: error: '--history' takes the days of the moves from git; leave '--date' out, or '--history'

        """)
    let piped = try run("-", "--stdin-filename", "page.md", "--history", input: Self.page(tier2: ["X"], tier3: []))
    #expect(piped.status == 64)
    #expect(
      piped.error
        == "platform-tiers: error: git knows no history of standard input; name a file with '--history'\n")
    #expect(try repository.folder.names == [".git", "page.md"])
  }

  @Test func aFileThatGitDoesNotKnowHasNoHistory() throws {
    try repository.folder.write(Self.page(tier2: ["Haiku"], tier3: []), to: "new.md")
    let untracked = try run("new.md", "--history")
    #expect(untracked.status == 2)
    #expect(untracked.error.contains("git has no history of 'new.md'; it is not committed"))

    let folder = try TemporaryFolder()
    try folder.write(Self.page(tier2: ["Haiku"], tier3: []), to: "page.md")
    let outside = try Tool.run(["import", "page.md", "--history"], in: folder.path)
    #expect(outside.status == 2)
    #expect(outside.error.contains("is not in a git repository; run this in the repository of 'page.md'"))
    #expect(try folder.names == ["page.md"])
  }
}
