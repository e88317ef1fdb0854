import Foundation
import Testing
import TestSupport

/// A throw-away git repository that uses this repository's hooks by the real pre-commit, which `Scripts/test-tools`
/// installs.
///
/// The hooks are those of `.pre-commit-hooks.yaml`, except that pre-commit runs the built program instead of building
/// one: `language: system`.
final class HookedRepository {
  static let skipReason: Comment = "skipped: run Scripts/test-tools first"

  static var isPossible: Bool { FileManager.default.isExecutableFile(atPath: preCommit) }

  static let manifestPath = PackageFile.path(".pre-commit-hooks.yaml")

  /// What the commands are given: the built program and pre-commit, and nothing of the machine's configuration.
  let environment: [String: String]

  private static let tools = PackageFile.path(".build/venv/bin")
  private static let preCommit = tools + "/pre-commit"
  private let repository: TestRepository
  private let hooks: TestRepository
  private let home: TemporaryFolder

  /// - Parameter ids: the hooks that are used.
  init(hooks ids: [String]) throws {
    (repository, hooks, home) = (try TestRepository(), try TestRepository(), try TemporaryFolder())
    let own = [
      "PATH": [URL(filePath: Tool.path).deletingLastPathComponent().path(), Self.tools, "/usr/bin", "/bin"]
        .joined(separator: ":"),
      "HOME": home.path, "PRE_COMMIT_HOME": home["pre-commit"], "PRE_COMMIT_COLOR": "never",
      "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org",
      "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.org",
    ]
    environment = TestRepository.environment.merging(own) { $1 }
    let revision = try hooks.commit([".pre-commit-hooks.yaml": try Self.manifest()])
    let list = ids.map { "      - id: \($0)\n" }.joined()
    try write(
      "repos:\n  - repo: \(hooks.path)\n    rev: \(revision)\n    hooks:\n" + list, to: ".pre-commit-config.yaml")
  }

  /// `.pre-commit-hooks.yaml` for the program on the path.
  private static func manifest() throws -> String {
    let text = try String(contentsOfFile: manifestPath, encoding: .utf8)
    #expect(text.ranges(of: "language: swift").count == text.ranges(of: "- id: ").count)
    return text.replacing("language: swift", with: "language: system")
  }

  // MARK: - Files

  var path: String { repository.path }

  func write(_ text: String, to name: String) throws { try repository.folder.write(text, to: name) }

  func text(of name: String) throws -> String { try repository.folder.text(of: name) }

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

  // MARK: - Programs

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

  /// Runs git without hooks, which must succeed.
  @discardableResult
  func git(_ arguments: String...) throws -> String {
    try repository.git(["-c", "core.hooksPath=/dev/null"] + arguments)
  }

  /// Runs git with the hooks that are installed. What pre-commit prints is in `error`, before a push in `output`.
  func gitWithHooks(_ arguments: String...) throws -> Tool.Result {
    try Tool.run(executable: "/usr/bin/env", ["git"] + arguments, in: path, environment: environment)
  }

  /// Commits everything, by way of the hooks once they are installed.
  func commit(_ message: String = "Change") throws -> Tool.Result {
    try git("add", "--all")
    return try gitWithHooks("commit", "--quiet", "--message", message)
  }

  /// Commits everything and installs the hooks for what follows.
  func begin() throws {
    #expect(try commit("Begin").status == 0)
    #expect(try preCommit("install").status == 0)
  }
}
