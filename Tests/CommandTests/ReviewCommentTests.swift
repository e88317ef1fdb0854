import Foundation
import Testing
import TestSupport

/// The links of a review's comment.
@Suite struct ReviewCommentTests {
  let repository: TestRepository

  init() throws { repository = try TestRepository() }

  private static let name = "doc/neps/nep-0057 é.md"
  private static let address = "https://github.com/numpy/numpy"
  private static func page(_ tier2: String, _ tier3: String, above: String = "") -> String {
    let head = "| Platform | Notes | Contacts |\n|---|---|---|\n"
    return above + "# NEP 57\n\n## Tier 2\n\n\(head)| Plan 9 | | Ada Lovelace |\n\(tier2)\n## Tier 3\n\n\(head)\(tier3)"
  }

  private static let haiku =
    "| Haiku | No wheels from 2.7.0 on, [thread](https://mail.python.org/archives/list/"
    + "numpy-discussion@python.org/thread/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/) | Ada Lovelace |\n"
  private static let before = page("| Haiku | | Ada Lovelace |\n", "")
  private static let after = page("", haiku)

  private func review(_ arguments: String..., environment: [String: String] = [:]) throws -> String {
    let result = try Tool.run(
      ["review"] + arguments + ["--format", "markdown"], in: repository.folder["doc"],
      environment: TestRepository.environment.merging(environment) { $1 })
    #expect(result.status < 2, "\(result.error)")
    return result.output
  }

  /// Links to lines, and what stands there.
  private func lines(_ comment: String) throws -> [(text: String, line: String, commit: String)] {
    let names = ["Haiku", "Tier 2", "Tier 3"]
    let links = comment.matches(
      of: #/\[([^\]]*)\]\(<https://github.com/numpy/numpy/blob/([0-9a-f]{40})/([^?]+)\?plain=1#L(\d+)>\)/#)
    return try links.filter { names.contains(String($0.1)) }.map { link in
      let path = try #require(String(link.3).removingPercentEncoding)
      let text = try repository.git("show", "\(link.2):\(path)").components(separatedBy: "\n")
      let number = try #require(Int(link.4))
      return (String(link.1), text[number - 1], String(link.2))
    }
  }

  @Test func aRowLeadsToTheLinesOfBothCommits() throws {
    let base = try repository.commit([Self.name: Self.before])
    let head = try repository.commit([Self.name: Self.after])
    let comment = try review("HEAD~1", "HEAD", "--repository-url", Self.address + "/")
    #expect(comment.contains("From [\(base.prefix(10))](<\(Self.address)/commit/\(base)>) to [\(head.prefix(10))]"))
    let lines = try lines(comment)
    #expect(Set(lines.map(\.text)).isSuperset(of: ["Haiku", "Tier 2", "Tier 3"]), "\(comment)")
    for (text, line, commit) in lines {
      #expect(line.contains("| Haiku |"), "\(text)")
      #expect(commit == (text == "Tier 2" ? base : head), "\(text)")
    }
    #expect(comment.contains("| mailing list<br>release<br>note | <https://mail.python.org/"), "\(comment)")
    let run = ["GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "numpy/numpy"]
    #expect(try review("HEAD~1", "HEAD", environment: run) == comment)
  }

  @Test func withoutAnAddressThereIsNoLink() throws {
    try repository.commit([Self.name: Self.before])
    try repository.commit([Self.name: Self.after])
    let comment = try review("HEAD~1", "HEAD")
    #expect(
      !comment.contains("/blob/") || comment.matches(of: /\/blob\//).count == comment.matches(of: /\/docs\/rules/).count
    )
    #expect(comment.contains("| demoted | Haiku | Tier 2 | Tier 3 |"))
  }

  @Test func whatIsNotCommittedHasNoLink() throws {
    try repository.commit([Self.name: Self.before])
    try repository.folder.write(Self.after, to: Self.name)
    let lines = try lines(try review("HEAD", "--repository-url", Self.address))
    #expect(Set(lines.map(\.text)) == ["Tier 2"])
  }

  /// GitHub tries a pull request by a merge whose id nobody knows; its lines are those of the commit where nothing else
  /// changed them.
  @Test(arguments: [false, true])
  func aMergeIsCalledByWhatItMerges(_ isShifted: Bool) throws {
    try repository.commit([Self.name: Self.before])
    try repository.git("checkout", "--quiet", "-b", "change")
    let head = try repository.commit([Self.name: Self.after])
    try repository.git("checkout", "--quiet", "main")
    try repository.commit(
      isShifted ? [Self.name: Self.page("| Haiku | | Ada Lovelace |\n", "", above: "Text\n\n")] : ["other": "x"])
    try repository.git("merge", "--quiet", "--no-ff", "--message=Merge", "change")
    let merge = try repository.git("rev-parse", "HEAD")
    let comment = try review("HEAD^1", "HEAD", "--repository-url", Self.address)
    #expect(comment.contains(" to [\(head.prefix(10))](<\(Self.address)/commit/\(head)>)"))
    #expect(!comment.contains(merge.prefix(10)) || isShifted)
    let links = try lines(comment).filter { $0.text != "Tier 2" }
    #expect(!links.isEmpty)
    for (text, line, commit) in links {
      #expect(line.contains("| Haiku |"), "\(text)")
      #expect(commit == (isShifted ? merge : head))
    }
  }

  @Test func anAddressThatIsNoneIsWrongUsage() throws {
    for address in ["numpy/numpy", "javascript:alert(1)", "https://a b", "https://"] {
      let result = try Tool.run(["review", "main", "--repository-url", address], in: repository.path)
      #expect(result.status == 64, "\(address)")
    }
  }

  @Test func pagesOfRulesAreWhereTheEnvironmentSays() throws {
    try repository.commit([Self.name: Self.before])
    try repository.commit([Self.name: Self.page("", "")])
    let address = "https://docs.example/rules"
    let comment = try review("HEAD~1", "HEAD", environment: ["PLATFORM_TIERS_RULE_PAGES": address + "/"])
    #expect(comment.contains("[vanished-platform](<\(address)/vanished-platform.md>)"))
    let sarif = try Tool.run(
      ["lint", "--format", "sarif", Self.name], in: repository.path,
      environment: ["PLATFORM_TIERS_RULE_PAGES": address]
    ).output
    #expect(sarif.contains("\"helpUri\": \"\(address)/missing-contact.md\""))
  }
}
