import Foundation
import Testing
import TestSupport

/// The commands of the workflows in docs/adopting, run as GitHub's runner does, on a repository with a pull request.
@Suite(.enabled(if: HookedRepository.isPossible, HookedRepository.skipReason))
struct AdoptedWorkflowTests {
  private static let page = "doc/neps/nep-0057-numpy-platform-support.rst"
  private static let marker = "<!-- platform-tiers review -->"

  /// The repository on the server: `main`, and GitHub's merge commit of pull request 7, which takes
  /// a platform out of Tier 2.
  private let server: HookedRepository
  private let runner: TemporaryFolder
  private let head: String

  init() throws {
    server = try HookedRepository(hooks: [])
    runner = try TemporaryFolder()
    try server.write(
      try String(contentsOfFile: PackageFile.path("docs/nep-0057-platform-support.rst"), encoding: .utf8),
      to: Self.page)
    #expect(try server.commit("Begin").status == 0)
    try server.git("checkout", "--quiet", "-b", "change")
    try server.replace(
      """
      | Linux aarch64 (musllinux) |       | Ralf Gommers                               |
      +---------------------------+-------+--------------------------------------------+

      """, with: "", in: Self.page)
    #expect(try server.commit("Drop a platform").status == 0)
    head = try server.git("rev-parse", "HEAD")
    try server.git("checkout", "--quiet", "--detach", "main")
    try server.git("merge", "--quiet", "--no-ff", "--message=Merge", "change")
    try server.git("update-ref", "refs/pull/7/merge", "HEAD")
    try server.git("checkout", "--quiet", "main")
  }

  /// Clones as actions/checkout does, and returns the names and commands of a job's steps.
  private func checkOut(_ reference: String, depth: Int, job: String, of workflow: String) throws -> [(String, String)]
  {
    try runner.write("", to: "work/.keep")
    for arguments in [
      ["init", "--quiet"], ["remote", "add", "origin", "file://" + server.path],
      ["fetch", "--quiet", "--depth=\(depth)", "origin", reference], ["checkout", "--quiet", "FETCH_HEAD"],
    ] {
      let result = try Tool.run(
        executable: "/usr/bin/env", ["git"] + arguments, in: runner["work"], environment: server.environment)
      try #require(result.status == 0, "\(result.error)")
    }
    let steps = try Tool.run(
      executable: PackageFile.path(".build/venv/bin/python"),
      [PackageFile.path("Tests/Workflows/steps.py"), PackageFile.path("docs/adopting/" + workflow), job], in: "/")
    let pairs = try JSONDecoder().decode([[String]].self, from: Data(steps.output.utf8))
    return pairs.map { ($0[0], $0[1]) }
  }

  /// Runs a step's commands by the shell that the runner takes.
  private func run(_ command: String, _ variables: [String: String] = [:]) throws -> Tool.Result {
    let path = PackageFile.path("Tests/Workflows") + ":" + (server.environment["PATH"] ?? "")
    let files = [
      "GITHUB_STEP_SUMMARY": runner["summary"], "GITHUB_OUTPUT": runner["outputs"], "GH_ANSWERS": runner["answers"],
      "GH_SENT": runner["sent"], "REPOSITORY": "numpy/numpy", "HEAD_SHA": head, "PATH": path,
    ]
    return try Tool.run(
      executable: "/bin/bash", ["-e", "-o", "pipefail", "-c", command], in: runner["work"],
      environment: server.environment.merging(files) { $1 }.merging(variables) { $1 })
  }

  @Test func aPullRequestIsLintedReviewedAndSummarised() throws {
    let steps = try checkOut("refs/pull/7/merge", depth: 2, job: "review", of: "platform-tiers.yml")
    #expect(steps.map(\.0) == ["Install", "Lint", "Review", "Summary"])
    #expect(try run(steps[1].1).status == 0)
    let review = try run(steps[2].1)
    #expect(review.status == 1)
    #expect(review.output.contains("::error file=\(Self.page),"), "\(review.output)\(review.error)")
    #expect(review.output.contains("vanished-platform"))
    let summary = try run(steps[3].1)
    #expect(summary.status == 0, "\(summary.error)")
    #expect(try runner.text(of: "summary").contains("Linux aarch64 (musllinux)"))
  }

  @Test func findingsAreUploaded() throws {
    let steps = try checkOut("main", depth: 1, job: "code-scanning", of: "platform-tiers.yml")
    #expect(steps.map(\.0) == ["Install", "Lint"])
    #expect(try run(steps[1].1).status == 0)
    #expect(try runner.text(of: "work/platform-tiers.sarif").contains("\"2.1.0\""))
  }

  private func answer(pulls: String, comments: String) throws {
    try runner.write(pulls, to: "answers/repos/numpy/numpy/commits/\(head)/pulls.json")
    try runner.write(comments, to: "answers/repos/numpy/numpy/issues/7/comments.json")
  }

  private var pulls: String {
    #"[{"number": 3, "state": "closed", "head": {"sha": "\#(head)"}}, "#
      + #"{"number": 7, "state": "open", "head": {"sha": "\#(head)"}}]"#
  }

  @Test(arguments: [
    (comments: "[]", request: "POST repos/numpy/numpy/issues/7/comments"),
    (
      comments: #"[{"id": 1, "user": {"login": "ada"}, "body": "\#(marker)"}, "#
        + #"{"id": 2, "user": {"login": "github-actions[bot]"}, "body": "\#(marker)\nold"}, "#
        + #"{"id": 4, "user": {"login": "github-actions[bot]"}, "body": "Diff from mypy_primer"}]"#,
      request: "PATCH repos/numpy/numpy/issues/comments/2"
    ),
  ])
  func theCommentIsWrittenOrRenewed(comments: String, request: String) throws {
    try answer(pulls: pulls, comments: comments)
    let steps = try checkOut("main", depth: 1, job: "comment", of: "platform-tiers-comment.yml")
    #expect(steps.map(\.0) == ["Install", "Find the pull request", "Review", "Comment"])
    for (name, command) in steps.dropFirst() {
      let result = try run(command, ["NUMBER": "7"])
      try #require(result.status == 0, "\(name): \(result.output)\(result.error)")
    }
    #expect(try runner.text(of: "outputs") == "number=7\ndone=true\n")
    let sent = try runner.text(of: "sent")
    #expect(sent.hasPrefix("\(request)\n\(Self.marker)\n"))
    #expect(sent.contains("Linux aarch64 (musllinux)"))
    #expect(try runner.text(of: "work/\(Self.page)").contains("Linux aarch64 (musllinux)"), "main is checked out")
  }

  @Test func aPullRequestThatMovedOnIsLeftToTheNextRun() throws {
    try answer(pulls: "[]", comments: "[]")
    let steps = try checkOut("main", depth: 1, job: "comment", of: "platform-tiers-comment.yml")
    #expect(try run(steps[1].1).status == 0)
    #expect(try runner.text(of: "outputs") == "number=\n")
    let old = try server.git("rev-parse", "main")
    #expect(try run(steps[2].1, ["NUMBER": "7", "HEAD_SHA": old]).status == 0)
    #expect(try runner.text(of: "outputs") == "number=\n")
  }
}
