import Checks
import Diagnostics
import Policy

/// Lints a registry by one choice of rules, which may leave some out in some files.
struct RegistryLinter {
  let loaded: LoadedRegistry
  /// The configuration that names it, or that applies where it is named by the command line.
  let configuration: LoadedConfiguration?
  let rules: [Rule]
  let today: CalendarDate
  /// What the platforms are called, by the paths of their files.
  private let names: [String: String]

  init(_ loaded: LoadedRegistry, configuration: LoadedConfiguration?, rules: [Rule], today: CalendarDate) {
    self.loaded = loaded
    self.configuration = configuration
    self.rules = rules
    self.today = today
    let files = (loaded.registry?.platforms ?? []).compactMap { platform in
      loaded.places[platform.id].map { ($0.file.path, platform.name) }
    }
    names = Dictionary(files) { first, _ in first }
  }

  /// The registry, where documents can be held against it: what is at fault may lack what the file means to say.
  var trusted: Registry? {
    loaded.diagnostics.contains { $0.severity == .error } ? nil : loaded.registry
  }

  /// The faults of its files, and what the rules find in those without.
  func diagnostics() -> [Diagnostic] {
    let ids = Set(rules.map(\.id))
    let faults = loaded.diagnostics.filter { ids.contains($0.rule) }
    guard let registry = loaded.registry else { return loaded.diagnostics }
    let faulty = Set(loaded.diagnostics.map(\.file))
    let sound = loaded.places.filter { !faulty.contains($0.value.file.path) }
    return faults + PlatformRunner.diagnostics(for: registry, places: sound, rules: rules, today: today)
  }

  /// The path of a file as the configuration's patterns see it.
  func path(of file: String) -> String {
    guard let configuration else { return file }
    return configuration.files.real(file).flatMap { FilePaths.relative($0, to: configuration.folder) } ?? file
  }

  func isIgnored(_ diagnostic: Diagnostic, in path: String) -> Bool {
    let ignores = configuration?.configuration.perFileIgnores.filter { $0.files.value.matches(path) } ?? []
    let family = RuleCatalogue.family(of: diagnostic.rule)
    return ignores.flatMap(\.rules).contains { $0.value == diagnostic.rule || $0.value == family }
  }

  /// Whether the file that a finding is in is the platform's, by its name.
  func isAbout(_ platform: String, _ diagnostic: Diagnostic) -> Bool { names[diagnostic.file] == platform }
}
