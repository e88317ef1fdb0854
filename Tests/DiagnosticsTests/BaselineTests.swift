import Diagnostics
import Testing

@Suite struct BaselineTests {
  private static let page = SourceFile(path: "a.rst", text: "| FreeBSD | ? |\n| WASI | ? |\n")

  private static func finding(line: Int, _ message: String = "'?' is nobody", file: String = "a.rst") -> Diagnostic {
    Diagnostic(
      rule: "placeholder-contact", severity: .error, message: message, file: file,
      range: SampleReports.range(line, 3, line, 4))
  }

  private static func baseline(_ findings: [Diagnostic], files: [SourceFile] = [page]) throws -> Baseline {
    try Baseline.read(Baseline.write(findings, files: files))
  }

  @Test func `the file is sorted, versioned and the same on every machine`() {
    let findings = [Self.finding(line: 2), Self.finding(line: 1), Self.finding(line: 1, "'\u{1B}'")]
    let expected = #"""
      {
        "version": 1,
        "findings": [
          {"file": "a.rst", "rule": "placeholder-contact", "fingerprint": "f3a4480e50ca999f", "message": "'\u001b'"},
          {"file": "a.rst", "rule": "placeholder-contact", "fingerprint": "42a04188731f00a6", "message": "'?' is nobody"},
          {"file": "a.rst", "rule": "placeholder-contact", "fingerprint": "add2531f692050d1", "message": "'?' is nobody"}
        ]
      }

      """#
    #expect(String(decoding: Baseline.write(findings, files: [Self.page]), as: UTF8.self) == expected)
    #expect(Baseline.write(findings.reversed(), files: [Self.page]) == Array(expected.utf8))
  }

  @Test func `known findings are hidden and new ones kept`() throws {
    let baseline = try Self.baseline([Self.finding(line: 1)])
    let new = Self.finding(line: 2)
    let result = baseline.filter([new, Self.finding(line: 1)], files: [Self.page])
    #expect(result.kept == [new])
    #expect(result.hidden == 1)
    #expect(result.stale == 0)
  }

  @Test func `a finding stays known when its line moves or is indented anew`() throws {
    let baseline = try Self.baseline([Self.finding(line: 1)])
    let moved = SourceFile(path: "a.rst", text: "New\n\n   | FreeBSD | ? |\t\r\n")
    #expect(baseline.filter([Self.finding(line: 3)], files: [moved]).hidden == 1)
  }

  @Test func `a second finding like a known one is new`() throws {
    let baseline = try Self.baseline([Self.finding(line: 1)])
    let twice = SourceFile(path: "a.rst", text: "| FreeBSD | ? |\n| FreeBSD | ? |\n")
    let result = baseline.filter([Self.finding(line: 1), Self.finding(line: 2)], files: [twice])
    #expect(result.kept == [Self.finding(line: 2)])
  }

  @Test func `entries that fit nothing are stale, in the checked files only`() throws {
    let other = SourceFile(path: "b.rst", text: "| Haiku | ? |\n")
    let baseline = try Self.baseline(
      [Self.finding(line: 1), Self.finding(line: 1, file: "b.rst")], files: [Self.page, other])
    #expect(baseline.filter([], files: [Self.page]).stale == 1)
    #expect(baseline.filter([], files: [Self.page, other]).stale == 2)
  }

  @Test func `another file, rule or message is another finding`() throws {
    let baseline = try Self.baseline([Self.finding(line: 1)])
    let other = SourceFile(path: "b.rst", text: "| FreeBSD | ? |\n")
    var rule = Self.finding(line: 1)
    rule.rule = "missing-contact"
    let findings = [rule, Self.finding(line: 1, "none"), Self.finding(line: 1, file: "b.rst")]
    #expect(baseline.filter(findings, files: [Self.page, other]).hidden == 0)
  }

  @Test func `hostile texts come through`() throws {
    let report = SampleReports.hostile
    let baseline = try Self.baseline(report.diagnostics, files: report.files)
    #expect(baseline.filter(report.diagnostics, files: report.files).kept.isEmpty)
  }

  @Test(
    arguments: [
      ("", BaselineError.malformed), ("[]", .malformed), (#"{"version": 1}"#, .malformed),
      (#"{"version": "1", "findings": []}"#, .malformed), (#"{"version": 2, "findings": 3}"#, .unknownVersion(2)),
      (#"{"version": 1, "findings": [{"file": "a"}]}"#, .malformed), (#"{"version": 1, "findings": [1]}"#, .malformed),
      (#"{"version": 1.5, "findings": []}"#, .malformed), (#"{"version": 1, "findings": []} 1"#, .malformed),
      (String(repeating: "[", count: 600), .malformed),
    ])
  func `what is no baseline is refused`(text: String, error: BaselineError) {
    #expect(throws: error) { try Baseline.read(Array(text.utf8)) }
  }
}
