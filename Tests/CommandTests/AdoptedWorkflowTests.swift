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

  private var environment: [String: String] {
    let path = PackageFile.path("Tests/Workflows") + ":" + (server.environment["PATH"] ?? "")
    return server.environment.merging([
      "GITHUB_STEP_SUMMARY": runner["summary"], "GITHUB_OUTPUT": runner["outputs"], "REPOSITORY": "numpy/numpy",
      "HEAD_OWNER": "numpy", "HEAD_BRANCH": "change", "HEAD_SHA": head, "PATH": path,
      "GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "numpy/numpy",
    ]) { $1 }
  }

  /// Runs a step's commands by the shell that the runner takes, beside a stand-in of GitHub's API.
  private func run(_ command: String, _ variables: [String: String] = [:]) throws -> Tool.Result {
    if !FileManager.default.fileExists(atPath: runner["github.json"]) { try answer([]) }
    return try Tool.run(
      executable: PackageFile.path(".build/venv/bin/python"),
      [PackageFile.path("Tests/Workflows/github.py"), runner["github.json"], "/bin/bash", "-e", "-o", "pipefail"]
        + ["-c", command], in: runner["work"], environment: environment.merging(variables) { $1 })
  }

  @Test func aPullRequestIsLintedReviewedAndSummarised() throws {
    let steps = try checkOut("refs/pull/7/merge", depth: 2, job: "review", of: "platform-tiers.yml")
    #expect(steps.map(\.0) == ["Install", "Lint", "Review", "Summary"])
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

  private struct GitHub: Codable {
    struct Pull: Codable {
      struct Head: Codable {
        struct Repository: Codable {
          enum CodingKeys: String, CodingKey { case fullName = "full_name" }
          var fullName: String
        }
        var sha: String
        var ref = "change"
        var repo: Repository
      }
      var number: Int
      var state = "open"
      var head: Head
    }
    struct Comment: Codable {
      struct User: Codable { var login: String }
      var id: Int
      var user: User
      var body: String
    }
    var pulls: [Pull]
    var comments: [String: [Comment]] = [:]
    var sent: [[String]] = []
  }

  private func answer(_ pulls: [GitHub.Pull], comments: [GitHub.Comment] = []) throws {
    let data = try JSONEncoder().encode(GitHub(pulls: pulls, comments: ["7": comments]))
    try runner.write(String(decoding: data, as: UTF8.self), to: "github.json")
  }

  private func pull(_ number: Int, of repository: String, _ branch: String = "change", at commit: String? = nil)
    -> GitHub.Pull
  {
    GitHub.Pull(
      number: number, head: GitHub.Pull.Head(sha: commit ?? head, ref: branch, repo: .init(fullName: repository)))
  }

  private var sent: [[String]] {
    get throws { try JSONDecoder().decode(GitHub.self, from: Data(runner.text(of: "github.json").utf8)).sent }
  }

  /// Runs the steps of the comment's job behind the installation, until one fails.
  private func comment(_ variables: [String: String] = [:]) throws -> Tool.Result {
    let steps = try checkOut("main", depth: 1, job: "comment", of: "platform-tiers-comment.yml")
    #expect(steps.map(\.0) == ["Install", "Find the pull request", "Review", "Comment"])
    var last = Tool.Result(status: 0, output: "", error: "")
    for (_, command) in steps.dropFirst() {
      last = try run(command, variables.merging(["NUMBER": "7"]) { $1 })
      if last.status != 0 { break }
    }
    return last
  }

  /// A branch of the repository's own, and one of a fork whose name would like to be a command.
  @Test(arguments: [
    ("numpy/numpy", "change"), ("ada/numpy", "change"), ("ada/numpy", "a&head=numpy:b;$(touch pwned)'`\"#"),
  ])
  func theCommentIsWritten(_ repository: String, _ branch: String) throws {
    let owner = try #require(repository.split(separator: "/").first).description
    // Branches of the same name elsewhere, and a commit that others show too.
    try answer([
      pull(3, of: "grace/numpy", branch, at: try server.git("rev-parse", "main")), pull(4, of: "alan/numpy"),
      pull(5, of: repository, "other"), pull(7, of: repository, branch),
    ])
    let result = try comment(["HEAD_OWNER": owner, "HEAD_BRANCH": branch])
    try #require(result.status == 0, "\(result.output)\(result.error)")
    #expect(try runner.text(of: "outputs") == "number=7\n")
    let sent = try sent
    #expect(sent.map { Array($0.prefix(2)) } == [["POST", "issues/7/comments"]])
    let body = try #require(sent.first?.last)
    #expect(body.hasPrefix(Self.marker + "\n") && body.contains("Linux aarch64 (musllinux)"))
    let merge = try server.git("rev-parse", "refs/pull/7/merge")
    #expect(body.contains(" to [\(head.prefix(10))](<https://github.com/numpy/numpy/commit/\(head)>)"))
    #expect(!body.contains(merge.prefix(10)))
    #expect(try runner.text(of: "work/\(Self.page)").contains("Linux aarch64 (musllinux)"), "main is checked out")
    #expect(!FileManager.default.fileExists(atPath: runner["work/pwned"]))
  }

  @Test func theCommentOfAnEarlierRunIsRenewed() throws {
    let bot = GitHub.Comment.User(login: "github-actions[bot]")
    try answer(
      [pull(7, of: "ada/numpy")],
      comments: [
        .init(id: 1, user: .init(login: "ada"), body: Self.marker),
        .init(id: 2, user: bot, body: "Diff from mypy_primer"),
        .init(id: 3, user: bot, body: Self.marker + "\nold"), .init(id: 4, user: .init(login: "ada"), body: "No"),
      ])
    let result = try comment(["HEAD_OWNER": "ada"])
    try #require(result.status == 0, "\(result.output)\(result.error)")
    #expect(try sent.map { Array($0.prefix(2)) } == [["PATCH", "issues/comments/3"]])
  }

  @Test func aRunThatFindsNoPullRequestSaysSoAndFails() throws {
    try answer([pull(7, of: "ada/numpy", at: try server.git("rev-parse", "main"))])
    let result = try comment(["HEAD_OWNER": "ada"])
    #expect(result.status == 1)
    #expect(result.output.hasPrefix("::error::no open pull request has the commit \(head) at its head"))
    #expect(try sent == [])
  }

  @Test func aPullRequestThatMovedOnIsLeftToItsNextRun() throws {
    try answer([pull(7, of: "ada/numpy")])
    try server.git("update-ref", "refs/pull/7/merge", "main")
    try server.git("checkout", "--quiet", "--detach", "main")
    try server.git("merge", "--quiet", "--no-ff", "--message=Merge", "change~0", "--strategy=ours")
    try server.git("commit", "--quiet", "--allow-empty", "--message=More")
    let later = try server.git("rev-parse", "HEAD")
    try server.git("checkout", "--quiet", "--detach", "main")
    try server.git("merge", "--quiet", "--no-ff", "--message=Merge", later)
    try server.git("update-ref", "refs/pull/7/merge", "HEAD")
    try server.git("checkout", "--quiet", "main")
    let result = try comment(["HEAD_OWNER": "ada"])
    #expect(result.status == 1)
    #expect(result.output.contains("::error::GitHub's merge of pull request 7 is not of the commit \(head)"))
    #expect(try sent == [])
  }
}
