package import Diagnostics
import Documents
package import Policy

/// Runs rules over a document and makes diagnostics of what they find.
package enum RuleRunner {
  /// What the rules find, without what the document's comments suppress, in report order.
  package static func diagnostics(for context: RuleContext, rules: [Rule]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for rule in rules {
      let report: (Finding) -> Void = { found.append(diagnostic($0, of: rule, in: context)) }
      switch rule.check {
      case .document(let check): check(context, report)
      case .agreement(let check): if let agreement = context.agreement { check(agreement, report) }
      case .platform, .wheels, .change, .elsewhere: break
      }
    }
    let suppressions = Suppression.all(in: context)
    guard !suppressions.isEmpty else { return found.sorted(by: Diagnostic.reportOrder) }

    found.sort(by: Diagnostic.reportOrder)
    var sieve = SuppressionSieve(suppressions)
    var kept = found.filter { !sieve.suppresses($0) }
    if rules.contains(where: { $0.id == Rule.unusedSuppression.id }) {
      let selected = Set(rules.map { $0.id })
      kept += Rule.unusedSuppressions(suppressions, used: sieve.used, selected: selected)
        .map { diagnostic($0, of: .unusedSuppression, in: context) }
      kept.sort(by: Diagnostic.reportOrder)
    }
    return kept
  }

  private static func diagnostic(
    _ finding: Finding, of rule: Rule, in context: RuleContext
  ) -> Diagnostic {
    finding.diagnostic(of: rule, in: context.file, policy: context.policy)
  }
}

extension Finding {
  /// The diagnostic that it is in a file.
  package func diagnostic(of rule: Rule, in file: SourceFile, policy: Policy) -> Diagnostic {
    return Diagnostic(
      rule: rule.id, severity: severity ?? rule.severity, message: message, file: file.path,
      range: range, notes: notes, help: help, fix: fix, url: policy.url)
  }
}

/// Which of the rules that a suppression names has silenced something.
package struct UsedSuppression: Hashable, Sendable {
  package var suppression: Int
  package var rule: String
}

/// Decides on diagnostics, given in the order of their places, which of them a comment suppresses.
///
/// One pass over both. Scopes nest, so for every rule those around the current place are a stack; the innermost counts.
private struct SuppressionSieve {
  private let suppressions: [Suppression]
  /// Indices in `suppressions` of those with a scope, by its start.
  private let order: [Int]
  private var next = 0
  private var open: [String: [Int]] = [:]
  private(set) var used: Set<UsedSuppression> = []

  init(_ suppressions: [Suppression]) {
    self.suppressions = suppressions
    order = suppressions.indices.compactMap { index in suppressions[index].scope.map { (index, $0.start) } }
      .sorted { $0.1 < $1.1 }.map { $0.0 }
  }

  mutating func suppresses(_ diagnostic: Diagnostic) -> Bool {
    let place = diagnostic.range.start
    while next < order.count, let scope = suppressions[order[next]].scope, scope.start <= place {
      for rule in suppressions[order[next]].rules { open[rule.text, default: []].append(order[next]) }
      next += 1
    }
    guard !AllRules.unsuppressible.contains(diagnostic.rule) else { return false }
    while let innermost = open[diagnostic.rule]?.last {
      if let scope = suppressions[innermost].scope, place < scope.end {
        used.insert(UsedSuppression(suppression: innermost, rule: diagnostic.rule))
        return true
      }
      open[diagnostic.rule]?.removeLast()
    }
    return false
  }
}
