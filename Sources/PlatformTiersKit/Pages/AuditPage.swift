import Checks
import Policy
import Rendering

/// The page of an audit: what it went by, which duties are kept, broken and unknown, and what it found.
struct AuditPage {
  private let audit: PagesAudit
  private let site: RegistryPages
  private let matrix: AuditMatrix

  init(of audit: PagesAudit, on site: RegistryPages) {
    self.audit = audit
    self.site = site
    matrix = AuditMatrix(audit.audit)
  }

  var page: Page {
    Page(
      path: RegistryPages.auditPage, title: "Audit", lead: [.paragraph(summary)],
      sections: [
        sources, duties, reasons(.broken, "broken", "Broken duties"),
        reasons(.unknown, "unknown", "Duties that are not known to be kept"), warnings, findings,
      ].compactMap { $0 })
  }

  private var summary: PageText {
    let (kept, flawed) = (matrix.count(.kept), matrix.flawed)
    let remark = flawed > 0 ? " (\(flawed) with a warning)" : ""
    return PageText(
      "What the tiers promise, held against evidence: \(kept) \(kept == 1 ? "duty is" : "duties are") kept\(remark), ")
      + PageText("\(matrix.count(.broken)) broken, and \(matrix.count(.unknown)) not known to be kept.")
      + site.momentSentence
  }

  private var sources: PageSection {
    PageSection(
      "sources", "What it went by",
      [
        .paragraph(
          "These files were looked at, and nothing was fetched. What they do not show is unknown, never taken as kept."),
        audit.sources.isEmpty ? .paragraph("None were given.") : audit.sourceList,
      ])
  }

  private var duties: PageSection? {
    let reports = site.reports.filter { $0.duties != nil }
    guard !reports.isEmpty else { return nil }
    return PageSection(
      "duties", "Duties",
      [
        .paragraph(DutyMatrix.legend),
        .table(DutyMatrix(reports, of: site).table("The duties of each platform in a tier")),
      ])
  }

  private func reasons(_ status: Verdict.Status, _ anchor: StaticString, _ title: PageText) -> PageSection? {
    var blocks = table(matrix.reasons(status)).map { [PageBlock.table($0)] } ?? []
    if status == .unknown, !matrix.wanted.isEmpty {
      let names = matrix.wanted.map { $0.title }.joined(separator: ", ")
      blocks.append(.paragraph("No evidence was given of these: \(names)."))
    }
    return blocks.isEmpty ? nil : PageSection(anchor, title, blocks)
  }

  private var warnings: PageSection? {
    table(matrix.warnings).map { PageSection("warnings", "What is amiss and breaks nothing", [.table($0)]) }
  }

  /// Nil where there are none.
  private func table(_ reasons: [AuditMatrix.Reason]) -> PageTable? {
    let rows = causes(reasons).map { cause, platforms in
      [
        PageText(cause.duty.title), PageText(audit.sentence(cause.reason)),
        platforms.map(site.link).joined(separator: ", "),
      ]
    }
    return rows.isEmpty ? nil : PageTable("By duty and cause", columns: ["Duty", "Why", "Platforms"], rows: rows)
  }

  /// What several platforms may have in common.
  private struct Cause: Hashable {
    var duty: Verdict.Duty
    var reason: String
  }

  private func causes(_ reasons: [AuditMatrix.Reason]) -> [(Cause, [Platform])] {
    var platforms: [Cause: [Platform]] = [:]
    var causes: [Cause] = []
    for (platform, duty, reason) in reasons {
      let cause = Cause(duty: duty, reason: reason)
      if platforms[cause] == nil { causes.append(cause) }
      platforms[cause, default: []].append(platform)
    }
    return matrix.duties.flatMap { duty in causes.filter { $0.duty == duty } }.map { ($0, platforms[$0] ?? []) }
  }

  private var findings: PageSection {
    let findings = FindingsTable(audit.findings, of: audit)
    guard let table = findings.table("What evidence contradicts, the gravest first") else {
      return PageSection("findings", "Findings", [.paragraph("Nothing was found.")])
    }
    let rules = findings.rules
    return PageSection(
      "findings", "Findings",
      [.table(table)] + (rules.isEmpty ? [] : [.paragraph("What these rules look for:"), .list(rules)]))
  }
}
