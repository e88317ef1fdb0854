import Foundation
import Testing
import TestSupport

/// `audit --workflows`, on a small registry.
@Suite struct AuditWorkflowsTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Self.haiku, to: "registry/platforms/haiku.yaml")
    try folder.write(Self.workflow, to: "clone/.github/workflows/haiku.yml")
  }

  private static let haiku = """
    name: Haiku
    target: {os: linux, arch: x86-64, interpreter: cpython}
    ci: [{workflow: .github/workflows/haiku.yml, job: test, hosting: github, execution: native}]
    moves: [{date: 2026-02-01, to: tier-3, pull-request: 12}]

    """

  private static let workflow = """
    on: [pull_request]
    jobs:
      test:
        runs-on: ubuntu-24.04
        steps: [{run: pytest}]

    """

  private func run(_ arguments: String...) throws -> Tool.Result {
    try Tool.run(
      ["audit", "--registry", "registry", "--today", "2026-11-23"] + arguments, in: folder.path,
      environment: ["COLUMNS": "300"])
  }

  @Test func aKeptDutyIsShown() throws {
    let result = try run("--workflows", "clone")
    #expect(result.error == "")
    #expect(result.output.contains("1 workflow of numpy/numpy, in 'clone'"))
    let row = result.output.split(separator: "\n").first { $0.hasPrefix("  Haiku") }
    #expect(row?.split(separator: " ").dropFirst(1).prefix(2) == ["✓", "?"])
  }

  @Test("a job that is not there is an error in the registry")
  func aMissingJob() throws {
    try folder.write(Self.workflow.replacing("  test:", with: "  tests:"), to: "clone/.github/workflows/haiku.yml")
    let result = try run("--workflows", "numpy/numpy=clone")
    #expect(result.status == 1)
    #expect(result.output.contains("error[missing-job]: '.github/workflows/haiku.yml' has no job 'test'"))
    #expect(result.output.contains("--> registry/platforms/haiku.yaml:3:51"))
    #expect(result.output.contains("'tests' of .github/workflows/haiku.yml tests it now; list that job"))
  }

  @Test("a condition that is never true is an error in the workflow")
  func anInactiveJob() throws {
    let text = Self.workflow.replacing("    runs-on", with: "    if: github.repository == 'me/numpy'\n    runs-on")
    try folder.write(text, to: "clone/.github/workflows/haiku.yml")
    let result = try run("--workflows", "clone", "--format", "json")
    #expect(result.status == 1)
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    let findings = try #require(object?["findings"] as? [[String: Any]])
    #expect(findings.map { $0["rule"] as? String } == ["inactive-job"])
    #expect(findings.first?["file"] as? String == "clone/.github/workflows/haiku.yml")
    #expect(findings.first?["line"] as? Int == 4)
  }

  @Test("'show' has what workflows show of each job below what the registry says")
  func shownJobs() throws {
    let text = Self.workflow.replacing("[pull_request]", with: "{pull_request: {paths-ignore: ['**.rst']}}")
    try folder.write(text, to: "clone/.github/workflows/haiku.yml")
    let arguments = ["show", "haiku", "--registry", "registry", "--at", "2026-11-23", "--workflows", "clone"]
    let result = try Tool.run(arguments, in: folder.path)
    #expect(
      result.output.contains("evidence: kept, native, a failure counts")
    )
  }

  @Test("a broken workflow is said to be one, and the others are audited")
  func aBrokenWorkflow() throws {
    try folder.write("jobs: {a: [\n", to: "clone/.github/workflows/broken.yml")
    try folder.write("", to: "clone/.github/workflows/empty.yaml")
    let result = try run("--workflows", "clone", "--format", "full")
    #expect(result.status == 1)
    #expect(result.output.contains("error[invalid-yaml]"))
    #expect(result.output.contains("--> clone/.github/workflows/broken.yml:"))
    #expect(result.output.contains("--> clone/.github/workflows/empty.yaml:1:1"))
    #expect(result.output.contains("✓ 1 kept"))
  }

  @Test func whatIsNotThere() throws {
    #expect(try run("--workflows", "none").status == 2)
    #expect(try run("--workflows", "registry").status == 2)
    #expect(try run("--workflows", "a/b=").status == 64)
    #expect(try run("--workflows", "").status == 64)
  }

  @Test("text of a workflow reaches a terminal and JSON escaped")
  func hostileText() throws {
    let text = Self.workflow.replacing("runs-on: ubuntu-24.04", with: #"runs-on: "\e[31m<b>\u202e""#)
      .replacing("    steps", with: "    continue-on-error: true\n    steps").replacing("test:", with: #""test\e]0;":"#)
    try folder.write(text, to: "clone/.github/workflows/haiku.yml")
    try folder.write(
      Self.haiku.replacing("job: test", with: "job: test, runner: x"), to: "registry/platforms/haiku.yaml")
    for format in ["text", "full", "json", "sarif", "markdown"] {
      let result = try run("--workflows", "clone", "--format", format)
      #expect(result.status < 2)
      #expect(!result.output.contains("\u{1B}"))
      #expect(!result.output.contains("\u{202E}"))
    }
  }
}
