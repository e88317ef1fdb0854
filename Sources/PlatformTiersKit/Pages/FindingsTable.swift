import Diagnostics
import TableRendering

/// Findings of an audit, the gravest first.
struct FindingsTable {
  private let findings: [Diagnostic]
  private let audit: PagesAudit

  init(_ findings: [Diagnostic], of audit: PagesAudit) {
    self.findings =
      Severity.allCases.sorted(by: >).flatMap { severity in findings.filter { $0.severity == severity } }
    self.audit = audit
  }

  /// The table, and what its rules look for; nothing where nothing was found.
  func blocks(_ caption: PageText) -> [PageBlock] {
    guard !findings.isEmpty else { return [] }
    let rows = findings.map { finding -> [PageText] in
      [
        .code(finding.rule), finding.severity.label, PageText(audit.sentence(finding.message)),
        PageText(finding.help?.sentence ?? ""), .code("\(finding.file):\(finding.range.start)"),
      ]
    }
    let table = PageTable(
      caption, columns: ["Rule", "Severity", "What was found", "What helps", "Where"], rows: rows)
    return [.table(table.withoutEmptyColumns), .paragraph("What the rules look for:"), .list(rules)]
  }

  private var rules: [PageText] {
    let present = Set(findings.map(\.rule))
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
