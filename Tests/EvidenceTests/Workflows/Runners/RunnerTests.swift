import Diagnostics
import Policy
import Testing
@testable import Evidence

@Suite("Labels tell whose machine a job asks for, and what it is")
struct RunnerTests {
  private func runner(_ runsOn: String, matrix: [String: ExpressionValue] = [:]) throws -> Runner? {
    var context = ExpressionContext(repository: "a/b")
    context["matrix"] = .object(matrix)
    return try job("runs-on: \(runsOn)").runsOn.flatMap { Runner($0, context: context) }
  }

  @Test(arguments: [
    ("ubuntu-latest", "linux x86-64"), ("ubuntu-24.04-arm", "linux arm64"), ("windows-11-arm", "windows arm64"),
    ("macos-14", "macos arm64"), ("macos-15-intel", "macos x86-64"), ("macos-26", "macos arm64"),
    ("macos-13", "macos x86-64"),
    ("Ubuntu-22.04", "linux x86-64"), ("ubuntu-30.04-arm", "linux arm64"), ("macos-31-intel", "macos x86-64"),
  ])
  func hosted(label: String, machine: String) throws {
    let found = try #require(try runner(label))
    #expect(found.host == .github)
    #expect("\(found.os ?? "") \(found.architecture ?? "")" == machine)
  }

  @Test(arguments: [
    ("[self-hosted, linux, ARM64]", Runner.Host.selfHosted, "linux arm64"),
    ("ubuntu-24.04-ppc64le-p10", .provider("IBM"), "linux ppc64le"),
    ("ubuntu-24.04-s390x", .provider("IBM"), "linux s390x"),
    ("ubuntu-24.04-riscv", .provider("RISE"), "linux riscv64"),
    ("ghcr.io/cirruslabs/macos-runner:sonoma", .provider("Cirrus Runners"), "macos "),
    ("our-big-machine", .unknown, " "), ("{group: large}", .unknown, " "),
    ("{group: x, labels: [self-hosted, windows]}", .selfHosted, "windows "),
  ])
  func others(runsOn: String, host: Runner.Host, machine: String) throws {
    let found = try #require(try runner(runsOn))
    #expect(found.host == host)
    #expect("\(found.os ?? "") \(found.architecture ?? "")" == machine)
    #expect(found.hosting == (host == .unknown ? nil : .selfHosted))
  }

  @Test func expressionsOfTheMatrix() throws {
    let matrix: [String: ExpressionValue] = [
      "os": .array([.string("macos-14"), .string("x")]), "big": .bool(true),
      "config": .object(["runner": .string("windows-2022")]),
    ]
    #expect(try runner("${{ matrix.os[0] }}", matrix: matrix)?.labels == ["macos-14"])
    #expect(try runner("${{ matrix.config.runner }}", matrix: matrix)?.os == "windows")
    #expect(
      try runner("${{ matrix.big && 'ubuntu-24.04' || 'ubuntu-slim' }}", matrix: matrix)?.labels == ["ubuntu-24.04"])
    #expect(try runner("${{ fromJSON('[\"self-hosted\", \"linux\"]') }}")?.host == .selfHosted)
    #expect(try runner("${{ inputs.runner }}") == nil)
  }

  @Test func announcedEnds() throws {
    #expect(try runner("macos-14")?.end == CalendarDate("2026-11-02"))
    #expect(try runner("ubuntu-20.04")?.end == CalendarDate("2025-04-15"))
    #expect(try runner("ubuntu-24.04")?.end == nil)
  }
}

