import Diagnostics
import Documents
import Policy

/// File, label and title of a numbered document have one number.
extension Rule {
  static let wrongLabel = Rule(
    id: "wrong-label", family: .document, severity: .warning,
    summary: "a label or title whose number is not the file's",
    rationale: """
      Other pages refer to a proposal by its label. A document begun as a copy of another keeps that one's label until \
      somebody notices: references to the other then lead here, and Sphinx takes whichever it reads last.
      """,
    remedy: """
      Give label and title the number of the file's name. Where the name has no number, the title's counts.
      """,
    accepted: [
      .rst(
        ".. _NEP57:\n\n==================\nNEP 57 — Platforms\n==================\n\nText.\n",
        fileName: "nep-0057-platforms.rst"),
      .rst(".. _platforms:\n\nNEP 57 — Platforms\n==================\n\nText.\n", fileName: "draft.rst"),
      .rst(".. _NEP09:\n\nNEP 9 — Platforms\n=================\n\nText.\n", fileName: "nep-0009-platforms.rst"),
    ],
    flagged: [
      .rst(
        ".. _↓NEP47:\n\n==================\nNEP 57 — Platforms\n==================\n\nText.\n",
        fileName: "nep-0057-platforms.rst"),
      .rst(".. _↓NEP47:\n\nNEP 57 — Platforms\n==================\n\nText.\n", fileName: "draft.rst"),
      .rst(".. _NEP57:\n\n↓NEP 75 — Platforms\n==================\n\nText.\n", fileName: "nep-0057-platforms.rst"),
      .markdown("# ↓NEP 75 — Platforms\n\nText.\n", fileName: "nep-0057-platforms.md"),
    ],
    check: .document(check))

  private static func check(_ context: RuleContext, report: (Finding) -> Void) {
    guard let numbering = context.policy.document.numbering else { return }
    let title = context.document.title
    let fileNumber = numbering.number(ofFile: context.file.path)
    let titleNumber = title.flatMap { numbering.number(ofTitle: $0.title) }
    if let fileNumber, let titleNumber, let title, titleNumber != fileNumber {
      report(.wrong(numbering.titlePrefix, titleNumber, of: "title", for: fileNumber, by: "file", at: title.titleRange))
    }
    guard let label = context.document.label, let labelNumber = numbering.number(ofLabel: label.name),
      let expected = fileNumber ?? titleNumber, labelNumber != expected
    else { return }
    let source = fileNumber == nil ? "title" : "file"
    report(.wrong(numbering.labelPrefix, labelNumber, of: "label", for: expected, by: source, at: label.range))
  }
}

extension Finding {
  fileprivate static func wrong(
    _ prefix: String, _ number: Int, of part: String, for expected: Int, by source: String, at range: SourceRange
  ) -> Finding {
    Finding(
      "the \(part) says '\(prefix)\(number)' and the \(source) has number \(expected)", at: range,
      help: "write '\(prefix)\(expected)'")
  }
}
