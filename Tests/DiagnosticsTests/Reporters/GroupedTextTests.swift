import Diagnostics
import Testing

/// `text` where faults are alike.
@Suite struct GroupedTextTests {
  private func finding(
    _ rule: String, _ severity: Severity, line: Int, _ message: String, help: String?, fix: Fix? = nil,
    file: String = "a.md"
  ) -> Diagnostic {
    Diagnostic(
      rule: rule, severity: severity, message: message, file: file,
      range: SampleReports.range(line, 1, line, 2), help: help, fix: fix)
  }

  private func text(_ findings: [Diagnostic], _ change: (inout Report) -> Void = { _ in }) -> String {
    var report = Report(
      diagnostics: findings, files: [SourceFile(path: "a.md", text: "one\ntwo\n")], toolVersion: "1")
    change(&report)
    return SampleReports.render(report, as: .text)
  }

  @Test func `faults of one rule and help stand together, the gravest first`() {
    var noted = finding("unknown-demand", .warning, line: 2, "how many use 'B' is unknown", help: "write it")
    noted.notes = [Diagnostic.Note("the tier is here", at: SampleReports.range(1, 1, 1, 2))]
    let findings = [
      finding("unknown-demand", .warning, line: 1, "how many use 'A' is unknown", help: "write it"), noted,
      finding("broken", .error, line: 2, "it is broken", help: nil),
      finding("unknown-demand", .warning, line: 2, "how many use 'C' is unknown", help: "ask"),
    ]
    #expect(
      text(findings) == """
        error[broken]: it is broken
         --> a.md:2:1
        2 | two
          | ^

        warning[unknown-demand] in 2 places
          a.md:1:1  how many use 'A' is unknown
          a.md:2:1  how many use 'B' is unknown
            note at 1:1: the tier is here
          = help: write it

        warning[unknown-demand]: how many use 'C' is unknown
         --> a.md:2:1
        2 | two
          | ^
          = help: ask

        1 error, 3 warnings in 1 file; `--format full` shows the source of each

        """)
  }

  @Test func `a message goes on below its place`() {
    let message = "nothing says whether 'Android' is supported by CPython, which 'Tier 3' needs of it, or of what"
    let findings = (1...2).map { finding("unmet", .info, line: $0, message, help: message) }
    #expect(
      text(findings).hasPrefix(
        """
        info[unmet] in 2 places
          a.md:1:1  nothing says whether 'Android' is supported by CPython, which 'Tier
            3' needs of it, or of what
          a.md:2:1  nothing says whether 'Android' is supported by CPython, which 'Tier
            3' needs of it, or of what
          = help: nothing says whether 'Android' is supported by CPython, which 'Tier 3'
            needs of it, or of what

        """))
  }

  @Test func `findings that are mended otherwise stand apart`() {
    let findings = [Fix.Safety.safe, .safe, .unsafe].map { safety in
      finding("r", .error, line: 1, "m", help: nil, fix: Fix(safety, "mend it", edits: []))
    }
    let shown = text(findings)
    #expect(
      shown.hasPrefix("error[r] in 2 places\n  a.md:1:1  m\n  a.md:1:1  m\n  = fix: mend it (`--fix` applies it)\n"))
    #expect(shown.contains("\nerror[r]: m\n") && shown.contains("= fix: mend it (a guess: "))
  }

  @Test func `of very many places the first five are shown, and all when asked for`() {
    func findings(_ count: Int) -> [Diagnostic] {
      (1...count).map { finding("r", .error, line: $0, "m", help: "h", file: "\($0 % 3).md") }
    }
    #expect(!text(findings(10)).contains("more in"))
    let cut = text(findings(280)).split(separator: "\n")
    #expect(cut.count == 9)
    #expect(cut[0] == "error[r] in 280 places")
    #expect(cut[6] == "  … and 275 more in 3 files; `--all` shows them")
    #expect(cut[8].hasPrefix("280 errors in 3 files"))
    let all = text(findings(280)) { $0.showsAll = true }.split(separator: "\n")
    #expect(all.count == 283)
  }

  @Test func `what is wrapped is no command to a log`() {
    let message = String(repeating: "x ", count: 35) + "::error::y"
    let shown = text([finding("r", .error, line: 1, message, help: message)])
    #expect(shown.contains("\n    : :error::y\n"))
  }
}
