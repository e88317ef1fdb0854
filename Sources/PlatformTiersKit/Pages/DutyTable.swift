import Checks
import Policy
import Rendering

/// How one platform stands to a tier's duties, as a table.
enum DutyTable {
  /// - Parameter audit: what the verdicts are by; nil where nothing but the registry was given.
  static func of(_ verdicts: [Verdict], _ caption: PageText, by audit: PagesAudit?) -> PageTable {
    PageTable(
      caption, audit == nil ? .records : .wideRecords,
      columns: ["Duty", "Status", "Registry", "Evidence", "Warnings", "What the policy says"],
      rows: verdicts.map { verdict in
        [
          PageText(verdict.duty.title), verdict.label, PageText(recorded(verdict)?.sentence ?? ""),
          audit.map { evidence(of: verdict, $0) } ?? PageText(),
          PageText(verdict.warnings.map { $0.sentence }.joined(separator: " ")),
          PageText(verdict.because?.sentence ?? ""),
        ]
      }
    ).withoutEmptyColumns
  }

  private static func recorded(_ verdict: Verdict) -> String? {
    verdict.record ?? (verdict.source == .record ? verdict.reason : nil)
  }

  private static func evidence(of verdict: Verdict, _ audit: PagesAudit) -> PageText {
    if verdict.source != .record { return PageText(audit.sentence(verdict.reason)) }
    return verdict.duty.isOnRecordOnly ? .label("–", .blank) : "None given."
  }
}
