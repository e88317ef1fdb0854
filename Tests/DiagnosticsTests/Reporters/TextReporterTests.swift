import Diagnostics
import Testing

@Suite struct TextReporterTests {
  @Test(arguments: [ReportFormat.text, .full])
  func `colour is used when asked for, and takes no room`(format: ReportFormat) {
    let colored = SampleReports.render(SampleReports.ordinary, as: format, SampleReports.terminal())
    #expect(colored.contains("\u{1B}[1;91merror[placeholder-contact]\u{1B}[0m"))
    #expect(colored.contains("\u{1B}]8;;https://example.org/policy#tier-2\u{1B}\\"))
    #expect(colored.contains("\u{1B}[1;91m^^^\u{1B}[0m"))
    #expect(
      colored.replacing(/\u{1B}\[[0-9;]*m|\u{1B}\]8;;[^\u{1B}]*\u{1B}\\/, with: "")
        == SampleReports.render(SampleReports.ordinary, as: format))
  }

  @Test(arguments: ReportFormat.allCases.filter { $0 != .text && $0 != .full })
  func `no other format has colour`(format: ReportFormat) {
    let plain = SampleReports.render(SampleReports.ordinary, as: format)
    #expect(SampleReports.render(SampleReports.ordinary, as: format, SampleReports.terminal()) == plain)
  }

  @Test func `a clean run says how much was checked`() {
    #expect(SampleReports.render(SampleReports.clean, as: .text) == "nothing found in 2 files\n")
  }

  @Test func `the order of the findings does not matter`() {
    var reversed = SampleReports.ordinary
    reversed.diagnostics.reverse()
    for format in ReportFormat.allCases {
      #expect(
        SampleReports.render(reversed, as: format) == SampleReports.render(SampleReports.ordinary, as: format))
    }
  }

  @Test(
    arguments: [
      // The line, the flagged columns, and what is shown.
      ("\t\tx y", 5, 6, "        x y\n  |           ^"),
      ("e\u{301}te\u{301} mal", 9, 10, "e\u{301}te\u{301} mal\n  |     ^"),
      ("猫 arm", 1, 4, "猫 arm\n  | ^^"),
      ("Tier 1", 7, 7, "Tier 1\n  |       ^"),
      ("Tier 1", 99, 120, "Tier 1\n  |       ^"),
      ("a\u{200B}b", 2, 5, "a<U+200B>b\n  |  ^^^^^^^^"),
      ("", 1, 1, "\n  | ^"),
    ])
  func `carets stand under the place`(line: String, column: Int, end: Int, shown: String) {
    let text = Self.render(line + "\nnext", SampleReports.range(1, column, 1, end))
    #expect(text.hasPrefix("info[r]: m\n --> f.md:1:\(column)\n  |\n1 |\(shown.hasPrefix("\n") ? "" : " ")\(shown)\n"))
  }

  @Test func `a narrow terminal gets as much of a line as it holds`() {
    let line = String(repeating: "猫 ", count: 30) + "HERE" + String(repeating: " 猫", count: 30)
    let file = SourceFile(path: "f.md", text: line)
    let finding = Diagnostic(
      rule: "r", severity: .info, message: "m", file: "f.md", range: SampleReports.range(1, 121, 1, 125))
    let report = Report(diagnostics: [finding], files: [file], toolVersion: "1")
    for (format, line) in [(ReportFormat.text, 2), (.full, 3)] {
      var layout = Layout()
      layout.terminalColumns = 40
      let lines = SampleReports.render(report, as: format, layout).split(separator: "\n")
      #expect(lines[line] == "1 | … 猫 猫 猫 HERE 猫 猫 猫 猫 猫 猫 …")
      #expect(lines[line + 1] == "  |            ^^^^")
    }
  }

  @Test func `bytes that are not UTF-8 are shown as such`() {
    let file = SourceFile(path: "f.md", bytes: [0x61, 0xFF, 0xE2, 0x82, 0x62])
    let finding = Diagnostic(
      rule: "r", severity: .info, message: "m", file: "f.md", range: SampleReports.range(1, 2, 1, 3))
    let text = SampleReports.render(Report(diagnostics: [finding], files: [file], toolVersion: "1"), as: .text)
    #expect(text.contains("1 | a<0xFF><0xE2><0x82>b\n  |  ^^^^^^\n"))
  }

  @Test func `a long line is cut around the place`() {
    let line = String(repeating: "ab猫", count: 5000) + "HERE" + String(repeating: "cd", count: 9000)
    let text = Self.render(line, SampleReports.range(1, 25_001, 1, 25_005))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[3].hasPrefix("1 | …"))
    #expect(lines[3].hasSuffix("cd…") || lines[3].hasSuffix("c…"))
    #expect(TextWidth.columns(of: String(lines[3])) <= 4 + 120)
    let before = lines[3].prefix(while: { $0 != "H" })
    #expect(lines[4].prefix(while: { $0 != "^" }).count == TextWidth.columns(of: String(before)))
    #expect(lines[4].hasSuffix(" ^^^^"))
  }

  @Test func `a long place is cut at the margin`() {
    for (format, width) in [(ReportFormat.text, 76), (.full, 120)] {
      let text = Self.render(String(repeating: "x", count: 1000), SampleReports.range(1, 1, 1, 1001), as: format)
      #expect(text.contains("1 | " + String(repeating: "x", count: width - 1) + "…\n"))
      #expect(text.contains("  | " + String(repeating: "^", count: width) + "\n"))
    }
  }

  @Test func `a file that is not at hand is named all the same`() {
    let finding = Diagnostic(
      rule: "r", severity: .info, message: "m", file: "gone.md", range: SampleReports.range(12, 2, 12, 3))
    let text = SampleReports.render(Report(diagnostics: [finding], files: [], toolVersion: "1"), as: .text)
    #expect(text == "info[r]: m\n  --> gone.md:12:2\n\n1 info in 1 file\n")
  }

  @Test func `the last line counts findings and fixes`() {
    func finding(_ severity: Severity, _ safety: Fix.Safety?) -> Diagnostic {
      Diagnostic(
        rule: "r", severity: severity, message: "m", file: "f", range: .fileStart,
        fix: safety.map { Fix($0, "mend it", edits: []) })
    }
    let findings = [finding(.error, .safe), finding(.error, .unsafe), finding(.info, nil), finding(.warning, .safe)]
    let text = SampleReports.render(Report(diagnostics: findings, files: [], toolVersion: "1"), as: .text)
    #expect(text.contains("= fix: mend it (a guess: `--fix` leaves it to you)\n"))
    #expect(text.hasSuffix("\n2 errors, 1 warning, 1 info in 1 file; `--fix` mends 2\n"))
  }

  @Test func `what is left out is counted, and a quiet report counts nothing`() {
    var report = SampleReports.clean
    report.leftOut = 3
    #expect(
      SampleReports.render(report, as: .text)
        == "nothing as grave as asked for found in 2 files; 3 less grave left out\n")
    report.diagnostics = SampleReports.ordinary.diagnostics
    #expect(
      SampleReports.render(report, as: .text).hasSuffix(
        "\n1 error, 1 warning in 1 file; `--fix` mends 1; 3 less grave left out\n"))
    report.isQuiet = true
    #expect(SampleReports.render(report, as: .text).hasSuffix("… to 9:12\n\n"))
    report.diagnostics = []
    #expect(SampleReports.render(report, as: .text) == "")
  }

  private static func render(_ text: String, _ range: SourceRange, as format: ReportFormat = .full) -> String {
    let finding = Diagnostic(rule: "r", severity: .info, message: "m", file: "f.md", range: range)
    let file = SourceFile(path: "f.md", text: text)
    return SampleReports.render(Report(diagnostics: [finding], files: [file], toolVersion: "1"), as: format)
  }
}
