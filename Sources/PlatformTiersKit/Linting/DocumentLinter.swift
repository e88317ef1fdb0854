package import Checks
package import Diagnostics
package import Documents
package import Policy

/// Lints documents by one policy and one choice of rules.
package struct DocumentLinter: Sendable {
  package var policy: Policy
  package var rules: [Rule]
  package var today: CalendarDate
  /// What documents are held against; nil where there is none.
  package var registry: Registry?
  /// Whether the document's tables and regions are compared with those that the registry gives.
  package var checksGeneration = false

  package init(policy: Policy, rules: [Rule], today: CalendarDate, registry: Registry? = nil) {
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
    var found = RuleRunner.diagnostics(for: context, rules: rules)
    let stale = staleness(of: file, as: format)
    if !stale.isEmpty {
      let causes = StaleCauses(found, document: document, located: located)
      found = (found + stale.filter { !causes.explain($0) }).sorted(by: Diagnostic.reportOrder)
    }
    return LintedDocument(located: located, diagnostics: found)
  }

  private func staleness(of file: SourceFile, as format: DocumentFormat) -> [Diagnostic] {
    guard checksGeneration, let registry else { return [] }
    let ids = Set(rules.map(\.id))
    let tables = RegistryTables(registry, at: RegistryMoment(date: today))
    let generated = DocumentGenerator(tables).generate(file, as: format)
    return (generated.stale + generated.refused).filter { ids.contains($0.rule) }
  }
}

/// A document and what the rules find in it.
package struct LintedDocument: Sendable {
  package var located: LocatedPolicy
  /// In report order.
  package var diagnostics: [Diagnostic]
}
