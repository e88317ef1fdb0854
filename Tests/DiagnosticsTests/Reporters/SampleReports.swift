import Diagnostics

/// Reports that several suites print.
enum SampleReports {
  static let page = SourceFile(
    path: "docs/platforms.rst",
    text: """
      Tier 2
      ------

      +-------------+---------+
      | Platform    | Contact |
      +=============+=========+
      | Línux 猫 arm | TBD     |
      +-------------+---------+
      \t| Plan 9 |
      """)

  static let rules = [
    RuleSummary(
      id: "placeholder-contact", family: "rows", severity: .error, summary: "a contact that is nobody",
      help: "Name a person.", url: "https://example.org/rules/placeholder-contact"),
    RuleSummary(
      id: "misaligned-border", family: "document", severity: .warning, summary: "a border off its columns",
      help: "Redraw the border."),
  ]

  /// An error with everything, and a warning over several lines with nothing.
  static let ordinary = Report(
    diagnostics: [
      Diagnostic(
        rule: "misaligned-border", severity: .warning, message: "the border of 'Plan 9' is missing", file: page.path,
        range: range(8, 1, 9, 12)),
      Diagnostic(
        rule: "placeholder-contact", severity: .error, message: "'TBD' is nobody; name at least one maintainer",
        file: page.path, range: range(7, 20, 7, 23),
        notes: [Diagnostic.Note("the column is here", at: range(5, 17, 5, 24))],
        help: "Tier 2 needs a maintainer who looks after the platform",
        fix: Fix(.safe, "take the placeholder out", edits: [TextEdit(offset(7, 20)..<offset(7, 23), Array("?".utf8))]),
        url: "https://example.org/policy#tier-2"),
    ],
    files: [page], rules: rules, toolVersion: "1.2.3")

  static let clean = Report(
    diagnostics: [], files: [page, SourceFile(path: "other.md", text: "")], rules: rules, toolVersion: "1.2.3")

  /// What somebody would write who wants to be run, shown or believed.
  static let attack =
    "x\n::set-output name=a::b\r\u{1B}[31m</failure>]]>&\"'<script>%0A ::error::\u{202E}\u{0}\u{9B}2J[a](https://e.org)"

  static let hostile: Report = {
    let path = "a:b,c%0A\n::add-mask::1 \u{1B}[2J\u{202E}é.rst"
    let line = Array("## \u{1B}]0;title\u{7} <script>]]>\u{202E} %0A ::error::\u{9B}1m".utf8) + [0xFF, 0xC3, 0x00]
    let file = SourceFile(path: path, bytes: line + Array("\n::debug::x".utf8))
    let whole = Diagnostic(
      rule: "control-character", severity: .error, message: attack, file: path, range: range(1, 4, 1, 12),
      notes: [Diagnostic.Note(attack, at: range(2, 1, 2, 3))], help: attack,
      fix: Fix(.unsafe, attack, edits: [TextEdit(0..<3, [0x1B, 0xFF])]), url: "https://example.org/?a=1&b=2")
    var beyond = whole
    beyond.range = range(400, 90, 401, 2)
    return Report(diagnostics: [whole, beyond], files: [file], rules: [], toolVersion: "1.2.3")
  }()

  static func range(_ line: Int, _ column: Int, _ endLine: Int, _ endColumn: Int) -> SourceRange {
    SourceRange(SourcePosition(line: line, column: column), SourcePosition(line: endLine, column: endColumn))
  }

  static func offset(_ line: Int, _ column: Int) -> Int {
    page.offset(of: SourcePosition(line: line, column: column))
  }

  static func render(_ report: Report, as format: ReportFormat, _ layout: Layout = Layout()) -> String {
    String(decoding: Reporter.render(report, as: format, layout), as: UTF8.self)
  }

  /// A terminal of so many columns that shows everything.
  static func terminal(_ columns: Int = 80) -> Layout {
    var layout = Layout()
    layout.terminalColumns = columns
    layout.isColored = true
    layout.hasLinks = true
    return layout
  }
}
