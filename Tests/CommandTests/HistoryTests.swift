import Foundation
import Testing
import TestSupport

@Suite struct HistoryFailureTests {
  @Test func aFileWithoutAHistoryEndsWith2() throws {
    let repository = try TestRepository()
    try repository.commit(["a.rst": "a"])
    try repository.folder.write("b", to: "b.rst")
    let result = try Tool.run(["history", "b.rst"], in: repository.path, environment: TestRepository.environment)
    #expect(result.status == 2)
    #expect(result.error.contains("git has no history of 'b.rst'"))
  }

  @Test func aDocumentWithoutPlatformsHasAShortStory() throws {
    let repository = try TestRepository()
    try repository.commit(["a b.rst": "A\n=\n\nText\n"])
    let result = try Tool.run(["history", "a b.rst"], in: repository.path, environment: TestRepository.environment)
    #expect(result.status == 0)
    #expect(result.output == "a b.rst lists no platform by the policy 'NEP 57' in any of its 1 commit\n")
  }
}

/// The eleven published revisions of NEP 57, as they came to the main branch.
@Suite("The history of NEP 57", .enabled(if: SharedFolder.isPresent, SharedFolder.skipReason))
struct RealHistoryTests {
  let repository: TestRepository

  /// The first seven were commits of the pull request that proposed the policy.
  init() throws {
    repository = try TestRepository()
    try repository.commit(["README.md": "x"], date: "2026-01-01")
    try repository.git("checkout", "--quiet", "-b", "proposal")
    let paths = SharedFolder.documents(in: "corpus/nep57")
    for path in paths.prefix(7) { try commit(path, message: "Edit") }
    try repository.git("checkout", "--quiet", "main")
    try repository.git(
      "merge", "--quiet", "--no-ff", "proposal", "--message", "Merge pull request #30748 from numpy/nep",
      date: "2026-02-09")
    for (path, number) in zip(paths.dropFirst(7), [31380, 31522, 31653, 32032]) {
      try commit(path, message: "DOC: Change (#\(number))")
    }
  }

  private func commit(_ path: String, message: String) throws {
    let date = String(path.split(separator: "/").last?.dropFirst(3).prefix(10) ?? "")
    let text = String(decoding: try SharedFolder.bytes(path), as: UTF8.self)
    try repository.commit(["doc/neps/nep-0057.rst": text], message: message, date: date)
  }

  private func history(_ arguments: String...) throws -> String {
    let result = try Tool.run(
      ["history", "doc/neps/nep-0057.rst"] + arguments, in: repository.path, environment: TestRepository.environment)
    #expect(result.status == 0)
    #expect(result.error == "")
    return result.output
  }

  @Test func eachPlatformStandsWhereTheFactsSaySince() throws {
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(history("--format", "json").utf8)) as? [String: Any])
    let platforms = try #require(json["platforms"] as? [[String: Any]])
    var places: [String: [String]] = [:]
    for platform in platforms {
      let moves = platform["moves"] as? [[String: Any]] ?? []
      places[platform["platform"] as? String ?? ""] = moves.map {
        "\($0["date"] ?? "") \($0["to"] ?? "") \($0["pullRequest"] ?? "")"
      }
    }
    let first = "2026-02-09"
    #expect(places["FreeBSD"] == ["\(first) tier-3 30748", "2026-05-04 formerly-supported 31380"])
    #expect(places["RISC-V"] == ["\(first) known-interest 30748", "2026-05-28 tier-3 31522"])
    #expect(places["Windows x86"] == ["\(first) tier-1 30748", "2026-06-16 tier-3 31653"])
    #expect(places["iOS"] == ["\(first) known-interest 30748", "2026-07-17 tier-3 32032"])
    #expect(places["Android"] == ["\(first) known-interest 30748", "2026-07-17 tier-3 32032"])
    #expect(places["PyPy"] == ["\(first) formerly-supported 30748"])
    #expect(places["macOS arm64"] == ["\(first) tier-1 30748"])
    #expect(platforms.count == 21)
  }

  @Test func theStoryNamesEachCommitThatMovedSomething() throws {
    let text = try history()
    let headlines = text.split(separator: "\n").filter { !$0.hasPrefix(" ") }
    #expect(
      headlines.map { $0.prefix(10) } == ["2026-02-09", "2026-05-04", "2026-05-28", "2026-06-16", "2026-07-17"])
    #expect(text.contains("\n  FreeBSD is demoted from Tier 3 to formerly supported platforms\n"))
    #expect(text.contains("\n  RISC-V is promoted from platforms of known interest to Tier 3\n"))
    #expect(text.contains("\n  Windows x86 is demoted from Tier 1 to Tier 3\n"))
    #expect(text.contains("\n  Windows x86 gets no more released wheels\n"))
    #expect(text.contains("Merge pull request #30748"))
  }

  @Test func theMovesReadAsARegistrysDo() throws {
    let yaml = try history("--format", "yaml")
    #expect(
      yaml.contains(
        """
        "Windows x86":
          moves:
            - {date: 2026-02-09, to: tier-1, pull-request: 30748}
            - {date: 2026-06-16, to: tier-3, pull-request: 31653}

        """))
    #expect(yaml.contains("\nFreeBSD:\n  moves:\n"))
  }

  @Test func anImportHasThoseMoves() throws {
    let path = "doc/neps/nep-0057.rst"
    let imported = try Tool.run(
      ["import", path, "--history"], in: repository.path, environment: TestRepository.environment)
    #expect(imported.status == 0)
    #expect(imported.error.hasPrefix("platform-tiers: wrote 21 platforms and 10 people to 'registry'"))
    func moves(_ id: String) throws -> String {
      let text = try repository.folder.text(of: "registry/platforms/\(id).yaml")
      return String(text[(text.range(of: "moves:\n")?.upperBound ?? text.endIndex)...])
    }
    func first(_ place: String) -> String { "  - {date: 2026-02-09, to: \(place), pull-request: 30748}\n" }
    #expect(
      try moves("windows-x86") == first("tier-1") + "  - {date: 2026-06-16, to: tier-3, pull-request: 31653}\n")
    #expect(
      try moves("freebsd") == first("tier-3")
        + "  - {date: 2026-05-04, to: formerly-supported, pull-request: 31380}\n")
    #expect(
      try moves("risc-v") == first("known-interest") + "  - {date: 2026-05-28, to: tier-3, pull-request: 31522}\n")
    for id in ["ios", "android"] {
      #expect(
        try moves(id) == first("known-interest") + "  - {date: 2026-07-17, to: tier-3, pull-request: 32032}\n")
    }
    #expect(try moves("pypy") == first("formerly-supported"))

    let lint = try Tool.run(["lint", "--registry", "registry", "--select", "registry"], in: repository.path)
    #expect(lint.status == 0, "\(lint.output)")
    // The page's broken border is mended before anything is written; then it says what the registry has.
    let refused = try Tool.run(["generate", "--check", path], in: repository.path)
    #expect(refused.status == 1 && refused.error.contains("error[unwritable-table]"))
    _ = try Tool.run(["lint", "--fix", "--select", "misaligned-border", path], in: repository.path)
    let generated = try Tool.run(["generate", "--check", path], in: repository.path)
    #expect(generated.status == 0, "\(generated.output)\(generated.error)")
  }
}