@Suite("Filters match as GitHub's cheat sheet says")
struct FilterPatternTests {
  @Test(arguments: [
    ("main", "main", true), ("main", "mainly", false), ("maintenance/**", "maintenance/2.x", true),
    ("feature/*", "feature/a", true), ("feature/*", "feature/a/b", false), ("*", "a/b", false), ("**", "a/b", true),
    ("**.rst", "doc/neps/nep-0057.rst", true), ("*.rst", "doc/a.rst", false), ("v[12].[0-9]+", "v2.31", true),
    ("v[12].[0-9]+", "v3.1", false), ("*.jsx?", "page.js", true), ("*.jsx?", "page.jsx", true),
    ("docs/**", "docs", false),
    ("**/docs/**", "a/docs/b", true), ("[ab", "[ab", true),
  ])
  func matches(pattern: String, text: String, isMatch: Bool) {
    #expect(FilterPattern(pattern).matches(text) == isMatch)
  }

  @Test("the last pattern that matches decides")
  func order() {
    let patterns = ["**", "!doc/**", "doc/neps/**"].map { FilterPattern($0) }
    #expect(patterns.verdict(on: "numpy/a.py") == true)
    #expect(patterns.verdict(on: "doc/a.rst") == false)
    #expect(patterns.verdict(on: "doc/neps/a.rst") == true)
    #expect([FilterPattern("a")].verdict(on: "b") == nil)
  }

  @Test("patterns made to hurt", arguments: ["*", "?", "+", "a?+", "**/", "[a-z]", "["])
  func pathology(part: String) {
    let text = String(repeating: "a", count: 5000)
    _ = FilterPattern("a" + String(repeating: part, count: 200_000)).matches(text)
    _ = FilterPattern(String(repeating: part, count: 400) + "b").matches(text)
  }
}

@Suite("Events, filters, conditions and needs say when a job runs")
struct JobActivityTests {
  private func activity(_ workflow: String, of id: String = "test") throws -> String {
    let (workflow, diagnostics) = readWorkflow(workflow)
    #expect(diagnostics.map(\.message) == [])
    let job = try #require(workflow.job(id))
    let activity = ActivityAssessor(workflow, repository: "numpy/numpy").activity(of: job)
    return "\(activity.standing) \(activity.range.start.line) \(activity.reason)"
  }

  @Test(arguments: [
    ("push", "regular 3 "), ("[workflow_dispatch, pull_request]", "regular 3 "),
    ("{pull_request: {branches: [main]}}", "regular 3 "),
    ("{schedule: [{cron: '1 1 * * *'}]}", "scheduled 1 runs on a schedule only"),
    ("{schedule: [{cron: '1 1 * * *'}], push: }", "regular 3 "),
    ("workflow_dispatch", "onDemand 1 runs only when somebody starts it"),
    ("{push: {tags: ['v*']}}", "uncertain 1 runs on 'push' for certain branches, tags, paths or kinds only"),
    ("{push: {branches: [gh-pages]}}", "uncertain 1 runs on 'push' for certain branches, tags, paths or kinds only"),
    (
      "{push: {branches-ignore: ['**']}, workflow_dispatch: }",
      "uncertain 1 runs on 'push' for certain branches, tags, paths or kinds only"
    ),
    (
      "{pull_request: {types: [labeled]}}",
      "uncertain 1 runs on 'pull_request' for certain branches, tags, paths or kinds only"
    ),
    ("{pull_request: {types: [opened, labeled]}}", "regular 3 "), ("release", "uncertain 1 runs on 'release' only"),
    ("workflow_call", "uncertain 1 runs on 'workflow_call' only"),
    (
      "{push: {branches-ignore: [main]}}", "uncertain 1 runs on 'push' for certain branches, tags, paths or kinds only"
    ),
    ("{push: {branches-ignore: [gh-pages]}}", "regular 3 "),
    (
      "{push: {branches: ['**', '!main']}}",
      "uncertain 1 runs on 'push' for certain branches, tags, paths or kinds only"
    ),
    (
      "{push: {paths: [.github/workflows/w.yml, 'doc/**']}}",
      "uncertain 1 runs on 'push' for certain branches, tags, paths or kinds only"
    ),
    ("{push: {paths: ['doc/**', 'numpy/**', '!numpy/doc/**']}}", "regular 3 "),
    ("{push: {paths-ignore: ['**']}}", "uncertain 1 runs on 'push' for certain branches, tags, paths or kinds only"),
  ])
  func events(on: String, expected: String) throws {
    #expect(try activity("on: \(on)\njobs:\n  test: {runs-on: x}\n") == expected)
  }

