import Diagnostics
import Testing

/// What each format makes of the same report.
@Suite struct ReportFormatTests {
  @Test func `text and full show the lines, with carets by display columns`() {
    let expected = #"""
      error[placeholder-contact]: 'TBD' is nobody; name at least one maintainer
       --> docs/platforms.rst:7:20
        |
      7 | | Línux 猫 arm | TBD     |
        |                  ^^^
      note: the column is here
       --> docs/platforms.rst:5:17
        |
      5 | | Platform    | Contact |
        |                 ^^^^^^^
        = help: Tier 2 needs a maintainer who looks after the platform
        = fix: take the placeholder out (`--fix` applies it)

      warning[misaligned-border]: the border of 'Plan 9' is missing
       --> docs/platforms.rst:8:1
        |
      8 | +-------------+---------+
        | ^^^^^^^^^^^^^^^^^^^^^^^^^ … to 9:12

      1 error, 1 warning in 1 file; `--fix` mends 1

      """#
    #expect(SampleReports.render(SampleReports.ordinary, as: .full) == expected)
    #expect(SampleReports.render(SampleReports.ordinary, as: .text) == expected.replacing("\n  |\n", with: "\n"))
  }

  @Test func `concise gives a line each`() {
    let expected = #"""
      docs/platforms.rst:7:20: error[placeholder-contact] 'TBD' is nobody; name at least one maintainer
      docs/platforms.rst:8:1: warning[misaligned-border] the border of 'Plan 9' is missing

      """#
    #expect(SampleReports.render(SampleReports.ordinary, as: .concise) == expected)
  }

  @Test func `JSON gives all keys in their order`() {
    let expected = #"""
      [
        {
          "rule": "placeholder-contact",
          "severity": "error",
          "file": "docs/platforms.rst",
          "line": 7,
          "column": 20,
          "endLine": 7,
          "endColumn": 23,
          "message": "'TBD' is nobody; name at least one maintainer",
          "help": "Tier 2 needs a maintainer who looks after the platform",
          "notes": [
            {"message": "the column is here", "line": 5, "column": 17, "endLine": 5, "endColumn": 24}
          ],
          "fix": {
            "safety": "safe",
            "summary": "take the placeholder out",
            "edits": [
              {"line": 7, "column": 20, "endLine": 7, "endColumn": 23, "text": "?"}
            ]
          },
          "url": "https://example.org/policy#tier-2"
        },
        {
          "rule": "misaligned-border",
          "severity": "warning",
          "file": "docs/platforms.rst",
          "line": 8,
          "column": 1,
          "endLine": 9,
          "endColumn": 12,
          "message": "the border of 'Plan 9' is missing",
          "help": null,
          "notes": [],
          "fix": null,
          "url": null
        }
      ]

      """#
    #expect(SampleReports.render(SampleReports.ordinary, as: .json) == expected)
  }

  @Test func `GitHub gets workflow commands with UTF-16 columns`() {
    let expected = #"""
      ::error file=docs/platforms.rst,line=7,endLine=7,col=17,endColumn=20,title=platform-tiers (placeholder-contact)::'TBD' is nobody; name at least one maintainer%0Ahelp: Tier 2 needs a maintainer who looks after the platform
      ::warning file=docs/platforms.rst,line=8,endLine=9,title=platform-tiers (misaligned-border)::the border of 'Plan 9' is missing

      """#
    #expect(SampleReports.render(SampleReports.ordinary, as: .github) == expected)
  }

  @Test func `GitHub shows ten of a kind, the worst first, and the rest is counted and listed`() {
    let severities: [(Severity, Int)] = [(.info, 2), (.warning, 11), (.error, 12)]
    let findings = severities.flatMap { severity, count in
      (1...count).map { number in
        Diagnostic(
          rule: "r", severity: severity, message: "\(severity) \(number)", file: "a.rst",
          range: SampleReports.range(number, 1, number, 1))
      }
    }
    var report = Report(diagnostics: findings, files: [], toolVersion: "1")
    report.repositoryPaths = ["a.rst": "docs/a.rst"]
    let lines = SampleReports.render(report, as: .github).split(separator: "\n")
    #expect(
      lines.prefix(20).map { $0.prefix { $0 != " " } } == Array(repeating: "::error", count: 10)
        + Array(repeating: "::warning", count: 10))
    #expect(lines.prefix(20).allSatisfy { $0.contains(" file=docs/a.rst,") })
    #expect(
      lines.dropFirst(20) == [
        "2 errors, 1 warning, 2 infos without an annotation:", "docs/a.rst:11:1: error[r] error 11",
        "docs/a.rst:12:1: error[r] error 12", "docs/a.rst:11:1: warning[r] warning 11",
        "docs/a.rst:1:1: info[r] info 1", "docs/a.rst:2:1: info[r] info 2",
      ])
    report.annotatesInfos = true
    #expect(SampleReports.render(report, as: .github).contains("::notice file=docs/a.rst,line=2,"))
  }

  @Test func `reviewdog gets the edits`() {
    let expected = #"""
      {
        "source": {"name": "platform-tiers"},
        "diagnostics": [
          {
            "message": "'TBD' is nobody; name at least one maintainer\nhelp: Tier 2 needs a maintainer who looks after the platform",
            "severity": "ERROR",
            "code": {"value": "placeholder-contact", "url": "https://example.org/policy#tier-2"},
            "location": {
              "path": "docs/platforms.rst",
              "range": {"start": {"line": 7, "column": 20}, "end": {"line": 7, "column": 23}}
            },
            "relatedLocations": [
              {
                "message": "the column is here",
                "location": {
                  "path": "docs/platforms.rst",
                  "range": {"start": {"line": 5, "column": 17}, "end": {"line": 5, "column": 24}}
                }
              }
            ],
            "suggestions": [
              {
                "range": {"start": {"line": 7, "column": 20}, "end": {"line": 7, "column": 23}},
                "text": "?"
              }
            ]
          },
          {
            "message": "the border of 'Plan 9' is missing",
            "severity": "WARNING",
            "code": {"value": "misaligned-border"},
            "location": {
              "path": "docs/platforms.rst",
              "range": {"start": {"line": 8, "column": 1}, "end": {"line": 9, "column": 12}}
            }
          }
        ]
      }

      """#
    #expect(SampleReports.render(SampleReports.ordinary, as: .rdjson) == expected)
  }

  @Test func `JUnit fails no case for information`() {
    let info = Diagnostic(
      rule: "r", severity: .info, message: "m", file: "a.rst", range: SampleReports.range(1, 1, 1, 1))
    let report = Report(diagnostics: [info], files: [], toolVersion: "1")
    let xml = SampleReports.render(report, as: .junit)
    #expect(xml.contains("tests=\"1\" failures=\"0\"") && xml.contains("<system-out>a.rst:1:1: m</system-out>"))
    #expect(!xml.contains("<failure"))
  }

  @Test func `GitLab gets a Code Quality report`() {
    let expected = #"""
      [
        {
          "description": "'TBD' is nobody; name at least one maintainer",
          "check_name": "placeholder-contact",
          "fingerprint": "a00e17135017afad",
          "severity": "major",
          "location": {
            "path": "docs/platforms.rst",
            "lines": {"begin": 7, "end": 7}
          }
        },
        {
          "description": "the border of 'Plan 9' is missing",
          "check_name": "misaligned-border",
          "fingerprint": "3eac1f46c208cbd1",
          "severity": "minor",
          "location": {
            "path": "docs/platforms.rst",
            "lines": {"begin": 8, "end": 9}
          }
        }
      ]

      """#
    #expect(SampleReports.render(SampleReports.ordinary, as: .gitlab) == expected)
  }

  @Test func `JUnit gets a case for each finding`() {
    let expected = #"""
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="platform-tiers" tests="2" failures="2" errors="0">
        <testsuite name="docs/platforms.rst" tests="2" failures="2" errors="0">
          <testcase name="placeholder-contact at 7:20" classname="docs/platforms.rst">
            <failure type="error" message="&apos;TBD&apos; is nobody; name at least one maintainer">docs/platforms.rst:7:20: &apos;TBD&apos; is nobody; name at least one maintainer
      note: docs/platforms.rst:5:17: the column is here
      help: Tier 2 needs a maintainer who looks after the platform
      see https://example.org/policy#tier-2</failure>
          </testcase>
          <testcase name="misaligned-border at 8:1" classname="docs/platforms.rst">
            <failure type="warning" message="the border of &apos;Plan 9&apos; is missing">docs/platforms.rst:8:1: the border of &apos;Plan 9&apos; is missing</failure>
          </testcase>
        </testsuite>
      </testsuites>

      """#
    #expect(SampleReports.render(SampleReports.ordinary, as: .junit) == expected)
  }
}
