import Foundation
import Testing
import TestSupport

/// Runs a program with calls of the system that fail.
private enum Strace {
  static let path = "/usr/bin/strace"

  static let isPresent: Bool = {
    guard FileManager.default.isExecutableFile(atPath: path) else { return false }
    let result = try? Tool.run(executable: path, ["-o", "/dev/null", "/bin/true"], input: "", in: "/")
    return result?.status == 0
  }()
}

/// A system call that fails is said, ends with status 2, and changes nothing: half of what there is to read must not pass
/// for all of it.
@Suite(.enabled(if: Strace.isPresent, "strace is not here, or may not trace"))
struct FailingSystemCallTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("registry: registry\ndocuments: docs/*.md\nselect: agreement\n", to: ".platform-tiers.yaml")
    try folder.write("", to: ".git/HEAD")
    try folder.write("ada: {name: Ada Lovelace, role: maintainer}\n", to: "registry/people.yaml")
    for name in ["Haiku", "Plan 9"] {
      let id = name.lowercased().replacing(" ", with: "-")
      try folder.write(
        """
        name: \(name)
        target: {os: \(id), arch: x86-64, interpreter: cpython}
        contacts: [ada]
        moves: [{date: 2026-02-01, to: tier-3}]

        """, to: "registry/platforms/\(id).yaml")
    }
    try folder.write(Self.page, to: "docs/page.md")
  }

  private static let page = """
    ## Tier 3

    | Platform | Notes | Contacts     |
    |----------|-------|--------------|
    | Plan 9   |       | Ada Lovelace |

    """

  /// What the tool reads, as it may name it.
  private static let paths = [
    ".platform-tiers.yaml", ".git", "registry", "registry/people.yaml", "registry/policy.yaml", "registry/platforms",
    "registry/platforms/haiku.yaml", "registry/platforms/plan-9.yaml", "docs", "docs/page.md",
  ]

  /// - Returns: nil where so many calls are not made.
  private func run(_ arguments: [String], failing call: String, at number: Int) throws -> Tool.Result? {
    let log = folder["../" + UUID().uuidString]
    defer { try? FileManager.default.removeItem(atPath: log) }
    // These files alone: how the program is loaded is not ours.
    let paths = Self.paths.flatMap { ["-P", $0, "-P", folder[$0]] }
    let options = ["-f", "-o", log] + paths + ["-e", "trace=\(call)", "-e", "inject=\(call):error=EIO:when=\(number)"]
    let result = try Tool.run(executable: Strace.path, options + [Tool.path] + arguments, input: "", in: folder.path)
    let text = try String(contentsOf: URL(filePath: log), encoding: .utf8)
    return text.contains("(INJECTED)") ? result : nil
  }

  /// Either nothing depended on the call, or the status says that something failed and the page is as it was.
  @Test(arguments: ["openat", "getdents64", "newfstatat", "read"], [["check"], ["generate"]])
  func aFailureToReadEndsWith2(_ call: String, _ arguments: [String]) throws {
    let whole = try Tool.run(arguments, in: folder.path)
    let new = try folder.text(of: "docs/page.md")
    var count = 0
    while count < 100 {
      try folder.write(Self.page, to: "docs/page.md")
      guard let result = try run(arguments, failing: call, at: count + 1) else { break }
      count += 1
      let text = try folder.text(of: "docs/page.md")
      if result.status == whole.status, result.output == whole.output, text == new { continue }
      #expect(result.status == 2, "\(call) \(count): \(result)")
      #expect(text == Self.page, "\(call) \(count)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder["docs"]) == ["page.md"])
    }
    #expect(count > 0)
  }
}
