import Diagnostics
import Documents

/// A suppression that names no rule of ours silences nothing, though its writer thinks it does.
extension Rule {
  static let unknownSuppression = Rule(
    id: "unknown-suppression", family: .document, severity: .warning,
    summary: "a suppression of a rule that does not exist or cannot be suppressed",
    rationale: """
      A misspelt rule name in a suppression silences nothing. Its writer thinks otherwise until the rule fires, and the \
      next reader takes the comment for a decision.
      """,
    remedy: """
      Use an id that `platform-tiers rules` lists. Families cannot be named here: say which rules. The three rules \
      about suppressions cannot be suppressed, and neither can this one.
      """,
    accepted: [
      .rst(
        """
        .. platform-tiers: ignore malformed-link -- the archive is offline

        See the `old list <gopher://lists.example/1>`__.
        """),
      .rst(".. platform-tiers: begin tier-1\n"),
    ],
    flagged: [
      .rst(
        """
        .. platform-tiers: ignore ↓malformed-links -- the archive is offline

        See the `old list <gopher://lists.example/1>`__.
        """),
      .rst(
        """
        .. platform-tiers: ignore malformed-link, ↓document -- the archive is offline

        See the `old list <gopher://lists.example/1>`__.
        """),
      .rst(
        """
        ↓.. platform-tiers: ignore -- the archive is offline

        See the `old list <gopher://lists.example/1>`__.
        """),
      .markdown(
        """
        <!-- platform-tiers: ignore malformed-link ↓unused-suppression -- the archive is offline -->

        See the [old list](gopher://lists.example/1).
        """),
    ],
    check: .document(check))

  private static func check(_ context: RuleContext, report: (Finding) -> Void) {
    for suppression in Suppression.all(in: context) {
      if suppression.rules.isEmpty { report(.withoutRule(suppression)) }
      for name in suppression.rules {
        if AllRules.unsuppressible.contains(name.text) {
          report(.unsuppressible(name))
        } else if AllRules.rule(name.text) == nil {
          report(.unknown(name))
        }
      }
    }
  }
}

extension Finding {
  fileprivate static func withoutRule(_ suppression: Suppression) -> Finding {
    Finding(
      "this suppression names no rule, so it silences nothing", at: suppression.range,
      help: "write 'platform-tiers: ignore RULE -- reason'")
  }

  fileprivate static func unsuppressible(_ name: LocatedText) -> Finding {
    Finding(
      "'\(name.text)' cannot be suppressed: it watches over the suppressions", at: name.range,
      help: "remove the name and mend what the rule reports")
  }

  fileprivate static func unknown(_ name: LocatedText) -> Finding {
    let isFamily = RuleFamily(rawValue: name.text) != nil
    let nearest = NearestName.closest(to: name.text, in: AllRules.ids)
    return Finding(
      isFamily
        ? "'\(name.text)' is a family; a suppression names the rules that it means"
        : "there is no rule '\(name.text)', so this suppression silences nothing",
      at: name.range,
      help: nearest.map { "did you mean '\($0)'?" } ?? "'platform-tiers rules' lists the rules")
  }
}
