package import Diagnostics
package import PlatformModel
package import PlatformRules
package import PolicyDocuments

/// Lints documents by one policy and one choice of rules.
package struct DocumentLinter: Sendable {
  package var policy: Policy
  package var rules: [any Rule.Type]
  package var today: CalendarDate
  /// What documents are held against; nil where there is none.
  package var registry: Registry?

  package init(policy: Policy, rules: [any Rule.Type], today: CalendarDate, registry: Registry? = nil) {
    self.policy = policy
    self.rules = rules
    self.today = today
    self.registry = registry
  }

  package func lint(_ file: SourceFile, as format: DocumentFormat) -> LintedDocument {
    let document = DocumentReader.read(file, as: format)
    let located = PolicyInterpreter.locate(document, in: file, policy: policy)
    let context = RuleContext(
      file: file, document: document, policy: policy, located: located, today: today, registry: registry)
    return LintedDocument(located: located, diagnostics: RuleRunner.diagnostics(for: context, rules: rules))
  }
}

/// A document and what the rules find in it.
package struct LintedDocument: Sendable {
  package var located: LocatedPolicy
  /// In report order.
  package var diagnostics: [Diagnostic]
}
