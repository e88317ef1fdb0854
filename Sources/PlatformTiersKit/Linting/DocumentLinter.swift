package import Diagnostics
package import PlatformModel
package import PlatformRules
package import PolicyDocuments

/// Lints documents by one policy and one choice of rules.
package struct DocumentLinter: Sendable {
  package var policy: Policy
  package var rules: [any Rule.Type]
  package var today: CalendarDate

  package init(policy: Policy, rules: [any Rule.Type], today: CalendarDate) {
    self.policy = policy
    self.rules = rules
    self.today = today
  }

  /// What the rules find, in report order.
  package func diagnostics(in file: SourceFile, as format: DocumentFormat) -> [Diagnostic] {
    let document = DocumentReader.read(file, as: format)
    let located = PolicyInterpreter.locate(document, in: file, policy: policy)
    let context = RuleContext(file: file, document: document, policy: policy, located: located, today: today)
    return RuleRunner.diagnostics(for: context, rules: rules)
  }
}
