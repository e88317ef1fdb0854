import Checks
import Diagnostics
import Documents
import Policy

/// Runs the examples of the rules that generation finds.
enum GenerationExample {
  /// What `generate` says of an example's documents, which a registry stands beside.
  static func findings(of rule: any Rule.Type, in files: [SourceFile]) -> [Diagnostic] {
    guard let registry = RegistryReader.read(RegistryFiles(exampleFiles: files)).registry else { return [] }
    guard let today = RuleExample.today else { return [] }
    let generator = DocumentGenerator(RegistryTables(registry, at: RegistryMoment(today: today)))
    let found = files.flatMap { file -> [Diagnostic] in
      guard let format = DocumentFormat(fileName: file.path) else { return [] }
      let generated = generator.generate(file, as: format)
      return generated.stale + generated.refused
    }
    let id = rule.description.id
    return found.filter { $0.rule == id }
  }
}
