import Diagnostics
package import PlatformModel
package import PlatformRules
import PolicyDocuments

extension PolicyState {
  /// The state with what rules report of its documents and its registry, added to the registry's own faults.
  package func linted(by rules: [any Rule.Type], today: CalendarDate) -> PolicyState {
    var state = self
    let ids = Set(rules.map { $0.description.id })
    // What is at fault may lack what its file means to say, and nothing is held against it.
    let isSound = registry.map { !$0.faults.contains { $0.severity == .error } } ?? false
    for document in documents {
      let context = RuleContext(
        file: document.file, document: document.document, policy: policy, located: document.located, today: today,
        registry: isSound ? registry?.registry : nil)
      state.lint += RuleRunner.diagnostics(for: context, rules: rules)
    }
    if let registry {
      let faulty = Set(registry.faults.map(\.file))
      let sound = registry.places.filter { !faulty.contains($0.value.file.path) }
      state.lint += registry.faults.filter { ids.contains($0.rule) }
      state.lint += PlatformRunner.diagnostics(for: registry.registry, places: sound, rules: rules, today: today)
    }
    state.lint.sort(by: Diagnostic.reportOrder)
    return state
  }
}
