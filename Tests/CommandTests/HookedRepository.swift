import Foundation
import TestSupport
import Testing

/// A throw-away git repository that uses this repository's hooks by the real pre-commit, which `Scripts/test-tools`
/// installs.
///
/// The hooks are those of `.pre-commit-hooks.yaml`, except that pre-commit runs the built program instead of building
/// one: `language: system`.
final class HookedRepository {
  static let skipReason: Comment = "skipped: run Scripts/test-tools first"

  static var isPossible: Bool { FileManager.default.isExecutableFile(atPath: preCommit) }

  /// The environment of the commands: nothing of the machine's configuration of git.
  let environment: [String: String]

  private static let preCommit = PackageFile.path(".build/venv/bin/pre-commit")
  private let folder: TemporaryFolder

  /// - Parameters:
  ///   - hooks: the ids of the hooks that are used.
  ///   - options: more lines for each hook, as pre-commit's configuration has them.
  init(hooks: [String], options: [String] = []) throws {
    folder = try TemporaryFolder()
    environment = [
      "PATH": [URL(filePath: Tool.path).deletingLastPathComponent().path(), Self.tools, "/usr/bin", "/bin"]
        .joined(separator: ":"),
      "HOME": folder["home"], "PRE_COMMIT_HOME": folder["cache"], "PRE_COMMIT_COLOR": "never",
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
      "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org",
      "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.org",
    ]
    try folder.write("", to: "home/.keep")
    try folder.write(try Self.manifest(), to: "hooks/.pre-commit-hooks.yaml")
    let revision = try publishHooks()
    try folder.write(configuration(hooks, options, revision), to: "work/.pre-commit-config.yaml")
    try git("init", "--quiet", "--initial-branch=main")
  }

  static let manifestPath = PackageFile.path(".pre-commit-hooks.yaml")

  /// `.pre-commit-hooks.yaml` for the program on the path.
  private static func manifest() throws -> String {
    let text = try String(contentsOfFile: manifestPath, encoding: .utf8)
    #expect(text.ranges(of: "language: swift").count == text.ranges(of: "- id: ").count)
    return text.replacing("language: swift", with: "language: system")
  }

  private func publishHooks() throws -> String {
    try run("git", ["init", "--quiet"], in: "hooks")
    try run("git", ["add", "."], in: "hooks")
    try run("git", ["commit", "--quiet", "--message=Hooks"], in: "hooks")
    return try run("git", ["rev-parse", "HEAD"], in: "hooks").output.trimmingCharacters(in: .newlines)
  }

  private func configuration(_ hooks: [String], _ options: [String], _ revision: String) -> String {
    let list = hooks.map { hook in
      (["      - id: \(hook)"] + options.map { "        " + $0 }).joined(separator: "\n")
    }
    return "repos:\n  - repo: \(folder["hooks"])\n    rev: \(revision)\n    hooks:\n"
      + list.joined(separator: "\n") + "\n"
  }

  /// The folder of pre-commit, whose own hook calls it.
  private static let tools = PackageFile.path(".build/venv/bin")

  var path: String { folder["work"] }

  func write(_ text: String, to name: String) throws { try folder.write(text, to: "work/" + name) }

  func text(of name: String) throws -> String { try folder.text(of: "work/" + name) }

  /// Replaces the only occurrence of a text in a file.
  func replace(_ old: String, with new: String, in name: String) throws {
    let before = try text(of: name)
    try #require(before.ranges(of: old).count == 1, "'\(old)' in \(name)")
    try write(before.replacing(old, with: new), to: name)
  }

  /// Copies a file or folder of this repository to the same place.
  func copy(_ name: String) throws {
    let target = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: PackageFile.path(name), toPath: target.path())
  }

  /// Runs a command of pre-commit.
  func preCommit(_ arguments: [String], environment: [String: String] = [:]) throws -> Tool.Result {
    try Tool.run(
      executable: Self.preCommit, arguments, in: path, environment: self.environment.merging(environment) { $1 })
  }

  func preCommit(_ arguments: String...) throws -> Tool.Result { try preCommit(arguments) }

  /// Runs the program itself.
  func tool(_ arguments: String...) throws -> Tool.Result {
    try Tool.run(arguments, in: path, environment: environment)
  }

  /// Runs git, which must succeed.
  @discardableResult
  func git(_ arguments: String...) throws -> String {
    try run("git", arguments, in: "work").output.trimmingCharacters(in: .newlines)
  }

  /// Runs git, however it ends.
  func gitResult(_ arguments: String...) throws -> Tool.Result {
    try Tool.run(executable: "/usr/bin/env", ["git"] + arguments, in: path, environment: environment)
  }

  /// Commits everything, by way of the hooks once they are installed. What pre-commit prints is in `error`.
  func commit(_ message: String = "Change") throws -> Tool.Result {
    try git("add", "--all")
    return try gitResult("commit", "--quiet", "--message", message)
  }

  /// Commits everything and installs the hooks for what follows.
  func begin() throws {
    #expect(try commit("Begin").status == 0)
    #expect(try preCommit("install").status == 0)
  }

  @discardableResult
  private func run(_ program: String, _ arguments: [String], in name: String) throws -> Tool.Result {
    try FileManager.default.createDirectory(atPath: folder[name], withIntermediateDirectories: true)
    let result = try Tool.run(
      executable: "/usr/bin/env", [program] + arguments, in: folder[name], environment: environment)
    try #require(result.status == 0, "\(program) \(arguments): \(result.output)\(result.error)")
    return result
  }
}
