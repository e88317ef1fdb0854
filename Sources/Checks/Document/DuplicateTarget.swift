import Diagnostics
import Documents

/// A name that points to two places points to neither.
extension Rule {
  static let duplicateTarget = Rule(
    id: "duplicate-target", family: .document, severity: .error,
    summary: "a name that is given to two different targets",
    rationale: """
      docutils withdraws a name that two targets claim, and every reference to it becomes an error; Markdown takes the \
      first and drops the second in silence. Either way a note links to something that its writer did not mean. The \
      same name with the same URL twice is harmless.
      """,
    remedy: """
      Rename or remove one of them. If the name stems from two links `` `text <URL>`_ `` with the same text, end them \
      with two underscores, which gives them no name.
      """,
    accepted: [
      .rst("See gh-1_.\n\n.. _gh-1: https://example.org/1\n.. _gh-1: https://example.org/1\n"),
      .rst("`here <https://example.org/1>`__ and `here <https://example.org/2>`__\n"),
      .rst("Notes\n=====\n\nText.\n\nNotes\n=====\n\nText.\n"),
      .markdown("See [gh-1].\n\n[gh-1]: https://example.org/1\n[gh-1]: https://example.org/1\n"),
    ],
    flagged: [
      .rst("See gh-1_.\n\n.. _gh-1: https://example.org/1\n.. _↓gh-1: https://example.org/2\n"),
      .rst(
        "See gh-1_ and gh-2_.\n\n.. _gh-1: https://example.org/1\n.. _gh-2: https://example.org/2\n"
          + ".. _↓GH-2: https://example.org/3\n"),
      .rst("One [1]_.\n\n.. [1] The first.\n.. [↓1] The second.\n"),
      .markdown("See [gh-1].\n\n[gh-1]: https://example.org/1\n[↓gh-1]: https://example.org/2\n"),
    ],
    check: .document(check))

  private static func check(_ context: RuleContext, report: (Finding) -> Void) {
    var first: [Name: LinkTarget] = [:]
    for target in context.document.targets {
      guard let name = Name(target) else { continue }
      guard let earlier = first[name] else {
        first[name] = target
        continue
      }
      if target.uri == nil || target.uri != earlier.uri { report(.duplicate(target, of: earlier)) }
    }
  }

  /// A name in the space of names that it must be alone in.
  private struct Name: Hashable {
    var text: String
    var isSubstitution: Bool

    /// Nil for targets whose name may be shared: headings, and those without one.
    init?(_ target: LinkTarget) {
      switch target.kind {
      case .heading, .anonymous: return nil
      case .footnote where target.name.isEmpty || target.name == "#" || target.name == "*": return nil
      case .footnote, .citation, .external, .internal, .indirect: isSubstitution = false
      case .substitution: isSubstitution = true
      }
      text = target.name
    }
  }
}

extension Finding {
  fileprivate static func duplicate(_ target: LinkTarget, of earlier: LinkTarget) -> Finding {
    Finding(
      "the name '\(target.text)' is already taken by another target", at: target.range,
      notes: [Diagnostic.Note("first used here\(earlier.uri.map { " for '\($0)'" } ?? "")", at: earlier.range)],
      help: "rename or remove one of the two")
  }
}
