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
        Self.link(to: finding.rule), finding.severity.label, PageText(audit.sentence(finding.message)),
        PageText(finding.help.map(audit.published.published)?.sentence ?? ""), place(of: finding),
      ]
    }
    let table = PageTable(
      caption, .wideRecords, columns: ["Rule", "Severity", "What was found", "What helps", "Where"], rows: rows)
    return table.withoutEmptyColumns
  }

  /// Further places are in the same file.
  private func place(of finding: Diagnostic) -> PageText {
    let start = finding.range.start
    let place = audit.published.link(
      to: finding.file, line: start.line, "\(audit.published.name(of: finding.file)):\(start)")
    return finding.notes.reduce(place) { text, note in
      text + "; \(note.message): "
        + audit.published.link(to: finding.file, line: note.range.start.line, "\(note.range.start)")
    }
  }

  /// A rule's page, for one of the catalogue.
  static func link(to rule: String) -> PageText {
    RuleCatalogue.summaries.contains { $0.id == rule }
      ? .label(rule, page: PagePath("rules", id: rule)) : .code(rule)
  }

  /// A page for each rule that found something.
  var rules: [Page] {
    let present = Set(findings.map(\.rule))
    return RuleCatalogue.summaries.filter { present.contains($0.id) }.map { rule in
      let paragraphs = rule.help.split(separator: "\n\n").map { PageBlock.paragraph(PageText(String($0).sentence)) }
      return Page(
        path: PagePath("rules", id: rule.id), title: PageText(rule.id),
        lead: [.paragraph(PageText(rule.summary.sentence) + " Findings of it stand in the " + Self.audit + ".")]
          + paragraphs)
    }
  }

  private static let audit = PageText.label("audit", page: RegistryPages.auditPage)
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
