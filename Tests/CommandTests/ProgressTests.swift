import Foundation
import Testing
import TestSupport

/// What a long run shows on standard error where that is a terminal, which `script` gives it.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"), "there is no `script`"))
struct ProgressTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Sample.faulty, to: "a.rst")
  }

  @Test func aLongRunSaysWhatItIsAtAndErasesIt() throws {
    let command = "(sleep 1.6; cat a.rst) | $TOOL lint - " + Sample.documentRules.joined(separator: " ")
    func shown(_ command: String, environment: String = "TERM=xterm") throws -> String {
      try folder.write(command + "\n", to: "run.sh")
      return try Tool.shell(
        "script -qec \"env \(environment) TOOL=$TOOL sh run.sh\" /dev/null < /dev/null", in: folder.path
      ).output.replacing("\r\n", with: "\n")
    }
    let line = "\r\u{1B}[2Kplatform-tiers: reading the project"
    let long = try shown(command)
    #expect(long.hasPrefix(line))
    let erased = try #require(long.range(of: "\r\u{1B}[2K\u{1B}["), "the report begins in the erased line")
    #expect(!long[erased.upperBound...].contains("\u{1B}[2K"))
    #expect(try !shown("$TOOL lint a.rst").contains("\u{1B}[2K"))
    #expect(try !shown(command + " 2> error.txt").contains("\u{1B}[2K"))
    #expect(try folder.text(of: "error.txt") == "")
    #expect(try !shown(command, environment: "TERM=dumb").contains("\u{1B}[2K"))
  }
}
