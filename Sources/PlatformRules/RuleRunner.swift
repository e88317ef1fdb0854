package import Diagnostics
import PlatformModel
import PolicyDocuments

/// Runs rules over a document and makes diagnostics of what they find.
package enum RuleRunner {
  /// What the rules find, without what the document's comments suppress, in report order.
  package static func diagnostics(for context: RuleContext, rules: [any Rule.Type]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for rule in rules {
      rule.check(context) { found.append(diagnostic($0, of: rule, in: context)) }
    }
    let suppressions = Suppression.all(in: context)
    guard !suppressions.isEmpty else { return found.sorted(by: Diagnostic.reportOrder) }

    found.sort(by: Diagnostic.reportOrder)
    var sieve = SuppressionSieve(suppressions)
    var kept = found.filter { !sieve.suppresses($0) }
    if rules.contains(where: { $0 == UnusedSuppression.self }) {
      let selected = Set(rules.map { $0.description.id })
      kept += UnusedSuppression.findings(suppressions, used: sieve.used, selected: selected)
        .map { diagnostic($0, of: UnusedSuppression.self, in: context) }
      kept.sort(by: Diagnostic.reportOrder)
    }
    return kept
  }

  private static func diagnostic(
    _ finding: Finding, of rule: any Rule.Type, in context: RuleContext
  ) -> Diagnostic {
    let description = rule.description
    return Diagnostic(
      rule: description.id, severity: finding.severity ?? description.severity, message: finding.message,
      file: context.file.path, range: finding.range, notes: finding.notes, help: finding.help, fix: finding.fix,
      url: context.policy.url)
  }
}

/// Which of the rules that a suppression names has silenced something.
package struct UsedSuppression: Hashable, Sendable {
  package var suppression: Int
  package var rule: String
}

/// Decides on diagnostics, given in the order of their places, which of them a comment suppresses.
///
/// One pass over both: a suppression is held only while the diagnostics stand inside its scope.
private struct SuppressionSieve {
  private let suppressions: [Suppression]
  /// Indices in `suppressions` of those with a scope, by its start.
  private let order: [Int]
  private var next = 0
  private var open: [Int] = []
  private(set) var used: Set<UsedSuppression> = []

  init(_ suppressions: [Suppression]) {
    self.suppressions = suppressions
    order = suppressions.indices.compactMap { index in suppressions[index].scope.map { (index, $0.start) } }
      .sorted { $0.1 < $1.1 }.map(\.0)
  }

  mutating func suppresses(_ diagnostic: Diagnostic) -> Bool {
    let place = diagnostic.range.start
    while next < order.count, let scope = suppressions[order[next]].scope, scope.start <= place {
      open.append(order[next])
      next += 1
    }
    open.removeAll { suppressions[$0].scope.map { $0.end <= place } ?? true }
    guard !AllRules.unsuppressible.contains(diagnostic.rule) else { return false }
    var isSuppressed = false
    for index in open where suppressions[index].rules.contains(where: { $0.text == diagnostic.rule }) {
      used.insert(UsedSuppression(suppression: index, rule: diagnostic.rule))
      isSuppressed = true
    }
    return isSuppressed
  }
}
