import Foundation

/// A git repository of its own for one test, which knows no configuration but its own.
package final class TestRepository: Sendable {
  package struct Failure: Error {
    package var arguments: [String]
    package var output: String
  }

  package let folder: TemporaryFolder
  /// What the programs that look at it are given besides a search path: of git's settings none, and room for long lines.
  package static let environment = [
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "HOME": "/nonexistent", "LC_ALL": "C",
    "COLUMNS": "300",
  ]

  /// An empty one with the branch `main`.
  package init() throws {
    folder = try TemporaryFolder()
    try git("init", "--quiet", "--initial-branch=main")
  }

  package var path: String { folder.path }

  /// - Parameter date: when commits are made, at noon in UTC.
  @discardableResult
  package func git(_ arguments: String..., date: String = "2026-01-01") throws -> String {
    try git(arguments, date: date)
  }

  @discardableResult
  package func git(_ arguments: [String], date: String = "2026-01-01") throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    let identity = ["-c", "user.name=Ada Lovelace", "-c", "user.email=ada@example.org"]
    process.arguments = ["git", "-c", "protocol.file.allow=always"] + identity + arguments
    process.currentDirectoryURL = URL(filePath: path)
    let dates = ["GIT_AUTHOR_DATE": date + "T12:00:00Z", "GIT_COMMITTER_DATE": date + "T12:00:00Z"]
    process.environment = Self.environment.merging(["PATH": "/usr/bin:/bin"]) { $1 }.merging(dates) { $1 }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: data, as: UTF8.self)
    guard process.terminationStatus == 0 else { throw Failure(arguments: arguments, output: text) }
    return text.trimmingCharacters(in: .newlines)
  }

  /// Writes files and commits everything.
  ///
  /// - Returns: the commit's id.
  @discardableResult
  package func commit(_ files: [String: String], message: String = "Change", date: String = "2026-01-01") throws
    -> String
  {
    for (name, text) in files { try folder.write(text, to: name) }
    try git("add", "--all")
    try git("commit", "--quiet", "--allow-empty", "--message", message, date: date)
    return try git("rev-parse", "HEAD")
  }
}
