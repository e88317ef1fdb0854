import Diagnostics
import Documents

/// What the readers cannot follow is said, never passed over in silence.
extension Rule {
  static let unreadableText = Rule(
    id: "unreadable-text", family: .document, severity: .error,
    summary: "bytes that are not UTF-8, markup that never ends, or blocks nested too deep to be read",
    rationale: """
      Documents are UTF-8; NEP 0 asks for it. Bytes that are none are shown as replacement characters, and markup that \
      is never closed swallows what follows it, so that the checks of everything below would pass for nothing.
      """,
    remedy: "Save the file as UTF-8, remove NUL bytes, close what is open, or nest less deeply.",
    accepted: [
      .rst("Tier 1 — Zoë's platforms\n========================\n"),
      .markdown("# Tier 1\n\n<!-- a closed comment -->\n\nText.\n"),
    ],
    flagged: [
      .rst("Tier 1\n======\n\nA NUL: ↓\u{0}.\n"),
      .markdown("# Tier 1\n\nA NUL: ↓\u{0}.\n"),
      .markdown("# Tier 1\n\nText.\n\n↓<!-- an open comment\n\n## Tier 2\n"),
    ],
    check: .document(check))

  private static func check(_ context: RuleContext, report: (Finding) -> Void) {
    for fault in context.document.faults {
      switch fault.kind {
      case .invalidText: report(.invalidText(fault, in: context.file))
      case .nestedTooDeep(let limit): report(.nestedTooDeep(fault, limit: limit))
      case .unsettledTables(let limit): report(.unsettledTables(fault, limit: limit))
      case .unterminated(let construct): report(.unterminated(fault, construct: construct))
      default: continue
      }
    }
  }
}

extension Finding {
  fileprivate static func invalidText(_ fault: DocumentFault, in file: SourceFile) -> Finding {
    let isNull = file.bytes[file.offsets(of: fault.range)].contains(0)
    return Finding(
      isNull ? "a NUL byte stands here, which no text has" : "these bytes are not UTF-8", at: fault.range,
      notes: fault.notes, help: isNull ? "remove it" : "save the file as UTF-8")
  }

  fileprivate static func nestedTooDeep(_ fault: DocumentFault, limit: Int) -> Finding {
    Finding(
      "blocks are nested more than \(limit) deep here; what is inside was not checked", at: fault.range,
      notes: fault.notes, help: "nest less deeply")
  }

  fileprivate static func unsettledTables(_ fault: DocumentFault, limit: Int) -> Finding {
    Finding(
      "more than \(limit) tables of one list or quote end at a line that is no row; what stands below was not checked",
      at: fault.range, notes: fault.notes, help: "put a blank line below every table")
  }

  fileprivate static func unterminated(_ fault: DocumentFault, construct: String) -> Finding {
    Finding(
      "this \(construct) is never closed, so it runs to the end of the file", at: fault.range, notes: fault.notes,
      help: "close it where it was meant to end")
  }
}
