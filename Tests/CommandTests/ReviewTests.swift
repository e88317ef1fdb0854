import Foundation
import Testing
import TestSupport

/// A small policy document in the built-in policy's form.
private enum Platforms {
  static func document(tier2: [(String, String)] = [("Linux x86-64", "Ada Lovelace")]) -> String {
    let rows = tier2.map { "| \($0.0) | | \($0.1) |" }.joined(separator: "\n")
    return """
      # Platforms

      ## Tier 1

      | Platform | Notes |
      |---|---|
      | Linux arm64 | |

      ## Tier 2

      | Platform | Notes | Contacts |
      |---|---|---|
      \(rows)

      ## Tier 3

      | Platform | Notes | Contacts |
      |---|---|---|
      | FreeBSD | | Grace Hopper |

      ## Unsupported platforms

      Platforms that were previously in a supported tier:

      | Platform | Notes |
      |---|---|
      | Solaris | no maintainer |

      """
  }
}

@Suite struct ReviewTests {
  let repository: TestRepository

  init() throws { repository = try TestRepository() }

  private func review(_ arguments: String..., below: String = "", environment: [String: String] = [:]) throws
    -> Tool.Result
  {
    try Tool.run(
      ["review"] + arguments, in: repository.folder[below],
      environment: TestRepository.environment.merging(environment) { $1 })
  }

