import Diagnostics
import Documents
package import Policy

/// Compares two revisions of what a project promises.
package struct Reviewer: Sendable {
  package let base: PolicyState
  package let head: PolicyState
  /// The day of the review: where a registry's platforms stand, and which release cycle runs.
  package let today: CalendarDate
  /// Where people agreed to be listed, by their names as `personKey` has them: what the pull request shows of it.
  package var acknowledged: [String: String] = [:]
  /// The rules about changes that apply.
  package var rules: [Rule] = AllRules.family(.review)

  package init(base: PolicyState, head: PolicyState, today: CalendarDate) {
    self.base = base
    self.head = head
    self.today = today
  }

  /// The moves, and what is missing of what they ask, beside what `lint` found in the two states.
  package func review() -> Review {
    let comparison = StateComparison(base: base, head: head)
    let context = context(comparison)
    let policy = head.policy.covering(base.policy)
    let moves =
      context.policyMoves + (base.isEmpty ? comparison.moves : context.changes.flatMap { $0.moves(policy: policy) })
    return Review(
      moves: moves + context.addedSuppressions.map { $0.move }, findings: findings(context, comparison))
  }

  /// What rules about changes look at. Where there was no policy before, nothing moved.
  func context(_ comparison: StateComparison) -> ReviewContext {
    let links = head.documents.map { RowLinks($0.document) }
    let known = KnownLinks(of: base)
    // What is asked of a move, and what a tier promises, is what the policy said before the change.
    let policy = base.policy.covering(head.policy)
    let changes = base.isEmpty ? [] : comparison.changes.filter { $0.isChange }.map { $0.judged(by: policy) }
    return ReviewContext(
      base: base, head: head, today: today,
      changes: changes.map { change in
        let evidence = ChangeEvidence(
          of: change, in: head, policy: policy, rowLinks: links, known: known, acknowledged: acknowledged, today: today)
        return ReviewedChange(change, shown: evidence, policy: policy)
      },
      policyMoves: PolicyComparison(base: base, head: head).moves, policy: policy)
  }

  private func findings(_ context: ReviewContext, _ comparison: StateComparison) -> [ReviewedFinding] {
    let touched = TouchedRows(comparison)
    let asked = ReviewRunner(context: context, rules: rules).findings()
    let lint = LintStandings(base: base, head: head, touched: touched).findings().filter { finding in
      !asked.contains { $0.report.replaces(finding.diagnostic) }
    }
    let own = asked.map { found in
      var diagnostic = found.diagnostic
      if touched.contains(diagnostic) { diagnostic.countsOnTouchedRow() }
      return ReviewedFinding(diagnostic, .asked, subject: found.report.subject)
    }
    return (own + lint).sorted { Diagnostic.reportOrder($0.diagnostic, $1.diagnostic) }
  }
}

extension PlatformChange {
  /// Whether anything about the platform is otherwise than before.
  fileprivate var isChange: Bool { parts.contains { $0.isChange } }
}

extension ListingChange {
  fileprivate var isChange: Bool {
    guard let base, let head else { return true }
    return changesPlace || changesDivision || !lingering.isEmpty || base.name != head.name || base.note != head.note
      || (base.contacts ?? []) != (head.contacts ?? []) || base.platform != head.platform
      || !columnChanges.isEmpty
  }
}
