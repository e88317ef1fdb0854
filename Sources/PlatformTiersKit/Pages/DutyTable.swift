import Policy
import Rendering

/// How one platform stands to a tier's duties, as a table.
enum DutyTable {
  static func recorded(_ caption: PageText, _ findings: [DutyFinding]) -> PageTable {
    PageTable(
      caption, columns: ["Duty", "Standing", "Recorded", "What the policy says"],
      rows: findings.map { finding in
        [
          PageText(finding.duty.title), finding.standing.label, PageText(finding.reason.sentence),
          PageText(finding.because?.sentence ?? ""),
        ]
      }
    ).withoutEmptyColumns
  }

  /// The promise beside what evidence shows of it.
  static func audited(_ caption: PageText, _ findings: [DutyFinding], by audit: PagesAudit) -> PageTable {
    PageTable(
      caption, .wideRecords, columns: ["Duty", "Audit", "Registry", "Evidence", "What the policy says"],
      rows: findings.map { finding in
        [
          PageText(finding.duty.title), finding.audited.auditLabel, PageText(finding.reason.sentence),
          evidence(of: finding, audit), PageText(finding.because?.sentence ?? ""),
        ]
      }
    ).withoutEmptyColumns
  }

  private static func evidence(of finding: DutyFinding, _ audit: PagesAudit) -> PageText {
    if let evidence = finding.evidence { return PageText(audit.sentence(evidence.reason)) }
    return finding.duty.isOnRecordOnly ? .label("–", .blank) : "None given."
  }
}

extension DutyFinding.Duty {
  /// Whether there is no evidence of it but the registry itself.
  fileprivate var isOnRecordOnly: Bool {
    switch self {
    case .contacts, .acknowledgement, .employment: true
    case .ci, .blocking, .wheels, .publishing, .publicBuild, .demand, .prerequisites: false
    }
  }
}