  @Test(arguments: [
    ("false", "never 3 never runs: no event makes its condition 'false' true"),
    ("${{ github.repository == 'numpy/numpy' }}", "regular 3 "),
    (
      "github.repository == 'me/numpy'",
      "never 3 never runs: no event makes its condition 'github.repository == 'me/numpy'' true"
    ),
    (
      "github.event_name == 'schedule'",
      "never 3 never runs: no event makes its condition 'github.event_name == 'schedule'' true"
    ),
    ("github.event_name == 'workflow_dispatch'", "onDemand 1 runs only when somebody starts it"),
    ("github.event.inputs.x == 'y'", "uncertain 3 runs on changes where a condition holds that is known only then"),
    ("github.actor == 'me'", "uncertain 3 runs on changes where a condition holds that is known only then"),
    ("vars.RUN == 'yes'", "uncertain 3 runs on changes where a condition holds that is known only then"),
    (
      "contains(github.event.pull_request.labels.*.name, 'CI')",
      "uncertain 3 runs on changes where a condition holds that is known only then"
    ),
    ("!contains(github.event.head_commit.message, '[skip ci]')", "regular 3 "),
    ("github.event.pull_request.draft == false", "regular 3 "), ("always()", "regular 3 "),
  ])
  func conditions(condition: String, expected: String) throws {
    #expect(
      try activity("on: [pull_request, workflow_dispatch]\njobs:\n  test: {if: \"\(condition)\", runs-on: x}\n")
        == expected)
  }

  @Test(
    "a change of the main branch and a tag are two events",
    arguments: [
      ("github.ref == 'refs/heads/main'", "regular 3 "), ("github.ref_name == 'master'", "regular 3 "),
      ("github.base_ref == 'main' || github.ref == 'refs/heads/x'", "regular 3 "),
      ("github.head_ref == 'x'", "uncertain 3 runs on changes where a condition holds that is known only then"),
      (
        "startsWith(github.ref, 'refs/tags/')",
        "uncertain 1 runs on 'push' for certain branches, tags, paths or kinds and 'pull_request' for certain branches, "
          + "tags, paths or kinds only"
      ),
      (
        "github.event_name == 'push' && github.ref_type == 'tag'",
        "uncertain 1 runs on 'push' for certain branches, tags, paths or kinds only"
      ),
    ])
  func references(condition: String, expected: String) throws {
    #expect(
      try activity("on: [push, pull_request]\njobs:\n  test: {if: \"\(condition)\", runs-on: x}\n") == expected)
  }

  @Test func needs() throws {
    let jobs = """
      on: [push]
      jobs:
        off: {if: false, runs-on: x}
        test: {needs: [off], runs-on: x}
        anyway: {needs: off, if: always(), runs-on: x}
        loop: {needs: [knot], runs-on: x}
        knot: {needs: [loop], runs-on: x}
        after: {needs: [anyway], runs-on: x}
      """
    #expect(try activity(jobs) == "never 4 never runs, since it needs 'off', which does not")
    #expect(try activity(jobs, of: "anyway").hasPrefix("regular"))
    #expect(try activity(jobs, of: "after").hasPrefix("regular"))
    #expect(try activity(jobs, of: "loop") == "never 6 needs itself")
  }

  @Test("a long chain of needs is no long recursion")
  func chain() throws {
    let jobs = (0..<20_000).map { "  j\($0): {runs-on: x, needs: [\($0 == 0 ? "" : "j\($0 - 1)")]}\n" }.joined()
    #expect(try activity("on: push\njobs:\n\(jobs)", of: "j19999").hasPrefix("regular"))
  }
}
