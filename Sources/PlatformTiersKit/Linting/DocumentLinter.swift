import Checks
import Diagnostics
import Documents
import Policy

/// Lints one document, and that again as fixes change it.
struct DocumentLinter: Sendable {
  var document: Project.Document
  let rules: [any Rule.Type]
  let today: CalendarDate
  /// What its tables and regions are compared with; nil where they are not.
  var tables: RegistryTables?

  /// In report order.
  func lint() -> [Diagnostic] {
    let content = document.content
    let context = RuleContext(
      file: content.file, document: content.document, policy: document.settings.policy, located: content.located,
      today: today, registry: document.settings.registry?.trusted)
    let found = RuleRunner.diagnostics(for: context, rules: rules)
    let stale = staleness()
    if stale.isEmpty { return found }
    let causes = StaleCauses(found, document: content.document, located: content.located)
    return (found + stale.filter { !causes.explain($0) }).sorted(by: Diagnostic.reportOrder)
  }

  private func staleness() -> [Diagnostic] {
    guard let tables else { return [] }
    let ids = Set(rules.map { $0.description.id })
    let generated = DocumentGenerator(tables).generate(document.content(locatedBy: tables.registry.policy))
    return (generated.stale + generated.refused).filter { ids.contains($0.rule) }
  }
}

extension Project.Document {
  /// The document with other bytes.
  func changed(to file: SourceFile) -> Project.Document {
    var changed = self
    changed.content = LocatedDocument(file, as: source.format, policy: settings.policy)
    return changed
  }

  /// The document as a registry's policy has it, which may be another than the one that it is judged by.
  func content(locatedBy policy: Policy) -> LocatedDocument {
    guard settings.policy != policy else { return content }
    let located = PolicyInterpreter.locate(content.document, in: content.file, policy: policy)
    return LocatedDocument(file: content.file, document: content.document, located: located)
  }
}
