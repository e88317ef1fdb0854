import Foundation
import Testing
import TestSupport

/// `review` of a registry, alone and beside a document.
@Suite struct ReviewRegistryTests {
  let repository: TestRepository

  init() throws { repository = try TestRepository() }

  private static let workflow = "on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps: [{run: 'true'}]\n"

  private static let moves = "moves:\n  - {date: 2026-02-09, to: tier-2}\n"

  /// A platform's file.
  private static func haiku(
    contacts: String = "[ada]", ci: String? = "haiku.yml", moves: String = Self.moves, name: String = "Haiku"
  ) -> String {
    let job = ci.map {
      "ci: [{workflow: .github/workflows/\($0), job: test, hosting: github, execution: native}]\n"
    }
    return """
      name: \(name)
      target: {os: \(name.lowercased()), arch: x86-64, interpreter: cpython}
      contacts: \(contacts)
      \(job ?? "")prerequisites: {cpython: met}
      \(moves)
      """
  }

  private static func page(tier2: [String] = [], tier3: [String] = []) -> String {
    func table(_ names: [String]) -> String {
      "| Platform | Notes | Contacts |\n|---|---|---|\n"
        + names.map { "| \($0) | Runs on regular runners | Ada Lovelace |\n" }.joined()
    }
    return "# Platforms\n\n## Tier 2\n\n\(table(tier2))\n## Tier 3\n\n\(table(tier3))"
  }

  private static let thread =
    "https://mail.python.org/archives/list/numpy-discussion@python.org/thread/ABCDEFGHIJKLMNOPQRSTUVWXYZ234567/"

  private func demoted(_ evidence: String = "") -> String {
    Self.haiku(moves: Self.moves + "  - {date: 2026-05-28, to: tier-3\(evidence)}\n")
  }

  /// A registry, beside a document where one is given.
  private func commitBase(_ platforms: [String: String] = ["haiku": haiku()], page: String? = nil) throws {
    var files = [
      ".platform-tiers.yaml": page == nil ? "registry: registry\n" : "registry: registry\ndocuments: platforms.md\n",
      ".github/workflows/haiku.yml": Self.workflow,
      "registry/people.yaml":
        "ada: {name: Ada Lovelace, role: maintainer}\ngrace: {name: Grace Hopper, role: maintainer}\n",
    ]
    for (id, text) in platforms { files["registry/platforms/\(id).yaml"] = text }
    files["platforms.md"] = page
    try repository.commit(files)
  }

  private func review(_ format: String = "concise") throws -> Tool.Result {
    let result = try Tool.run(
      ["review", "HEAD~1", "HEAD", "--format", format, "--select", "review"], in: repository.path,
      environment: TestRepository.environment)
    #expect(result.error == "")
    return result
  }

  @Test func aPlatformMovesDownUndiscussed() throws {
    try commitBase()
    try repository.commit(["registry/platforms/haiku.yaml": demoted()])
    let result = try review()
    #expect(result.status == 1)
    #expect(result.output.contains("registry/platforms/haiku.yaml:8:28: error[undecided-demotion]"))
    let told = try review("text").output
    #expect(told.contains("Haiku is demoted from Tier 2 to Tier 3"))
    #expect(told.contains("Haiku gets no more released wheels"))
  }

  @Test func aPlatformMovesDownAsThePolicyAsks() throws {
    try commitBase()
    let evidence = ", mailing-list: '\(Self.thread)', release: 2.6.0, notes: No wheels from 2.6.0 on"
    try repository.commit(["registry/platforms/haiku.yaml": demoted(evidence)])
    let result = try review()
    #expect(result.output == "")
    #expect(result.status == 0)
  }

  @Test func theLastContactLeaves() throws {
    try commitBase()
    try repository.commit(["registry/platforms/haiku.yaml": Self.haiku(contacts: "[]")])
    let result = try review()
    #expect(result.status == 1)
    #expect(result.output.contains("registry/platforms/haiku.yaml:"))
    #expect(result.output.contains("error[last-contact-removed]"))
    #expect(try review("text").output.contains("Haiku: no longer a contact Ada Lovelace"))
  }

  @Test func aPlatformComesWithoutCI() throws {
    try commitBase()
    try repository.commit([
      "registry/platforms/plan9.yaml": Self.haiku(
        ci: nil, moves: "moves: [{date: 2026-05-28, to: tier-3}]\n", name: "Plan9")
    ])
    let result = try review()
    #expect(result.status == 1)
    #expect(
      result.output.contains("error[incomplete-addition]") && result.output.contains("without a CI job"),
      "\(result.output)")
  }

  @Test func aPlatformsWorkflowIsNotThere() throws {
    try commitBase()
    let plan9 = Self.haiku(
      contacts: "[{person: ada, acknowledged: {date: 2026-05-01, url: 'https://example.org/1'}}]", ci: "plan9.yml",
      moves: "moves: [{date: 2026-05-28, to: tier-3}]\n", name: "Plan9")
    try repository.commit(["registry/platforms/plan9.yaml": plan9])
    let result = try review()
    #expect(result.status == 1)
    #expect(
      result.output.contains(
        "'Plan9' enters 'Tier 3', without the file '.github/workflows/plan9.yml' of its CI job"), "\(result.output)")
    #expect(!result.output.contains("without a CI job"))
    #expect(try review("text").output.contains("add '.github/workflows/plan9.yml'"))
    try repository.commit([".github/workflows/plan9.yml": Self.workflow])
    try repository.git("reset", "--quiet", "--soft", "HEAD~2")
    try repository.commit([:])
    #expect(try review().output == "")
  }

  @Test func documentAndRegistryTellTheSameStory() throws {
    try commitBase(page: Self.page(tier2: ["Haiku"]))
    let evidence = ", mailing-list: '\(Self.thread)', release: 2.6.0, notes: No wheels from 2.6.0 on"
    try repository.commit([
      "registry/platforms/haiku.yaml": demoted(evidence), "platforms.md": Self.page(tier3: ["Haiku"]),
    ])
    let result = try review()
    #expect(result.output == "")
    #expect(result.status == 0)
    let told = try review("text").output
    #expect(told.split(separator: "Haiku is demoted from Tier 2 to Tier 3").count == 2, "\(told)")
  }

  @Test func aMoveInTheDocumentOnly() throws {
    try commitBase(page: Self.page(tier2: ["Haiku"]))
    try repository.commit(["platforms.md": Self.page(tier3: ["Haiku"])])
    let result = try review()
    #expect(result.status == 1)
    let line = result.output.split(separator: "\n").first { $0.contains("error[one-sided-move]") }
    #expect(line?.hasPrefix("platforms.md:12:") == true, "\(result.output)")
    #expect(line?.contains("the registry has it under 'Tier 2'") == true)
  }

  @Test func aMoveInTheRegistryOnly() throws {
    try commitBase(page: Self.page(tier2: ["Haiku"]))
    try repository.commit(["registry/platforms/haiku.yaml": demoted(", mailing-list: '\(Self.thread)'")])
    let result = try review()
    #expect(result.status == 1)
    let line = result.output.split(separator: "\n").first { $0.contains("error[one-sided-move]") }
    #expect(line?.hasPrefix("registry/platforms/haiku.yaml:8:") == true, "\(result.output)")
    #expect(line?.contains("the document has it under 'Tier 2'") == true)
  }
}
