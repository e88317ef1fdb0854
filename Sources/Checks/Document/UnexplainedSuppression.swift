import Diagnostics
import Documents

/// A suppression says why, or the next reader cannot tell whether it still holds.
extension Rule {
  static let unexplainedSuppression = Rule(
    id: "unexplained-suppression", family: .document, severity: .warning,
    summary: "a suppression that gives no reason",
    rationale: """
      A comment that silences a rule hides a departure from the policy. Whoever edits the row next must be able to tell \
      whether the departure still holds, and only the reason written there can tell them.
      """,
    remedy: "Write ` -- ` and the reason behind the rule's name. This rule cannot be suppressed.",
    accepted: [
      .rst(
        """
        .. platform-tiers: ignore malformed-link -- the archive is offline

        See the `old list <gopher://lists.example/1>`__.
        """),
      .rst(".. An ordinary comment.\n"),
      .markdown(
        """
        <!-- platform-tiers: ignore malformed-link -- the archive is offline -->

        See the [old list](gopher://lists.example/1).
        """),
    ],
    flagged: [
      .rst(
        """
        ↓.. platform-tiers: ignore malformed-link

        See the `old list <gopher://lists.example/1>`__.
        """),
      .rst(
        """
        .. platform-tiers: ignore malformed-link -- the archive is offline

        See the `old list <gopher://lists.example/1>`__.

        ↓.. platform-tiers: ignore malformed-link --

        See the `new list <gopher://lists.example/2>`__.
        """),
      .markdown(
        """
        ↓<!-- platform-tiers: ignore malformed-link -->

        See the [old list](gopher://lists.example/1).
        """),
    ],
    check: .document(check))

  private static func check(_ context: RuleContext, report: (Finding) -> Void) {
    for suppression in Suppression.all(in: context) where suppression.reason.isEmpty {
      report(.withoutReason(suppression))
    }
  }
}

extension Finding {
  fileprivate static func withoutReason(_ suppression: Suppression) -> Finding {
    let names = suppression.rules.map { $0.text }.joined(separator: ", ")
    return Finding(
      "the suppression of '\(names)' does not say why", at: suppression.range,
      help: "end it with ' -- ' and the reason, for whoever edits this next")
  }
}
