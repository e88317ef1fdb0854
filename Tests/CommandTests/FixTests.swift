import Foundation
import Testing
import TestSupport

@Suite struct FixTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func lint(_ arguments: String...) throws -> Tool.Result {
    try Tool.run(["lint", "a.rst"] + arguments + Sample.documentRules, in: folder.path)
  }

  private let fixed = Sample.faulty.replacingOccurrences(of: "====\n", with: "========\n")

  @Test func fixesAreWrittenAndTheRestIsReported() throws {
    try folder.write(Sample.faulty, to: "a.rst")
    let result = try lint("--fix", "--format", "concise")
    #expect(try folder.text(of: "a.rst") == fixed)
    #expect(result.status == 1)
    #expect(result.output.contains("undefined-reference"))
    #expect(!result.output.contains("short-title-underline"))
    #expect(result.error == "platform-tiers: fixed 1 of 2 findings\n")
  }

  @Test func aSecondRunChangesNothing() throws {
    try folder.write(Sample.faulty, to: "a.rst")
    _ = try lint("--fix")
    let before = try FileManager.default.attributesOfItem(atPath: folder["a.rst"])[.systemFileNumber] as? Int
    #expect(try lint("--fix").error == "platform-tiers: fixed 0 of 1 finding\n")
    let after = try FileManager.default.attributesOfItem(atPath: folder["a.rst"])[.systemFileNumber] as? Int
    #expect(before == after, "the file was written again")
  }

  @Test func diffShowsTheFixAndWritesNothing() throws {
    try folder.write(Sample.faulty, to: "a.rst")
    let result = try lint("--fix", "--diff")
    #expect(result.status == 1)
    #expect(try folder.text(of: "a.rst") == Sample.faulty)
    #expect(
      result.output
        == """
        --- a/a.rst
        +++ b/a.rst
        @@ -1,5 +1,5 @@
         A policy
        -====
        +========
         
         See gh-1_ for the reasons.

        """.replacingOccurrences(of: "1,5 +1,5", with: "1,4 +1,4"))
    try folder.write(fixed, to: "a.rst")
    let left = try lint("--fix", "--diff")
    #expect(left.output == "")
    #expect(left.status == 1, "an error is left that no fix mends")
    try folder.write(Sample.clean, to: "a.rst")
    #expect(try lint("--fix", "--diff").status == 0)
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/patch"), "there is no `patch`"))
  func patchTakesTheDiff() throws {
    try folder.write(Sample.faulty, to: "a.rst")
    let rules = Sample.documentRules.joined(separator: " ")
    let result = try Tool.shell(
      "\"$TOOL\" lint --fix --diff \(rules) a.rst 2>/dev/null | patch -s -p1", in: folder.path)
    #expect(result.status == 0, "\(result.error)")
    #expect(try folder.text(of: "a.rst") == fixed)
  }

  @Test func standardInputIsFixedToStandardOutput() throws {
    let result = try Tool.run(
      ["lint", "-", "--fix", "--format", "concise"] + Sample.documentRules, input: Sample.faulty)
    #expect(result.output == fixed)
    #expect(result.error.contains("undefined-reference"))
    #expect(result.status == 1)
  }

  /// A folder that even a privileged user cannot write to is hard to come by; a device is not a file to replace.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/stdin"), "there is no /dev/stdin"))
  func whatCannotBeWrittenIsNotFixed() throws {
    let result = try Tool.shell(
      "printf 'A long title\\n====\\n' | \"$TOOL\" lint /dev/stdin --as rst --fix --select short-title-underline",
      in: folder.path)
    #expect(result.status == 2)
    #expect(
      result.error == """
        platform-tiers: error: cannot write '/dev/stdin': it is not a regular file
        platform-tiers: fixed 0 of 1 finding

        """)
  }
}
