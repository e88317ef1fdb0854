import Foundation
import Testing
import TestSupport

/// What goes to a log, where a service takes commands from it and knows files by their paths in the repository.
@Suite struct LogCommandTests {
  let repository: TestRepository

  init() throws {
    repository = try TestRepository()
    try repository.folder.write("ada: {name: '##[group]Ada', role: maintainer}\n", to: "registry/people.yaml")
    try repository.folder.write(
      """
      name: "##vso[task.setvariable variable=a]b"
      target: {os: haiku, arch: x86-64, interpreter: cpython}
      notes: "::error::x ##[error]y, to be dropped by 2027-03"
      contacts: [ada]
      moves: [{date: 2026-02-01, to: tier-3}]

      """, to: "registry/platforms/haiku.yaml")
    try repository.folder.write("registry: ../registry\ndocuments: nep-0001.md\n", to: "docs/.platform-tiers.yaml")
    try repository.commit(["docs/nep-0001.md": Self.page("Haiku")])
    try repository.folder.write(Self.page("##[error]Plan 9", "  ::set-output name=a::b"), to: "docs/nep-0001.md")
  }

  private static func page(_ rows: String...) -> String {
    let rows = rows.map { "| \($0) | | ##[error]? |\n" }.joined()
    return "## Tier 3\n\n| Platform | Notes | Contacts |\n|---|---|---|\n\(rows)\n::warning::w\n"
  }

  private func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Tool.Result {
    try Tool.run(
      arguments, in: repository.folder["docs"], environment: TestRepository.environment.merging(environment) { $1 })
  }

  /// As the runners of GitHub and Azure find one in a line.
  private static func isCommand(_ line: Substring) -> Bool {
    let trimmed = line.drop { $0.isWhitespace }
    if trimmed.hasPrefix("::"), trimmed.dropFirst(2).contains("::") { return true }
    return ["##[", "##vso["].contains { line.lowercased().contains($0) }
  }

  @Test(
    arguments: [
      ["list"], ["list", "--format", "json"], ["list", "--format", "csv"], ["show", "haiku"], ["due"],
      ["due", "--format", "ical"], ["generate", "--diff"], ["generate", "--check"], ["audit"],
      ["audit", "--format", "markdown"], ["inspect", "nep-0001.md"], ["history", "nep-0001.md"],
      ["history", "nep-0001.md", "--format", "yaml"], ["review", "HEAD"], ["review", "HEAD", "--format", "markdown"],
      ["lint", "##[error].md"], ["show", "##vso[x]"],
    ] + ["grid", "markdown", "html", "csv", "json"].map { ["table", "tier-3", "--format", $0] }
      + ["text", "concise", "json", "sarif", "github", "gitlab", "junit", "rdjson"].map { ["check", "--format", $0] })
  func nothingThatIsPrintedIsACommandOfSomebodyElse(_ arguments: [String]) throws {
    let result = try run(arguments)
    #expect(!result.output.isEmpty || !result.error.isEmpty)
    for line in (result.output + "\n" + result.error).split(whereSeparator: \.isNewline) where Self.isCommand(line) {
      #expect(arguments.contains("github") && line.hasPrefix("::"), "\(line)")
      #expect(!line.contains("##["), "\(line)")
    }
  }

  @Test func aDocumentOnStandardOutputStaysAsItIs() throws {
    let page = "# A\n\n::warning::w ##[x]\n"
    let result = try Tool.run(["lint", "--fix", "-", "--as", "markdown"], input: page, in: repository.path)
    #expect(result.output == page)
  }

  @Test(arguments: ["github", "sarif", "gitlab", "junit"])
  func pathsAreThoseFromTheRootOfTheRepository(_ format: String) throws {
    for arguments in [["check"], ["review", "HEAD"]] {
      let output = try run(arguments + ["--format", format]).output
      #expect(output.contains("docs/nep-0001.md"), "\(output)")
      #expect(output.contains("registry/platforms/haiku.yaml") && !output.contains("../registry"), "\(output)")
    }
    #expect(try run(["check", "--format", "concise"]).output.contains("\nnep-0001.md:"))
    #expect(try run(["review", "HEAD", "--format", "markdown"]).output.contains("docs/nep-0001.md:"))
  }

  @Test func whatIsNotAnnotatedGoesToTheSummaryOfTheStep() throws {
    let rows = (1...12).map { "Platform \($0)" }
    let table = rows.map { "| \($0) | | |\n" }.joined()
    try repository.folder.write(
      "## Tier 3\n\n| Platform | Notes | Contacts |\n|---|---|---|\n\(table)", to: "docs/nep-0001.md")
    try repository.folder.write("before\n", to: "summary.md")
    let arguments = ["lint", "--no-config", "nep-0001.md", "--select", "missing-contact", "--format", "github"]
    let result = try run(arguments, environment: ["GITHUB_STEP_SUMMARY": repository.folder["summary.md"]])
    #expect(result.status == 1)
    #expect(result.output.split(separator: "\n").count { $0.hasPrefix("::error ") } == 10)
    #expect(result.output.contains("\n2 errors without an annotation:\ndocs/nep-0001.md:"))
    let summary = try repository.folder.text(of: "summary.md")
    #expect(summary.hasPrefix("before\n") && summary.contains("/missing-contact.md>) docs/nep-0001.md:15: "))
    let unwritable = try run(arguments, environment: ["GITHUB_STEP_SUMMARY": repository.folder["no/such/file"]])
    #expect(unwritable.status == 2)
  }
}
