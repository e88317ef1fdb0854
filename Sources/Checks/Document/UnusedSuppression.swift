import Diagnostics
import Documents

/// A suppression that silences nothing is a leftover: the fault is gone, or the comment stands in the wrong place.
extension Rule {
  static let unusedSuppression = Rule(
    id: "unused-suppression", family: .document, severity: .warning,
    summary: "a suppression that silences nothing",
    rationale: """
      An exemption that outlives its cause hides the next fault in the same place. It may also never have worked, \
      because it stands elsewhere than before the row or block that it means.
      """,
    remedy: """
      Remove the comment, or the name that is no longer needed. If the fault is still reported, move the comment right \
      before its row or block. A rule that this run did not select is not counted. This rule cannot be suppressed.
      """,
    accepted: [
      .rst(
        """
        .. platform-tiers: ignore malformed-link -- the archive is offline

        See the `old list <gopher://lists.example/1>`__.
        """)
    ],
    flagged: [
      .rst(
        """
        .. platform-tiers: ignore ↓malformed-link -- the archive is offline

        See the `old list <https://lists.example/1>`__.
        """),
      .rst(
        """
        .. platform-tiers: ignore malformed-link, ↓control-character -- the archive is offline

        See the `old list <gopher://lists.example/1>`__.
        """),
      .markdown(
        """
        <!-- platform-tiers: ignore ↓malformed-link -- the archive is offline -->

        See the [old list](https://lists.example/1).
        """),
    ])

  /// What is unused shows when all other rules have run: the runner asks then.
  ///
  /// - Parameter selected: the ids of the rules that ran; others had no chance to fire.
  static func unusedSuppressions(
    _ suppressions: [Suppression], used: Set<UsedSuppression>, selected: Set<String>
  ) -> [Finding] {
    suppressions.indices.flatMap { index in
      suppressions[index].rules.filter { name in
        selected.contains(name.text) && !AllRules.unsuppressible.contains(name.text)
          && !used.contains(UsedSuppression(suppression: index, rule: name.text))
      }
      .map { name in Finding.unused(name.text, in: suppressions[index], at: name.range) }
    }
  }
}

extension Finding {
  fileprivate static func unused(_ rule: String, in suppression: Suppression, at range: SourceRange) -> Finding {
    Finding(
      suppression.scope == nil
        ? "nothing follows for '\(rule)' to be suppressed in"
        : "'\(rule)' reports nothing here, so its suppression can go",
      at: range, help: suppression.rules.count > 1 ? "remove the name from the comment" : "remove the comment")
  }
}
