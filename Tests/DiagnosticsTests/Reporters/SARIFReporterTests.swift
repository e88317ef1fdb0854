import Diagnostics
import Testing

@Suite struct SARIFReporterTests {
  @Test(
    arguments: [
      ("docs/a.rst", "docs/a.rst"), ("./a b.md", "a%20b.md"), ("/srv/é.md", "file:///srv/%C3%A9.md"),
      ("a:b#c?d%25.md", "a%3Ab%23c%3Fd%2525.md"), ("../up.md", "../up.md"), ("<stdin>", "%3Cstdin%3E"),
    ])
  func `paths are URI references`(path: String, uri: String) {
    #expect(Self.render("x", path: path, column: 1).contains("{\"uri\": \"\(uri)\"}"))
  }

  @Test(
    arguments: [
      // Text of the line, the byte column, and the UTF-16 column.
      ("abc", 3, 3), ("é猫x", 6, 3), ("😀x", 5, 3), ("\u{FEFF}abc", 4, 1), ("\u{FEFF}abc", 6, 3), ("abc", 90, 4),
    ])
  func `columns are UTF-16 code units`(line: String, column: Int, expected: Int) {
    #expect(Self.render(line, path: "f", column: column).contains("\"startLine\": 1, \"startColumn\": \(expected),"))
  }

  @Test func `a rule's help keeps its paragraphs`() {
    let rule = RuleSummary(id: "r", family: "rows", severity: .info, summary: "s", help: "Why.\n\nWhat to do.")
    let sarif = SampleReports.render(Report(diagnostics: [], files: [], rules: [rule], toolVersion: "1"), as: .sarif)
    #expect(sarif.contains(#""text": "Why.\n\nWhat to do.""#))
  }

  @Test func `columns are right far into a long file`() {
    let line = String(repeating: "é😀", count: 1000)
    let text = String(repeating: line + "\r\n", count: 3)
    let file = SourceFile(path: "f", text: text)
    let findings = stride(from: 0, through: 6000, by: 6).map { bytes in
      Diagnostic(
        rule: "r", severity: .info, message: "\(bytes)", file: "f",
        range: SampleReports.range(3, bytes + 1, 3, bytes + 1))
    }
    let sarif = SampleReports.render(Report(diagnostics: findings, files: [file], toolVersion: "1"), as: .sarif)
    let columns = sarif.matches(of: /"startColumn": (\d+)/).compactMap { Int($0.1) }
    #expect(columns == (0...1000).map { 3 * $0 + 1 })
  }

  private static func render(_ line: String, path: String, column: Int) -> String {
    let finding = Diagnostic(
      rule: "r", severity: .info, message: "m", file: path, range: SampleReports.range(1, column, 1, column))
    let file = SourceFile(path: path, text: line)
    return SampleReports.render(Report(diagnostics: [finding], files: [file], toolVersion: "1"), as: .sarif)
  }
}
