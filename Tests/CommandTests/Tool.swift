import Foundation
import Testing

/// The built program, run as a user runs it.
enum Tool {
  struct Result {
    var status: Int32
    var output: String
    var error: String
  }

  /// Beside the test bundle, where the build puts it.
  static let path: String = {
    let arguments = CommandLine.arguments
    if let option = arguments.firstIndex(of: "--test-bundle-path"), option + 1 < arguments.count {
      var folder = URL(filePath: arguments[option + 1]).deletingLastPathComponent()
      while folder.path() != "/" {
        let candidate = folder.appending(path: "platform-tiers").path()
        if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
        folder.deleteLastPathComponent()
      }
    }
    return packageRoot.appending(path: ".build/debug/platform-tiers").path()
  }()

  static let packageRoot = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// - Parameters:
  ///   - folder: the current folder of the process.
  ///   - environment: besides the path; nothing else is inherited.
  static func run(
    _ arguments: [String], input: String = "", in folder: String = "/", environment: [String: String] = [:]
  ) throws -> Result {
    try run(executable: path, arguments, input: input, in: folder, environment: environment)
  }

  /// Runs a shell's pipeline, in which `$TOOL` is the program.
  static func shell(_ command: String, in folder: String = "/") throws -> Result {
    try run(executable: "/bin/sh", ["-c", command], input: "", in: folder, environment: ["TOOL": path])
  }

  /// Runs any program. Output goes to files, so that no amount of it fills a pipe that nobody reads.
  static func run(
    executable: String, _ arguments: [String], input: String = "", in folder: String,
    environment: [String: String] = [:]
  ) throws -> Result {
    let scratch = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let names = ["input", "output", "error"].map { scratch.appending(path: $0) }
    for name in names { try Data().write(to: name) }
    try Data(input.utf8).write(to: names[0])

    let process = Process()
    process.executableURL = URL(filePath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = ["PATH": "/usr/bin:/bin", "TERM": "xterm"].merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: names[0])
    process.standardOutput = try FileHandle(forWritingTo: names[1])
    process.standardError = try FileHandle(forWritingTo: names[2])
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: String(decoding: try Data(contentsOf: names[1]), as: UTF8.self),
      error: String(decoding: try Data(contentsOf: names[2]), as: UTF8.self))
  }
}

/// Small documents for the command's tests.
enum Sample {
  /// One error without a fix, `undefined-reference`, and one warning that has one, `short-title-underline`.
  static let faulty = """
    A policy
    ====

    See gh-1_ for the reasons.

    """

  /// Options that keep the built-in policy's own demands out of the way.
  static let documentRules = ["--select", "undefined-reference,short-title-underline"]

  static let clean = "A policy\n========\n\nNothing to see.\n"
}
