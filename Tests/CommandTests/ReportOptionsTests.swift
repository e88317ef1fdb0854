import Foundation
import Testing
import TestSupport

/// What all commands with findings take: `-q`, `--min-severity`, `--output-file`, `--exit-zero`, `--all`.
@Suite struct ReportOptionsTests {
  let repository: TestRepository
  private static let commands = [
    ["lint", "nep-0001.md"], ["check"], ["review", "HEAD~1", "HEAD"], ["audit", "--usage", "usage.csv"],
  ]

  /// Each command finds an error and a warning.
  init() throws {
    repository = try TestRepository()
    try repository.commit([
      "nep-0001.md": Self.page("Ada Lovelace"), "usage.csv": "platform,downloads\nother,1\n",
      ".platform-tiers.yaml": "registry: registry\ndocuments: nep-0001.md\n",
      "registry/people.yaml": "ada: {name: Ada Lovelace, role: maintainer}\n",
      "registry/platforms/haiku.yaml": """
      name: Haiku
      target: {os: haiku, arch: x86-64, interpreter: cpython}
      contacts: [ada]
      ci: [{workflow: .github/workflows/ci.yml, job: haiku, hosting: github, execution: native}]
      wheels: {tags: '*-*-linux_loongarch64'}
      moves: [{date: 2026-02-09, to: tier-2}]

      """,
    ])
    try repository.commit(["nep-0001.md": Self.page("TBD")])
  }

  private static func page(_ contact: String) -> String {
    """
    ## Tier 2

    | Platform | Notes | Contacts   |
    |----------|-------|------------|
    | Haiku    |       | \(contact) |

    <!-- platform-tiers: ignore no-such-rule -- to have a warning -->
    ## Tier 3

    """
  }

  private func run(_ arguments: [String]) throws -> Tool.Result {
    try Tool.run(
      arguments + ["--today", "2026-11-23"], in: repository.path, environment: TestRepository.environment)
  }

  private func severities(_ arguments: [String]) throws -> Set<String> {
    let json = try JSONSerialization.jsonObject(with: Data(run(arguments + ["--format", "json"]).output.utf8))
    let findings = json as? [[String: Any]] ?? (json as? [String: Any])?["findings"] as? [[String: Any]]
    return Set((findings ?? []).compactMap { $0["severity"] as? String })
  }

  @Test(arguments: commands)
  func onlyGraveFindingsArePrinted(command: [String]) throws {
    #expect(try severities(command).isSuperset(of: ["error", "warning"]))
    #expect(try severities(command + ["--min-severity", "error"]) == ["error"])
    #expect(try !severities(command + ["--min-severity", "warning"]).contains("info"))
    let text = try run(command + ["--min-severity", "error"])
    #expect(text.status == 1)
    #expect(!text.output.contains("warning["))
    #expect(text.output.contains(" less grave left out\n"), "\(text.output)")
    #expect(try run(command + ["--min-severity", "error", "--strict"]).status == 64)
    #expect(try run(command + ["--min-severity", "grave"]).status == 64)
  }

  @Test(arguments: commands)
  func theStatusIsZeroWhereItIsAskedToBe(command: [String]) throws {
    #expect(try run(command).status == 1)
    let result = try run(command + ["--exit-zero"])
    #expect(result.status == 0)
    #expect(try result.output == run(command).output)
    #expect(try run(command + ["--exit-zero", "--today", "x"]).status == 64)
  }

  @Test func whatCannotRunStillEndsWith2() throws {
    #expect(try run(["lint", "gone.rst", "--exit-zero"]).status == 2)
    #expect(try run(["audit", "--usage", "gone.csv", "--exit-zero"]).status == 2)
  }

  @Test(arguments: commands, ["text", "full", "json", "sarif"])
  func theReportGoesToAFile(command: [String], format: String) throws {
    let printed = try run(command + ["--format", format])
    let written = try run(command + ["--format", format, "--output-file", "report.txt"])
    #expect(written.status == printed.status)
    #expect(written.output == "")
    #expect(try repository.folder.text(of: "report.txt") == printed.output)
    #expect(try run(command + ["--output-file", "no/such/folder"]).status == 2)
    #expect(try run(command + ["--output-file", ""]).status == 64)
  }

  @Test(arguments: commands, ["-q", "--quiet"])
  func quietPrintsFindingsAlone(command: [String], option: String) throws {
    let result = try run(command + [option])
    #expect(result.status == 1)
    #expect(result.error == "")
    #expect(result.output.contains("error[") && result.output.contains("warning["))
    for words in ["errors, ", "error, ", "moves from", "compared ", "Audit on", "ci, b-r"] {
      #expect(!result.output.contains(words), "\(result.output)")
    }
  }

  @Test func aCleanQuietRunPrintsNothing() throws {
    try repository.folder.write(Sample.clean, to: "b.rst")
    let result = try run(["lint", "b.rst", "-q"] + Sample.documentRules)
    #expect(result.status == 0)
    #expect(result.output == "" && result.error == "")
  }

  @Test func aFaultInManyPlacesIsOneBlock() throws {
    let rows = (1...280).map { "| Platform \($0) | | |\n" }.joined()
    try repository.folder.write(
      "## Tier 3\n\n| Platform | Notes | Contacts |\n|---|---|---|\n\(rows)", to: "nep-0002.md")
    let arguments = ["lint", "--no-config", "nep-0002.md", "--select", "missing-contact"]
    let block = try run(arguments).output
    #expect(block.hasPrefix("error[missing-contact] in 280 places\n  nep-0002.md:5:"))
    #expect(block.contains("\n  … and 275 more in 1 file; `--all` shows them\n"))
    #expect(block.split(separator: "\n").count < 20)
    let all = try run(arguments + ["--all"]).output
    #expect(all.split(separator: "\n").count { $0.hasPrefix("  nep-0002.md:") } == 280)
    let full = try run(arguments + ["--format", "full"]).output
    #expect(full.split(separator: "\n").count { $0.contains("--> nep-0002.md:") } == 280)
    #expect(!full.contains("in 280 places"))
  }
}
