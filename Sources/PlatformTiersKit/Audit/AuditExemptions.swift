import Diagnostics
import Policy

/// What the configuration of the current folder has an audit leave out: `ignore`, `per-file-ignores` and `exemptions`.
struct AuditExemptions {
  private let configuration: LoadedConfiguration?
  /// What the platforms are called, by the paths of their files.
  private let names: [String: String]

  init(_ loaded: SoundRegistry) {
    configuration = loaded.configuration
    let files = loaded.registry.platforms.compactMap { platform in
      loaded.places[platform.id].map { ($0.file.path, platform.name) }
    }
    names = Dictionary(keepingFirst: files)
  }

  func remaining(of diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard let configuration else { return diagnostics }
    let settings = configuration.configuration
    var ledger = ExemptionLedger()
    return Dictionary(grouping: diagnostics, by: { $0.file }).flatMap { file, found in
      let path = configuration.relative(file)
      let ignored =
        settings.ignore + settings.perFileIgnores.filter { $0.files.value.matches(path) }.flatMap { $0.rules }
      let selectors = Set(ignored.map { $0.value })
      let kept = found.filter { diagnostic in
        !selectors.contains(diagnostic.rule)
          && !(RuleCatalogue.family(of: diagnostic.rule).map(selectors.contains) ?? false)
      }
      return ledger.remaining(of: kept, in: path, rules: [], by: configuration, isAbout: isAbout)
    }
  }

  /// A finding is about the platform in whose file it stands; one in a workflow about those that it names.
  private func isAbout(_ platform: String, _ diagnostic: Diagnostic) -> Bool {
    names[diagnostic.file].map { $0 == platform } ?? diagnostic.message.holds("'\(platform)'")
  }
}
