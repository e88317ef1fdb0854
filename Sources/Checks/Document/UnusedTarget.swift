import Diagnostics
import Documents

/// A link's definition that nothing refers to is a leftover of a row that has gone, or a reference that was forgotten.
extension Rule {
  static let unusedTarget = Rule(
    id: "unused-target", family: .document, severity: .info,
    summary: "the definition of a link that nothing in the document refers to",
    rationale: """
      Definitions outlive the notes that used them: a platform moves, its note goes, and the link stays at the foot of \
      the page. It does no harm, but a reader takes it for a reference that a note forgot.
      """,
    remedy: "Remove the definition, or refer to it from the note it belongs to.",
    accepted: [
      .rst(".. _policy:\n\nPolicy\n======\n\nSee gh-1_.\n\n.. _gh-1: https://example.org/1\n"),
      .rst("See `gh-1 <https://example.org/1>`_.\n"),
      .rst("See `the issue`_.\n\n.. _the issue: gh-1_\n.. _gh-1: https://example.org/1\n"),
      .markdown("See [gh-1].\n\n[gh-1]: https://example.org/1\n"),
    ],
    flagged: [
      .rst("See gh-1_.\n\n.. _gh-1: https://example.org/1\n.. _↓gh-2: https://example.org/2\n"),
      .markdown("See [gh-1].\n\n[gh-1]: https://example.org/1\n[↓gh-2]: https://example.org/2\n"),
    ],
    check: .document(check))

  private static func check(_ context: RuleContext, report: (Finding) -> Void) {
    let document = context.document
    var used: Set<String> = []
    for reference in document.references where reference.kind == .hyperlink { used.insert(reference.name) }
    for target in document.targets {
      if case .indirect(let name) = target.kind { used.insert(name) }
    }
    for target in document.targets where isDefinition(target, in: context) && !used.contains(target.name) {
      report(.unused(target))
    }
  }

  /// Whether it only defines a link. `` `name <https://…>`_ `` is a link itself, and a label before a section may be
  /// meant for other pages.
  private static func isDefinition(_ target: LinkTarget, in context: RuleContext) -> Bool {
    switch target.kind {
    case .external, .indirect: break
    case .internal, .anonymous, .footnote, .citation, .substitution, .heading: return false
    }
    guard context.document.format == .restructuredText else { return true }
    // A line may hold many links: only what stands right before the name is looked at.
    let before = context.file.line(target.range.start.line).prefix(max(target.range.start.column - 1, 0))
    var marker: [UInt8] = []
    for byte in before.reversed() where byte != UInt8(ascii: " ") && byte != UInt8(ascii: "`") {
      marker.append(byte)
      if marker.count == 3 { break }
    }
    return marker.elementsEqual("..".utf8) || marker.elementsEqual("_..".utf8)
  }
}

extension Finding {
  fileprivate static func unused(_ target: LinkTarget) -> Finding {
    Finding(
      "nothing in this document refers to '\(target.text)'", at: target.range,
      help: "remove the line, or refer to it where it belongs")
  }
}
