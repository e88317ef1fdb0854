import Diagnostics
import Rendering

/// Findings of an audit, the gravest first.
struct FindingsTable {
  private let findings: [Diagnostic]
  private let audit: PagesAudit

  init(_ findings: [Diagnostic], of audit: PagesAudit) {
    self.findings =
      Severity.allCases.sorted(by: >).flatMap { severity in findings.filter { $0.severity == severity } }
    self.audit = audit
  }

  /// Nil where nothing was found.
  func table(_ caption: PageText) -> PageTable? {
    guard !findings.isEmpty else { return nil }
    let rows = findings.map { finding -> [PageText] in
      [
        .code(finding.rule), finding.severity.label, PageText(audit.sentence(finding.message)),
        PageText(finding.help?.sentence ?? ""), Self.place(of: finding),
      ]
    }
    let table = PageTable(
      caption, .wideRecords, columns: ["Rule", "Severity", "What was found", "What helps", "Where"], rows: rows)
    return table.withoutEmptyColumns
  }

  /// Further places are in the same file.
  private static func place(of finding: Diagnostic) -> PageText {
    finding.notes.reduce(.code("\(finding.file):\(finding.range.start)")) { text, note in
      text + "; \(note.message): " + .code("\(note.range.start)")
    }
  }

  /// What the rules look for that found something.
  var rules: [PageText] {
    let present = Set(findings.map { $0.rule })
    return RuleCatalogue.summaries.filter { present.contains($0.id) }.map { rule in
      .code(rule.id) + PageText(": \(rule.summary)".ended)
    }
  }
}

extension Severity {
  fileprivate var label: PageText {
    switch self {
    case .error: .label(rawValue, .unmet)
    case .warning: .label(rawValue, .partial)
    case .info: PageText(rawValue)
    }
  }
}
