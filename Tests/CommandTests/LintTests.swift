import Foundation
import Testing
import TestSupport

@Suite struct LintTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func lint(_ arguments: String...) throws -> Tool.Result {
    try Tool.run(["lint"] + arguments + Sample.documentRules, in: folder.path)
  }

  @Test func findingsEndWith1AndNoneWith0() throws {
    try folder.write(Sample.faulty, to: "a.rst")
    try folder.write(Sample.clean, to: "b.rst")
    let faulty = try lint("a.rst", "--format", "concise")
    #expect(faulty.status == 1)
    #expect(faulty.output.contains("a.rst:4:5: error[undefined-reference] "))
    #expect(faulty.output.contains("warning[short-title-underline] "))
    #expect(faulty.error == "")
    #expect(try lint("b.rst").status == 0)
  }

  @Test func strictCountsWarnings() throws {
    try folder.write("A long title\n====\n\nText.\n", to: "a.rst")
    #expect(try lint("a.rst").status == 0)
    #expect(try lint("a.rst", "--strict").status == 1)
  }

  @Test func selectAndIgnoreChooseRules() throws {
    try folder.write(Sample.faulty, to: "a.rst")
    func rules(_ arguments: String...) throws -> Set<String> {
      let output = try Tool.run(["lint", "a.rst", "--format", "json"] + arguments, in: folder.path).output
      let findings = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [[String: Any]]
      return Set((findings ?? []).compactMap { $0["rule"] as? String })
    }
    #expect(try rules("--select", "undefined-reference") == ["undefined-reference"])
    #expect(
      try rules("--select", "undefined-reference", "--select", "short-title-underline, merged-cells")
        == ["undefined-reference", "short-title-underline"])
    #expect(
      try rules("--select", "document", "--ignore", "undefined-reference").contains("undefined-reference")
        == false)
  }

  @Test func aMissingFileDoesNotKeepTheOthersFromBeingLinted() throws {
    try folder.write(Sample.faulty, to: "a.rst")
    let result = try lint("gone.rst", "a.rst", "--format", "concise")
    #expect(result.status == 2)
    #expect(result.output.contains("a.rst:4:5: "))
    #expect(result.error == "platform-tiers: error: cannot read 'gone.rst': no such file or directory\n")
  }

  @Test func withoutOptionsItFindsTheSame() throws {
    try folder.write(Sample.faulty, to: "nep-0001-a.rst")
    for arguments in [["nep-0001-a.rst"], ["."], ["gone.rst"], ["nep-0001-a.rst", "gone.rst"]] {
      let plain = try Tool.run(["lint"] + arguments, in: folder.path)
      let parsed = try Tool.run(["lint", "--format", "text"] + arguments, in: folder.path)
      #expect(plain.status == parsed.status && plain.output == parsed.output && plain.error == parsed.error)
    }
  }

  @Test func aDocumentInAFolderThatCannotBeReachedEndsWith2() throws {
    try folder.write(Sample.clean, to: "nep-0001-a.rst")
    try FileManager.default.createSymbolicLink(atPath: folder["nep-0002-b.rst"], withDestinationPath: "gone.rst")
    let result = try lint(".")
    #expect(result.status == 2)
    #expect(result.error == "platform-tiers: error: cannot read 'nep-0002-b.rst': no such file or directory\n")
  }

  @Test func aFolderWithoutDocumentsEndsWith2() throws {
    try folder.write("", to: "index.rst")
    let result = try lint(".")
    #expect(result.status == 2)
    #expect(result.error.contains("there is no 'nep-*.rst' and no 'nep-*.md' in the folder '.'"))
  }

  @Test func aFolderStandsForItsDocuments() throws {
    try folder.write(Sample.faulty, to: "neps/nep-0001.rst")
    try folder.write(Sample.faulty, to: "neps/nep-0002.rst")
    let lines = try lint("neps", "--format", "concise").output.split(separator: "\n")
    #expect(
      lines.compactMap { $0.split(separator: ":").first } == [
        "neps/nep-0001.rst", "neps/nep-0001.rst", "neps/nep-0002.rst", "neps/nep-0002.rst",
      ])
  }

  @Test func anEmptyFileIsADocument() throws {
    try folder.write("", to: "a.rst")
    try folder.write("", to: "a.md")
    #expect(try lint("a.rst", "a.md").status == 0)
  }

  @Test func standardInputIsNamedByItsOption() throws {
    let result = try Tool.run(
      ["lint", "-", "--stdin-filename", "x/a.rst", "--format", "concise"] + Sample.documentRules, input: Sample.faulty)
    #expect(result.status == 1)
    #expect(result.output.contains("x/a.rst:4:5: "))
    let unnamed = try Tool.run(
      ["lint", "-", "--format", "concise"] + Sample.documentRules, input: Sample.faulty)
    #expect(unnamed.output.contains("<stdin>:4:5: "))
  }

  @Test(arguments: ["a b.rst", "a\nb.rst", "--fix.rst", "\u{1B}[31m.rst", "::error::.rst"])
  func aHostileNameIsReadAndMadeVisible(_ name: String) throws {
    try folder.write(Sample.faulty, to: name)
    for format in ["text", "concise", "json", "sarif", "github", "gitlab", "junit"] {
      let result = try Tool.run(
        ["lint", "--format", format] + Sample.documentRules + ["--", name], in: folder.path)
      #expect(result.status == 1)
      #expect(!result.output.contains("\u{1B}"))
      #expect(!result.output.contains("\n::error::.rst") && !result.output.hasPrefix("::error::.rst"))
    }
  }

  @Test func everyFormatOfMachinesParses() throws {
    try folder.write(Sample.faulty, to: "a.rst")
    try folder.write(Sample.clean, to: "b.rst")
    for files in [["a.rst"], ["b.rst"], ["a.rst", "b.rst"]] {
      for format in ["json", "sarif", "gitlab"] {
        let output = try Tool.run(["lint", "--format", format] + files + Sample.documentRules, in: folder.path).output
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(output.utf8)) }
      }
      let junit = try Tool.run(["lint", "--format", "junit"] + files + Sample.documentRules, in: folder.path).output
      #expect(junit.hasPrefix("<?xml"))
    }
  }

  @Test func statisticsCountRules() throws {
    try folder.write(Sample.faulty, to: "a.rst")
    let result = try lint("a.rst", "--statistics")
    #expect(result.status == 1)
    #expect(result.output.contains("undefined-reference"))
    #expect(!result.output.contains("a.rst:"))
  }

  @Test func colourFollowsTheOptionAndNotAFile() throws {
    try folder.write(Sample.faulty, to: "a.rst")
    #expect(try !lint("a.rst").output.contains("\u{1B}["))
    #expect(try lint("a.rst", "--color", "always").output.contains("\u{1B}["))
    #expect(try !lint("a.rst", "--color", "never").output.contains("\u{1B}["))
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"), "there is no `script`"))
  func colourOnATerminalObeysTheEnvironment() throws {
    try folder.write(Sample.faulty, to: "a.rst")
    func isColoured(_ environment: String) throws -> Bool {
      let rules = Sample.documentRules.joined(separator: " ")
      let command = "script -qec \"env \(environment) '$TOOL' lint \(rules) a.rst\" /dev/null"
      return try Tool.shell(command, in: folder.path).output.contains("\u{1B}[")
    }
    #expect(try isColoured("TERM=xterm"))
    #expect(try isColoured("TERM=xterm NO_COLOR="))
    #expect(try !isColoured("TERM=xterm NO_COLOR=1"))
    #expect(try !isColoured("TERM=dumb"))
    #expect(try !isColoured("TERM=xterm CLICOLOR=0"))
    #expect(try isColoured("TERM=dumb CLICOLOR_FORCE=1"))
    for (variable, isColoured) in [("FORCE_COLOR", true), ("CLICOLOR_FORCE", true), ("TERM", false)] {
      let arguments = ["lint", "a.rst"] + Sample.documentRules
      let result = try Tool.run(arguments, in: folder.path, environment: [variable: "1"])
      #expect(result.output.contains("\u{1B}[") == isColoured)
      let forbidden = try Tool.run(arguments, in: folder.path, environment: [variable: "1", "NO_COLOR": "1"])
      #expect(!forbidden.output.contains("\u{1B}["))
    }
  }

  @Test func aReaderThatStopsIsNoError() throws {
    let many = (0..<3000).map { "See gh-\($0)_ here.\n" }.joined(separator: "\n")
    try folder.write("Title\n=====\n\n" + many, to: "a.rst")
    let result = try Tool.shell(
      "\"$TOOL\" lint --select undefined-reference --format concise a.rst | head -1", in: folder.path)
    #expect(result.output.split(separator: "\n").count == 1)
    #expect(result.error == "")
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full"))
  func aFullDiskIsAnError() throws {
    let result = try Tool.shell("\"$TOOL\" rules > /dev/full")
    #expect(result.status == 2)
    #expect(result.error == "platform-tiers: error: cannot write to standard output: no space left on device\n")
  }
}
