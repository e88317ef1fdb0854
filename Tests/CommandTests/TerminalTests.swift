import Diagnostics
import Foundation
import Testing
import TestSupport

/// What is printed on a terminal, by `script`, which gives a command one.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"), "there is no `script`"))
struct TerminalTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Sample.faulty, to: "a.rst")
  }

  /// - Parameters:
  ///   - arguments: of the program, as a shell takes them.
  ///   - environment: assignments, in place of a terminal's usual ones.
  private func run(
    _ arguments: String, environment: String = "TERM=xterm", columns: Int = 80, in path: String? = nil
  ) throws -> String {
    let command = "stty cols \(columns); env \(environment) $TOOL \(arguments)"
    let output = try Tool.shell("script -qec \"\(command)\" /dev/null < /dev/null", in: path ?? folder.path).output
    return output.replacing("\r\n", with: "\n")
  }

  /// Without colours and links.
  private func plain(_ text: String) -> String {
    text.replacing(/\u{1B}\[[0-9;]*m|\u{1B}\]8;;[^\u{1B}]*\u{1B}\\/, with: "")
  }

  /// A word that is longer than the terminal stands in a line of its own.
  private func fits(_ line: Substring, _ columns: Int) -> Bool {
    TextWidth.columns(of: line) <= columns || !line.drop { $0 == " " }.contains(" ")
  }

  @Test(
    arguments: [
      "list", "show iOS", "due --today 2026-11-23", "audit", "check", "rules", "explain merged-cells",
    ], [65, 80, 132])
  func linesAreNoLongerThanTheTerminalIsWide(command: String, columns: Int) throws {
    let output = plain(try run(command, columns: columns, in: Tool.packageRoot.path()))
    let lines = output.split(separator: "\n")
    #expect(lines.count > 3)
    // Examples of rules are shown as they are typed.
    let prose = command.hasPrefix("explain") ? lines.filter { !$0.hasPrefix("    ") } : lines
    #expect(prose.filter { !fits($0, columns) } == [])
    let narrow = try run(command, environment: "TERM=xterm COLUMNS=50", columns: 132, in: Tool.packageRoot.path())
    #expect(plain(narrow) != output)
  }

  @Test func withoutATerminalLinesHave80Columns() throws {
    for arguments in [["check"], ["audit"], ["rules"], ["list"], ["show", "iOS"]] {
      let output = try Tool.run(arguments, in: Tool.packageRoot.path()).output
      #expect(output.split(separator: "\n").filter { !fits($0, 80) } == [])
      let wide = try Tool.run(arguments, in: Tool.packageRoot.path(), environment: ["COLUMNS": "50"]).output
      #expect(wide != output || arguments == ["list"])
      #expect(!output.contains("\u{1B}"))
    }
  }

  @Test func whatIsWrongInManyPlacesTakesFewLines() throws {
    let check = try Tool.run(["check", "--today", "2026-11-30"], in: Tool.packageRoot.path()).output
    #expect(check.split(separator: "\n", omittingEmptySubsequences: false).count - 1 < 80)
    #expect(check.contains("warning[unknown-demand] in 9 places\n"))
  }

  @Test func rulesAreLinkedWhereTheTerminalShowsLinks() throws {
    let arguments = "lint a.rst " + Sample.documentRules.joined(separator: " ")
    let linked = try run(arguments, environment: "TERM=xterm VTE_VERSION=7006")
    #expect(linked.contains("\u{1B}]8;;https://numpy.org/neps/nep-0057"), "\(linked)")
    for environment in [
      "TERM=xterm", "TERM=dumb VTE_VERSION=7006", "TERM=xterm VTE_VERSION=7006 NO_COLOR=1",
      "TERM=xterm VTE_VERSION=4000",
    ] {
      #expect(try !run(arguments, environment: environment).contains("\u{1B}]8"))
    }
    let paged = try run(
      arguments, environment: "TERM=xterm VTE_VERSION=7006 PLATFORM_TIERS_RULE_PAGES=https://example.org/rules")
    #expect(paged.contains("\u{1B}]8;;https://example.org/rules/undefined-reference.md\u{1B}\\"), "\(paged)")
    let piped = try Tool.run(
      ["lint", "a.rst", "--color", "always"] + Sample.documentRules, in: folder.path,
      environment: ["VTE_VERSION": "7006"])
    #expect(!piped.output.contains("\u{1B}]8"))
  }

  @Test func theDarkBlueThatNobodyCanReadIsNotUsed() throws {
    let output = try run("lint a.rst " + Sample.documentRules.joined(separator: " "))
    #expect(output.contains("\u{1B}[1;91m") && output.contains("\u{1B}[94m-->"))
    #expect(!output.contains("\u{1B}[34m"))
  }

  @Test func signsAreWordsWhereTheLocaleHasNone() throws {
    let root = Tool.packageRoot.path()
    let signs = plain(try run("audit", environment: "TERM=xterm LANG=C.UTF-8", in: root))
    #expect(signs.contains("✓") && signs.contains("·") && !signs.contains(" ok "))
    let words = plain(try run("audit", environment: "TERM=xterm LANG=C.UTF-8 LC_ALL=C", in: root))
    #expect(words.contains("  ok ") && !words.contains("✓") && !words.contains("·"))
    #expect(try Tool.run(["audit"], in: root).output.contains("✓"), "a file has them whatever the locale")
  }

  @Test func nothingThatADocumentHoldsActsOnTheTerminal() throws {
    let attack = "\u{1B}[2J\u{1B}]8;;https://e.org\u{1B}\\x\u{202E}"
    try folder.write("Tier 3\n======\n\nSee gh-1_ \(attack) and \(attack)_.\n", to: "a.rst")
    for format in ["text", "full"] {
      let output = try run("lint a.rst --format \(format)", environment: "TERM=xterm-kitty")
      #expect(output.contains("\u{1B}["))
      #expect(!plain(output).unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
      #expect(!output.contains("\u{1B}[2J") && !output.contains("https://e.org\u{1B}"))
    }
  }
}
