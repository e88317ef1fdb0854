package import Diagnostics
import Documents
package import Policy

extension RuleExample {
  /// The day on which examples are looked at.
  package static let today = CalendarDate(year: 2026, month: 11, day: 23)

  /// What a rule reports of the example, under the built-in policy where it has none of its own.
  package func findings(of rule: Rule) -> [Diagnostic] { findings(of: rule, in: sources) }

  /// What a rule reports of files in place of the example's, one for each and in the same order.
  package func findings(of rule: Rule, in sources: [SourceFile]) -> [Diagnostic] {
    let found =
      switch rule.family {
      case .review: changeFindings(of: rule, in: sources)
      case .evidence: Self.auditFindings(in: sources).filter { $0.rule == rule.id }
      default: lintFindings(of: rule, in: sources)
      }
    return found.sorted(by: Diagnostic.reportOrder)
  }

  /// All rules run, since what one finds decides on whether another's suppression is used.
  private func lintFindings(of rule: Rule, in sources: [SourceFile]) -> [Diagnostic] {
    guard let today = Self.today else { return [] }
    let id = rule.id
    let yaml = zip(files, sources).filter { $0.0.kind == .yaml }.map { $0.1 }
    let read = yaml.isEmpty ? nil : RegistryReader.read(RegistryFiles(exampleFiles: yaml))
    var found = read?.diagnostics ?? []
    if let read, let registry = read.registry {
      found += PlatformRunner.diagnostics(for: registry, places: read.places, rules: AllRules.linting, today: today)
    }
    for (file, source) in zip(files, sources) {
      guard case .document(let format) = file.kind else { continue }
      let document = DocumentReader.read(source, as: format)
      let policy = read?.registry?.policy ?? .nep57
      let context = RuleContext(
        file: source, document: document, policy: policy,
        located: PolicyInterpreter.locate(document, in: source, policy: policy), today: today,
        registry: read?.registry)
      found += RuleRunner.diagnostics(for: context, rules: AllRules.linting)
    }
    return found.filter { $0.rule == id }
  }
}

extension RegistryFiles {
  /// The files of an example that are a registry's, by their paths.
  package init(exampleFiles files: [SourceFile]) {
    func part(_ path: String) -> Part { files.first { $0.path == path }.map { .file($0) } ?? .absent }
    self.init(
      policy: part("policy.yaml"), people: part("people.yaml"),
      platforms: files.filter { $0.path.hasPrefix("platforms/") })
  }
}
