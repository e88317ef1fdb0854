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

  @Test func `SARIF gets one run with rules, notes and fixes`() {
    #expect(SampleReports.render(SampleReports.ordinary, as: .sarif) == Self.sarif)
  }

  private static let sarif = #"""
    {
      "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        {
          "tool": {
            "driver": {
              "name": "platform-tiers",
              "version": "1.2.3",
              "rules": [
                {
                  "id": "placeholder-contact",
                  "name": "PlaceholderContact",
                  "shortDescription": {"text": "a contact that is nobody"},
                  "fullDescription": {"text": "Name a person."},
                  "help": {"text": "Name a person.", "markdown": "**a contact that is nobody**\n\nName a person."},
                  "helpUri": "https://example.org/rules/placeholder-contact",
                  "defaultConfiguration": {"level": "error"},
                  "properties": {"tags": ["rows"]}
                },
                {
                  "id": "misaligned-border",
                  "name": "MisalignedBorder",
                  "shortDescription": {"text": "a border off its columns"},
                  "fullDescription": {"text": "Redraw the border."},
                  "help": {"text": "Redraw the border.", "markdown": "**a border off its columns**\n\nRedraw the border."},
                  "defaultConfiguration": {"level": "warning"},
                  "properties": {"tags": ["document"]}
                }
              ]
            }
          },
          "columnKind": "utf16CodeUnits",
          "newlineSequences": ["\r\n", "\n", "\r"],
          "results": [
            {
              "ruleId": "placeholder-contact",
              "ruleIndex": 0,
              "level": "error",
              "message": {"text": "'TBD' is nobody; name at least one maintainer\nhelp: Tier 2 needs a maintainer who looks after the platform\nsee [the column is here](0)"},
              "locations": [
                {
                  "physicalLocation": {
                    "artifactLocation": {"uri": "docs/platforms.rst"},
                    "region": {"startLine": 7, "startColumn": 17, "endLine": 7, "endColumn": 20}
                  }
                }
              ],
              "relatedLocations": [
                {
                  "id": 0,
                  "physicalLocation": {
                    "artifactLocation": {"uri": "docs/platforms.rst"},
                    "region": {"startLine": 5, "startColumn": 17, "endLine": 5, "endColumn": 24}
                  },
                  "message": {"text": "the column is here"}
                }
              ],
              "partialFingerprints": {"primaryLocationLineHash": "e026d375d3845af4:1", "platformTiers/v1": "e026d375d3845af4"},
              "fixes": [
                {
                  "description": {"text": "take the placeholder out"},
                  "artifactChanges": [
                    {
                      "artifactLocation": {"uri": "docs/platforms.rst"},
                      "replacements": [
                        {
                          "deletedRegion": {"startLine": 7, "startColumn": 17, "endLine": 7, "endColumn": 20},
                          "insertedContent": {"text": "?"}
                        }
                      ]
                    }
                  ]
                }
              ]
            },
            {
              "ruleId": "misaligned-border",
              "ruleIndex": 1,
              "level": "warning",
              "message": {"text": "the border of 'Plan 9' is missing"},
              "locations": [
                {
                  "physicalLocation": {
                    "artifactLocation": {"uri": "docs/platforms.rst"},
                    "region": {"startLine": 8, "startColumn": 1, "endLine": 9, "endColumn": 12}
                  }
                }
              ],
              "partialFingerprints": {"primaryLocationLineHash": "6b5e03975cf9d517:1", "platformTiers/v1": "6b5e03975cf9d517"}
            }
          ]
        }
      ]
    }

    """#
}
