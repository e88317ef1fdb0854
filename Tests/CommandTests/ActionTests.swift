import Foundation
import Testing
import TestSupport

/// The commands of `action.yml`, run as GitHub's runner does.
@Suite(.enabled(if: HookedRepository.isPossible, HookedRepository.skipReason))
struct ActionTests {
  private static let page = "doc/neps/nep-0057-numpy-platform-support.rst"
  private let repository: HookedRepository
  private let runner: TemporaryFolder

  private struct Step: Decodable {
    var name: String
    var run: String
    var shell: String
    var env: [String: String]
    var folder: String
  }

  /// A repository whose last commit merges one that takes a platform out of Tier 2.
  init() throws {
    (repository, runner) = (try HookedRepository(hooks: []), try TemporaryFolder())
    let page = try String(contentsOfFile: PackageFile.path("docs/nep-0057-platform-support.rst"), encoding: .utf8)
    try repository.write(page, to: Self.page)
    #expect(try repository.commit("Begin").status == 0)
    try repository.git("checkout", "--quiet", "-b", "change")
    try repository.replace(
      """
      | Linux aarch64 (musllinux) |       | Ralf Gommers                               |
      +---------------------------+-------+--------------------------------------------+

      """, with: "", in: Self.page)
    #expect(try repository.commit("Drop a platform").status == 0)
    try repository.git("checkout", "--quiet", "main")
    try repository.git("merge", "--quiet", "--no-ff", "--message=Merge", "change")
  }

  private func steps(_ inputs: [String: String], event: String) throws -> [Step] {
    var context = ["github.event_name": event]
    for (name, value) in inputs { context["inputs." + name] = value }
    let json = String(decoding: try JSONEncoder().encode(context), as: UTF8.self)
    let result = try Tool.run(
      executable: PackageFile.path(".build/venv/bin/python"),
      [PackageFile.path("Tests/Workflows/action.py"), PackageFile.path("action.yml"), json], in: "/")
    try #require(result.status == 0, "\(result.error)")
    let steps = try JSONDecoder().decode([Step].self, from: Data(result.output.utf8))
    try #require(steps.map(\.name) == ["Install", "Run"])
    return steps
  }

  private func run(_ step: Step) throws -> Tool.Result {
    #expect(step.shell == "bash")
    let given = [
      "GITHUB_STEP_SUMMARY": runner["summary"], "GITHUB_SERVER_URL": "https://github.com",
      "GITHUB_REPOSITORY": "numpy/numpy",
      "GITHUB_ACTION_PATH": "/home/runner/work/_actions/ada/platform-tiers/v0.1.0",
    ]
    return try Tool.run(
      executable: "/bin/bash", ["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step.run],
      in: repository.path + "/" + step.folder,
      environment: repository.environment.merging(given) { $1 }.merging(step.env) { $1 })
  }

  private func act(_ inputs: [String: String], event: String = "push") throws -> Tool.Result {
    try run(try steps(inputs, event: event)[1])
  }

  @Test func itInstallsTheseBytesAndNoOthers() throws {
    let python = try runner.write("#!/bin/sh\necho \"$@\"\ncase $* in */dev/stdin) cat ;; esac\n", to: "python")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: python)
    func install(_ inputs: [String: String]) throws -> String {
      var step = try steps(inputs, event: "push")[0]
      step.env["PATH"] = runner.path + ":/usr/bin:/bin"
      return try run(step).output
    }
    #expect(try install([:]).hasPrefix("::error::give 'hash'"))
    #expect(
      try install(["version": "1.2", "hash": "ab12"])
        == "-m pip install --only-binary :all: --no-deps --require-hashes --requirement /dev/stdin\n"
        + "platform-tiers==1.2 --hash=sha256:ab12\n")
  }

  @Test func itLintsTheDocumentsThatAPatternNames() throws {
    let page = try repository.text(of: Self.page)
    try repository.write(page + "\nMore\n===\n\nSee gh-1_.\n", to: "doc/neps/nep-0057-other.rst")
    let inputs = ["lint": "doc/neps/nep-0057-n*.rst doc/neps/*-other.rst", "args": "--strict --select document"]
    let result = try act(inputs)
    #expect(result.status == 1)
    let errors = result.output.split(separator: "\n").filter { $0.hasPrefix("::error ") }
    #expect(errors.count == 1 && errors[0].hasPrefix("::error file=doc/neps/nep-0057-other.rst,"), "\(result)")
    #expect(try act(["lint": "nep-0057-numpy*.rst", "working-directory": "doc/neps"]).status == 0)
    #expect(try act(["lint": "doc/nepps/*.rst"]).status == 2)
  }

  @Test func itChecksTheProject() throws {
    try repository.copy("registry")
    try repository.write("documents: '\(Self.page)'\nregistry: registry\n", to: ".platform-tiers.yaml")
    let result = try act(["check": "true"])
    #expect(result.status == 1)
    #expect(result.output.contains("title=platform-tiers (unlisted-platform)"), "\(result)")
  }

  @Test func itReviewsAPullRequestAndSaysNothingTwice() throws {
    let inputs = ["lint": Self.page, "review": "true"]
    let result = try act(inputs, event: "pull_request")
    #expect(result.status == 1)
    #expect(result.output.split(separator: "\n").count { $0.contains("platform-tiers (vanished-platform)") } == 1)
    #expect(result.output.split(separator: "\n").allSatisfy { $0.hasPrefix("::error ") || !$0.hasPrefix("::") })
    let summary = try runner.text(of: "summary")
    let rule = "https://github.com/ada/platform-tiers/blob/v0.1.0/docs/rules/vanished-platform.md"
    #expect(summary.contains("[vanished-platform](<\(rule)>)"), "\(summary)")
    #expect(summary.contains("<https://github.com/numpy/numpy/commit/\(try repository.git("rev-parse", "change"))>"))
    let push = try act(inputs, event: "push")
    #expect(push.status == 0 && !push.output.contains("::error"), "\(push)")
  }

  @Test func nothingToDoIsNoSuccess() throws {
    #expect(try act([:]).status == 2)
    let push = try act(["review": "true"])
    #expect(push.status == 0)
    #expect(push.output == "::notice::nothing was reviewed: this is no pull request\n")
  }

  @Test func whatCannotRunIsNoSuccess() throws {
    try repository.git("checkout", "--quiet", "--orphan", "alone")
    try repository.git("commit", "--quiet", "--message=Alone")
    #expect(try act(["review": "true"], event: "pull_request").status == 2)
  }
}
