import Checks
import Policy
import Rendering

/// How one platform stands to a tier's duties, as a table.
enum DutyTable {
  /// - Parameter audit: what the verdicts are by; nil where nothing but the registry was given.
  static func of(
    _ verdicts: [Verdict], in tier: Tier, _ caption: PageText, of report: PlatformReport, by audit: PagesAudit?
  ) -> PageTable {
    let words = { (text: String) in PageText(audit?.published.published(text).sentence ?? text.sentence) }
    return PageTable(
      caption, audit == nil ? .records : .wideRecords,
      columns: ["Duty", "Status", "Registry", "Evidence", "Warnings", "What the policy says"],
      rows: verdicts.map { verdict in
        [
          PageText(verdict.duty.title), report.label(of: verdict, in: tier), recorded(verdict).map(words) ?? "",
          audit.map { evidence(of: verdict, $0) } ?? PageText(),
          verdict.warnings.map(words).joined(separator: " "), PageText(verdict.because?.sentence ?? ""),
        ]
      }
    ).withoutEmptyColumns
  }

  private static func recorded(_ verdict: Verdict) -> String? {
    verdict.record ?? (verdict.source == .record ? verdict.reason : nil)
  }

  private static func evidence(of verdict: Verdict, _ audit: PagesAudit) -> PageText {
    if verdict.source != .record {
      let place = verdict.location.map { " (" + audit.published.link(to: $0) + ")" } ?? ""
      return PageText(audit.sentence(verdict.reason)) + place
    }
    return verdict.duty.isOnRecordOnly ? .label("–", .blank) : "None given."
  }
}
