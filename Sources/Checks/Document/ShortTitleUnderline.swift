import Diagnostics
import Documents

/// A title underline is as long as its title.
extension Rule {
  static let shortTitleUnderline = Rule(
    id: "short-title-underline", family: .document, severity: .warning,
    summary: "an underline shorter than its title",
    rationale: """
      docutils warns of an underline that is shorter than the title, and with fewer than four characters reads no title \
      at all: the section, and the tier it may stand for, then belongs to the one before. Wide characters count as two.
      """,
    remedy: "Make the underline, and the overline if there is one, as long as the title; `--fix` does it.",
    fix: .safe,
    accepted: [
      .rst("Tier 1\n======\n\nText.\n"),
      .rst("=========\nPlatforms\n=========\n\nText.\n"),
    ],
    flagged: [
      .rst("Platforms\n=========\n\nSupport tiers\n↓--------\n\nText.\n"),
      .rst("Platforms\n=========\n\nTier 1\n------\n\nText.\n\nUnsupported\n↓----------\n\nText.\n"),
    ],
    check: .document(check))

  private static func check(_ context: RuleContext, report: (Finding) -> Void) {
    for fault in context.document.faults {
      guard case .shortTitleUnderline(let title, let underline) = fault.kind else { continue }
      report(.short(fault, title: title, underline: underline))
    }
  }
}

extension Finding {
  fileprivate static func short(_ fault: DocumentFault, title: Int, underline: Int) -> Finding {
    Finding(
      "this underline is \(underline) columns wide and its title \(title)", at: fault.range, notes: fault.notes,
      help: "lengthen it by \(max(title - underline, 1))",
      fix: fault.repair.isEmpty ? nil : Fix(.safe, "lengthen the underline", edits: fault.repair))
  }
}
