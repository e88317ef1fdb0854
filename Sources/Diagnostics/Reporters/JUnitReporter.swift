/// JUnit XML: a suite for each file, in it a case for each finding, or one that passed; information fails none.
enum JUnitReporter {
  static func render(_ report: Report) -> [UInt8] {
    let findings = Dictionary(grouping: report.diagnostics, by: { $0.file })
    let paths = Set(report.files.map { $0.path }).union(findings.keys).sorted()
    let tests = paths.reduce(0) { $0 + max(1, findings[$1]?.count ?? 0) }
    var xml = XMLWriter()
    let counts = [("tests", String(tests)), ("failures", failures(report.diagnostics)), ("errors", "0")]
    xml.element("testsuites", [("name", "platform-tiers")] + counts) { xml in
      for path in paths { write(findings[path] ?? [], of: report.repositoryPath(path), to: &xml) }
    }
    return xml.bytes
  }

  private static func write(_ findings: [Diagnostic], of path: String, to xml: inout XMLWriter) {
    let tests = String(max(1, findings.count))
    let attributes = [("name", path), ("tests", tests), ("failures", failures(findings)), ("errors", "0")]
    xml.element("testsuite", attributes) { xml in
      if findings.isEmpty { xml.element("testcase", [("name", "no findings"), ("classname", path)]) }
      for finding in findings {
        let name = "\(finding.rule) at \(finding.range.start)"
        xml.element("testcase", [("name", name), ("classname", path)]) { xml in
          let text = details(of: finding, in: path)
          if finding.severity == .info { return xml.element("system-out", [], text: text) }
          let failure = [("type", finding.severity.rawValue), ("message", finding.message)]
          xml.element("failure", failure, text: text)
        }
      }
    }
  }

  private static func failures(_ findings: [Diagnostic]) -> String { String(findings.count { $0.severity > .info }) }

  private static func details(of finding: Diagnostic, in path: String) -> [String] {
    var lines = ["\(path):\(finding.range.start): \(finding.message)"]
    lines += finding.notes.map { "note: \(path):\($0.range.start): \($0.message)" }
    if let help = finding.help { lines.append("help: " + help) }
    if let url = finding.url { lines.append("see " + url) }
    return lines
  }
}
