import Checks
import Diagnostics
import Documents
import Policy

/// Lints one document, and that again as fixes change it.
struct DocumentLinter: Sendable {
  var document: Project.Document
  let rules: [Rule]
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
    let stale = staleness(besides: found)
    return stale.isEmpty ? found : (found + stale).sorted(by: Diagnostic.reportOrder)
  }

  /// What generation would change, as far as nothing that was found says so.
  private func staleness(besides found: [Diagnostic]) -> [Diagnostic] {
    guard let tables else { return [] }
    let ids = Set(rules.map { $0.id })
    let content = document.content(locatedBy: tables.registry.policy)
    let generated = DocumentGenerator(tables).generate(content)
    let stale = (generated.stale + generated.refused).filter { ids.contains($0.rule) }
    if stale.isEmpty { return [] }
    let file = SourceFile(path: content.file.path, bytes: generated.bytes)
    let written = LocatedDocument(file, as: content.document.format, policy: tables.registry.policy)
    let causes = StaleCauses(found, content, generated: written)
    return stale.compactMap(causes.remaining)
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