  private func json(_ result: Tool.Result) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
  }

  /// Rules that a document as small as ours keeps.
  private let rules = ["--select", "rows"]

  @Test func aChangeWithoutAPolicyDocumentHasNothingToSay() throws {
    try repository.commit(["a.py": "1", "nep-0001.md": "# A\n\nText\n"])
    try repository.git("checkout", "--quiet", "-b", "change")
    try repository.commit(["a.py": "2", "nep-0001.md": "# A\n\nOther text\n"])
    let result = try review("main", "change")
    #expect(result.status == 0)
    #expect(result.error == "")
    #expect(
      result.output.hasSuffix(
        "\n\nnothing is missing from this change\n\ncompared 0 platforms in 1 document with 0 platforms in 1 document\n"
      ))
    #expect(result.output.hasPrefix("no move from "))
  }

  @Test func theBaseIsWhereTheHeadLeftIt() throws {
    let base = try repository.commit(["nep-0057.md": Platforms.document()])
    try repository.git("checkout", "--quiet", "-b", "change")
    let head = try repository.commit(["nep-0057.md": Platforms.document(tier2: [("Linux x86-64", "Alan Turing")])])
    try repository.git("checkout", "--quiet", "main")
    try repository.commit(["nep-0057.md": Platforms.document(tier2: [("Haiku", "Ada Lovelace")])])
    for arguments in [["main", "change"], ["main...change"]] {
      let json = try json(
        Tool.run(
          ["review", "--format", "json"] + rules + arguments, in: repository.path,
          environment: TestRepository.environment))
      #expect(json["base"] as? String == base)
      #expect(json["head"] as? String == head)
      let moves = try #require(json["moves"] as? [[String: Any]])
      #expect(!moves.contains { $0["platform"] as? String == "Haiku" })
    }
    let direct = try json(review("--format", "json", "main..change"))
    #expect(try direct["base"] as? String == repository.git("rev-parse", "main"))
    #expect((direct["moves"] as? [[String: Any]])?.contains { $0["platform"] as? String == "Haiku" } == true)
  }

  @Test func theHeadIsTheDiskOrTheIndex() throws {
    try repository.commit(["nep-0057.md": Platforms.document()])
    try repository.folder.write(Platforms.document(tier2: [("Haiku", "?")]), to: "nep-0057.md")
    try repository.git("add", ".")
    try repository.folder.write(Platforms.document(), to: "nep-0057.md")
    let disk = try review("HEAD", "--select", "placeholder-contact")
    #expect(disk.status == 0)
    #expect(disk.output.contains(" to the work tree"))
    let staged = try review("--staged", "HEAD", "--select", "placeholder-contact")
    #expect(staged.status == 1)
    #expect(staged.output.contains(" to the index"))
    #expect(staged.output.contains("error[placeholder-contact]"))
    #expect(try repository.folder.text(of: "nep-0057.md") == Platforms.document())
  }

  @Test func whatWasThereBeforeIsAWarningAndApart() throws {
    try repository.commit(["nep-0057.md": Platforms.document(tier2: [("Haiku", "?")])])
    try repository.commit([
      "nep-0057.md": Platforms.document(tier2: [("Haiku", "?"), ("Plan 9", "TBD")])
    ])
    let result = try review("HEAD~1", "--select", "placeholder-contact")
    #expect(result.status == 1)
    #expect(result.output.contains("'TBD'"))
    #expect(result.output.contains("before this change there was already:\nnep-0057.md:13:13: warning["))
    let findings = try #require(
      json(review("HEAD~1", "--select", "placeholder-contact", "--format", "json"))["findings"] as? [[String: Any]])
    #expect(findings.compactMap { $0["severity"] as? String } == ["error", "warning"])
  }

  @Test func aRenamedDocumentIsTheSame() throws {
    try repository.commit(["old/nep-0057.md": Platforms.document()])
    try repository.git("mv", "old/nep-0057.md", "nep-0057-new name.md")
    try repository.commit([:])
    let json = try json(review("HEAD~1", "HEAD", "--format", "json"))
    #expect((json["moves"] as? [Any])?.isEmpty == true)
    let named = try self.json(review("HEAD~1", "HEAD", "--format", "json", "--", "nep-0057-new name.md"))
    #expect((named["moves"] as? [Any])?.isEmpty == true)
  }

  @Test func filesAreNamedBehindTheDashes() throws {
    try repository.commit(["-a b.md": Platforms.document(), "nep-0057.md": Platforms.document(tier2: [("Haiku", "?")])])
    try repository.commit([
      "-a b.md": Platforms.document(tier2: [("Plan 9", "?")]), "nep-0057.md": Platforms.document(),
    ])
    let result = try review("HEAD~1", "--select", "placeholder-contact", "--format", "concise", "--", "-a b.md")
    #expect(result.status == 1)
    #expect(result.output.split(separator: "\n").allSatisfy { $0.hasPrefix("-a b.md:") })
    #expect(result.error == "")
    let gone = try review("HEAD~1", "--", "none.md")
    #expect(gone.status == 2)
    #expect(gone.error.contains("cannot read 'none.md': it is neither in the base nor in the head"))
  }

  @Test func aFolderBelowTheRootSeesTheWholeChange() throws {
    try repository.commit(["docs/x.txt": "", "neps/nep-0057.md": Platforms.document()])
    try repository.commit(["neps/nep-0057.md": Platforms.document(tier2: [("Haiku", "?")])])
    let result = try review("HEAD~1", "HEAD", "--format", "concise", below: "docs")
    #expect(result.status == 1)
    #expect(result.output.contains("neps/nep-0057.md:13:13: error[placeholder-contact]"))
  }

  @Test func twoFilesNeedNoGit() throws {
    let folder = try TemporaryFolder()
    try folder.write(Platforms.document(), to: "old.md")
    try folder.write(Platforms.document(tier2: [("Haiku", "?")]), to: "new.md")
    let result = try Tool.run(
      ["review", "--files", "old.md", "new.md", "--format", "json"] + rules, in: folder.path,
      environment: ["PATH": "/nonexistent"])
    #expect(result.status == 1)
    let json = try json(result)
    #expect(json["base"] as? String == "old.md")
    #expect(json["head"] as? String == "new.md")
    #expect((json["findings"] as? [[String: Any]])?.allSatisfy { $0["file"] as? String == "new.md" } == true)
    let same = try Tool.run(["review", "--files", "new.md", "new.md"] + rules, in: folder.path)
    #expect(same.status == 0)
    #expect(same.output.hasPrefix("no move from new.md to new.md\n"))
    let gone = try Tool.run(["review", "--files", "none.md", "new.md"] + rules, in: folder.path)
    #expect(gone.status == 2)
    #expect(gone.error.contains("none.md"))
  }

  @Test func aConfigurationNamesTheDocumentsOfEachRevision() throws {
    try repository.commit([
      ".platform-tiers.yaml": "documents: [old.md]\nselect: [placeholder-contact]\n", "old.md": Platforms.document(),
    ])
    try repository.git("mv", "old.md", "new.md")
    try repository.commit([
      ".platform-tiers.yaml": "documents: [new.md]\nselect: [placeholder-contact]\n",
      "new.md": Platforms.document(tier2: [("Linux x86-64", "?")]),
    ])
    let result = try review("HEAD~1", "HEAD", "--format", "json")
    #expect(result.error == "")
    #expect(result.status == 1)
    let moves = try #require(json(result)["moves"] as? [[String: Any]])
    #expect(moves.allSatisfy { ($0["kind"] as? String)?.hasPrefix("contacts") == true })
  }

  @Test func aConfigurationThatIsNewNamesTheBasesDocumentsToo() throws {
    try repository.commit(["platforms.md": Platforms.document()])
    try repository.commit([".platform-tiers.yaml": "documents: [platforms.md]\nselect: [rows]\n"])
    let json = try json(review("HEAD~1", "HEAD", "--format", "json"))
    let moves = try #require(json["moves"] as? [[String: Any]])
    #expect(moves.map { $0["kind"] as? String } == ["waived"])
  }

  @Test(arguments: ["text", "concise", "json", "sarif", "github", "gitlab", "junit", "markdown"])
  func everyFormatTellsTheFinding(_ format: String) throws {
    try repository.commit(["nep-0057.md": Platforms.document()])
    try repository.commit(["nep-0057.md": Platforms.document(tier2: [("Haiku", "?")])])
    let result = try review("HEAD~1", "HEAD", "--format", format, "--select", "placeholder-contact")
    #expect(result.status == 1)
    #expect(result.error == "")
    #expect(result.output.contains("placeholder-contact"))
    #expect(result.output.contains("nep-0057.md"))
    #expect(
      result.output == (try review("HEAD~1", "HEAD", "--format", format, "--select", "placeholder-contact")).output)
  }

  @Test func whatAPolicyAsksOfAMoveCanBeSuppressedOrExempted() throws {
    let gone = "| Solaris | no maintainer |\n"
    let tier3 = "| FreeBSD | | Grace Hopper |\n"
    let before = Platforms.document()
    let after = before.replacingOccurrences(of: tier3, with: "| OpenBSD | | Grace Hopper |\n")
      .replacingOccurrences(of: gone, with: gone + "| FreeBSD | Was Tier 3 |\n")
    try repository.commit(["nep-0057.md": before])
    let rule = ["--select", "undecided-demotion,unused-suppression,unused-exemption"]
    func status(_ command: [String]) throws -> Int32 {
      try Tool.run(command + rule + ["--strict"], in: repository.path, environment: TestRepository.environment).status
    }
    try repository.folder.write(after, to: "nep-0057.md")
    #expect(try status(["review", "HEAD"]) == 1)
    let exemption = "exemptions: [{rule: undecided-demotion, platform: FreeBSD, reason: settled}]\n"
    // The base judges the change.
    try repository.commit([".platform-tiers.yaml": exemption, "nep-0057.md": before])
    try repository.folder.write(after, to: "nep-0057.md")
    #expect(try status(["review", "HEAD"]) == 0)
    #expect(try status(["lint", "nep-0057.md"]) == 0)
    try repository.folder.write("", to: ".platform-tiers.yaml")
    let comment = "<!-- platform-tiers: ignore undecided-demotion -- settled -->"
    let suppressed = after.replacingOccurrences(of: "| Was Tier 3 |", with: "| Was Tier 3 \(comment) |")
    try repository.folder.write(suppressed, to: "nep-0057.md")
    #expect(try status(["review", "HEAD"]) == 0)
    #expect(try status(["lint", "nep-0057.md"]) == 0)
  }

  @Test func aHooksVariablesAreHeeded() throws {
    try repository.commit(["nep-0057.md": Platforms.document()])
    try repository.folder.write(Platforms.document(tier2: [("Haiku", "?")]), to: "nep-0057.md")
    try FileManager.default.copyItem(atPath: repository.folder[".git/index"], toPath: repository.folder[".git/other"])
    try repository.git("add", ".")
    let hook = ["GIT_DIR": ".git", "GIT_INDEX_FILE": ".git/other"]
    #expect(try review("--staged", "HEAD", environment: hook).status == 0)
    #expect(try review("--staged", "HEAD").status == 1)
  }
}
