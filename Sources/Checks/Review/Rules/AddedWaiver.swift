import Diagnostics
import Documents
import Policy

/// A change is judged by what held before it; what it leaves out of judgement from now on is somebody's decision.
extension Rule {
  package static let addedWaiver = Rule(
    id: "added-waiver", family: .review, severity: .warning,
    summary: "the change adds a suppression, or an exemption to the configuration",
    rationale: """
      A comment 'platform-tiers: ignore …', an exemption or an ignored rule keeps findings quiet for good. Whoever reviews \
      the change has to see that it brings one, and why. What it adds to the configuration holds from the next change on: \
      the configuration of the base judges this one.
      """,
    remedy: "Look at the reason. Nothing is to be mended where the waiver is meant; this rule cannot be suppressed.",
    accepted: [
      .change(
        from: .markdown(
          """
          ## Tier 3

          <!-- platform-tiers: ignore missing-contact -- its port looks for somebody -->

          | Platform | Notes | Contacts |
          |----------|-------|----------|
          | Haiku    |       |          |
          """),
        to: .markdown(
          """
          ## Tier 3

          Those that are tested:

          <!-- platform-tiers: ignore missing-contact -- its port looks for somebody -->

          | Platform | Notes | Contacts |
          |----------|-------|----------|
          | Haiku    |       |          |
          """))
    ],
    flagged: [
      .change(
        from: .markdown(
          """
          ## Tier 3

          | Platform | Notes | Contacts     |
          |----------|-------|--------------|
          | Haiku    |       | Ada Lovelace |
          """),
        to: .markdown(
          """
          ## Tier 3

          ↓<!-- platform-tiers: ignore missing-contact -- its port looks for somebody -->

          | Platform | Notes | Contacts     |
          |----------|-------|--------------|
          | Haiku    |       | Ada Lovelace |
          """)),
      .change(
        from: .rst(
          """
          Tier 1
          ------

          .. platform-tiers: ignore malformed-link -- the archive is offline

          See the `old list <gopher://lists.example/1>`__.
          """),
        to: .rst(
          """
          Tier 1
          ------

          .. platform-tiers: ignore malformed-link -- the archive is offline

          See the `old list <gopher://lists.example/1>`__.

          ↓.. platform-tiers: ignore malformed-link -- the archive is offline

          See the `new list <gopher://lists.example/2>`__.
          """)),
    ],
    check: .change(check))

  private static func check(_ context: ReviewContext, report: (ReviewReport) -> Void) {
    for waiver in context.addedSuppressions {
      let reason =
        waiver.suppression.reason.isEmpty ? "without a reason" : "with the reason \(waiver.suppression.reason.quoted)"
      var finding = ReviewReport(
        "the change adds a suppression of \(waiver.suppression.rules.map { $0.text }.quotedList), \(reason)",
        at: Location(file: waiver.file, range: waiver.suppression.range),
        help: "let somebody look at it who did not write it; what it silences is not reported any more")
      finding.subject = waiver.subject
      report(finding)
    }
  }
}

/// A suppression that a document of the head has and the base had not.
package struct AddedSuppression: Sendable {
  let file: String
  let suppression: Suppression

  var subject: String { suppression.rules.map { $0.text }.quotedList }

  var move: ReviewedMove {
    var move = ReviewedMove(.waived, subject)
    move.details.changes = [suppression.reason.isEmpty ? "without a reason" : suppression.reason]
    move.head = Location(file: file, range: suppression.range)
    return move
  }
}

extension ReviewContext {
  /// Compared by what they silence and why, wherever they stand.
  var addedSuppressions: [AddedSuppression] {
    var known: [String: Int] = [:]
    for document in base.documents {
      for suppression in document.suppressions { known[suppression.key, default: 0] += 1 }
    }
    return head.documents.flatMap { document in
      document.suppressions.filter { suppression in
        guard let count = known[suppression.key], count > 0 else { return true }
        known[suppression.key] = count - 1
        return false
      }.map { AddedSuppression(file: document.file.path, suppression: $0) }
    }
  }
}

extension LocatedDocument {
  fileprivate var suppressions: [Suppression] { document.comments.compactMap { Suppression($0, in: file) } }
}

extension Suppression {
  fileprivate var key: String { rules.map { $0.text }.sorted().joined(separator: " ") + "\n" + reason }
}
