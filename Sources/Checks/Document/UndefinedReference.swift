import Diagnostics
import Documents

/// A reference by name needs its target in the same document.
extension Rule {
  static let undefinedReference = Rule(
    id: "undefined-reference", family: .document, severity: .error,
    summary: "a reference to a target, footnote or substitution that the document does not define",
    rationale: """
      The notes of a tier's table send the reader to an issue or a discussion by name. Without the target the page \
      shows an error mark or bare brackets, and the reason for a platform's place cannot be looked up.
      """,
    remedy: """
      Add the target: `.. _gh-30416: https://…` in reStructuredText, `[gh-30416]: https://…` in Markdown; or write the \
      name as one that is defined.
      """,
    accepted: [
      .rst("Was Tier 2, see gh-1_ and [1]_.\n\n.. _gh-1: https://example.org/1\n.. [1] A footnote.\n"),
      .rst(
        "Tier 1\n======\n\nAs `tier 1`_ says, and `here`__, and `there <https://example.org>`__.\n\n__ https://example.org\n"
      ),
      .rst("Built |when|.\n\n.. |when| replace:: nightly\n"),
      .markdown("Was Tier 2, see [the issue][gh-1].\n\n[gh-1]: https://example.org/1\n"),
    ],
    flagged: [
      .rst("Was Tier 2, see ↓gh-1_.\n"),
      .rst("See gh-1_ and ↓gh-11_.\n\n.. _gh-1: https://example.org/1\n"),
      .rst("A footnote [1]_ and another ↓[2]_.\n\n.. [1] The first.\n"),
      .rst("Built ↓|when|.\n"),
      .rst("See gh-1_.\n\n.. _gh-1: ↓`the issue`_\n"),
      .markdown("See [one][gh-1] and ↓[two][gh-11].\n\n[gh-1]: https://example.org/1\n"),
    ],
    check: .document(check))

  private static func check(_ context: RuleContext, report: (Finding) -> Void) {
    var names = DefinedNames(context.document)
    var undefined = context.document.references.filter { !names.define($0) }
    guard !undefined.isEmpty else { return }
    names.add(context.document.sections)
    undefined.removeAll(where: names.define)
    for (index, reference) in undefined.enumerated() {
      // A suggestion looks at every name there is.
      let nearest = index < suggestionLimit ? names.nearest(to: reference) : nil
      report(.undefined(reference, format: context.document.format, nearest: nearest))
    }
  }

  private static let suggestionLimit = 100
}

/// What references in a document can point to.
private struct DefinedNames {
  /// Targets, headings, footnotes and citations share one space of names in docutils.
  var anchors: Set<String> = []
  /// Sphinx defines these itself.
  var substitutions: Set<String> = ["release", "version", "today", "translation progress"]
  private var footnoteCount = 0

  init(_ document: PolicyDocument) {
    for target in document.targets {
      switch target.kind {
      case .anonymous: continue
      case .substitution: substitutions.insert(target.name)
      case .footnote:
        footnoteCount += 1
        anchors.insert(target.name)
      case .external, .internal, .indirect, .citation, .heading: anchors.insert(target.name)
      }
    }
  }

  /// Titles are names too, and few references need them.
  mutating func add(_ sections: [Section]) {
    for section in sections { anchors.insert(section.title.folded) }
  }

  func define(_ reference: Reference) -> Bool {
    switch reference.kind {
    case .anonymous: true
    case .substitution: substitutions.contains(reference.name)
    case .hyperlink, .citation: anchors.contains(reference.name)
    // Footnotes without a label of their own are numbered from 1, in their order.
    case .footnote:
      anchors.contains(reference.name)
        || footnoteCount > 0 && (Int(reference.name).map { $0 <= footnoteCount } ?? isUnlabelled(reference.name))
    }
  }

  func nearest(to reference: Reference) -> String? {
    let names = reference.kind == .substitution ? substitutions : anchors
    return NearestName.closest(to: reference.name, in: names.sorted())
  }

  private func isUnlabelled(_ name: String) -> Bool { name.isEmpty || name == "#" || name == "*" }
}

extension Finding {
  fileprivate static func undefined(
    _ reference: Reference, format: DocumentFormat, nearest: String?
  ) -> Finding {
    let message =
      switch reference.kind {
      case .footnote: "there is no footnote '\(reference.text)'"
      case .citation: "there is no citation '\(reference.text)'"
      case .substitution: "there is no substitution '\(reference.text)'"
      case .hyperlink, .anonymous: "there is no target '\(reference.text)' in this document"
      }
    return Finding(message, at: reference.range, help: help(reference, format: format, nearest: nearest))
  }

  private static func help(_ reference: Reference, format: DocumentFormat, nearest: String?) -> String {
    if let nearest { return "did you mean '\(nearest)'?" }
    let name = reference.text
    return switch (format, reference.kind) {
    case (.markdown, _): "add a line '[\(name)]: https://…'"
    case (_, .footnote), (_, .citation): "add a line '.. [\(name)] …'"
    case (_, .substitution): "add a line '.. |\(name)| replace:: …'"
    case (_, .hyperlink), (_, .anonymous): "add a line '.. _\(name): https://…'"
    }
  }
}
