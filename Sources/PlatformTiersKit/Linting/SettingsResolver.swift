import Checks
import Diagnostics
import Policy

/// Decides for each document by which policy and rules it is linted. Every configuration and policy file is read once.
struct SettingsResolver {
  private let request: LintRequest
  private var finder: ConfigurationFinder
  /// By path; nil for a broken one.
  private var configurations: [String: LoadedConfiguration?] = [:]
  private var policies: [String: Policy?] = [:]
  /// By absolute folder; nil for one that cannot be read or has no readable policy.
  private var registries: [String: RegistryLinter?] = [:]
  /// The absolute folder of documents by the folder as it was given.
  private var folders: [String: String] = [:]

  /// The configuration and policy files that nothing can be linted by.
  private(set) var failures: [RunFailure] = []
  /// What is wrong with them.
  private(set) var diagnostics: [Diagnostic] = []
  /// Those of them that have faults.
  private(set) var files: [SourceFile] = []

  /// The registries that something was linted by, in the order of their folders.
  var usedRegistries: [RegistryLinter] { registries.sorted { $0.key < $1.key }.compactMap(\.value) }

  init(_ request: LintRequest) {
    self.request = request
    finder = ConfigurationFinder(in: request.files)
  }

  func checkRuleNames() throws(RunFailure) {
    guard !request.select.isEmpty || !request.ignore.isEmpty else { return }
    let selection = RuleSelection(select: request.select, ignore: request.ignore, from: RuleCatalogue.rules)
    if let unknown = selection.unknown.first { throw .wrongUsage(unknown.description) }
  }

  /// The documents that the configuration of the current folder lists, and what keeps others from being linted.
  ///
  /// A registry alone is enough: then it is linted.
  mutating func configuredDocuments() throws(RunFailure) -> DocumentDiscovery {
    guard let path = configurationPath(nearestTo: FilePaths.real(".") ?? "/") else {
      if request.registry != nil {
        _ = registry(in: nil)
        return DocumentDiscovery([])
      }
      throw .wrongUsage(
        "nothing to lint: give 'platform-tiers lint' a file, a folder or '-', or list documents in a "
          + "'\(Configuration.fileName)'")
    }
    guard let configuration = configuration(at: path) else { return DocumentDiscovery([]) }
    guard !configuration.configuration.documents.isEmpty else {
      if case .some = registry(in: configuration) { return DocumentDiscovery([]) }
      if request.mayLackFiles { return DocumentDiscovery([]) }
      throw .wrongUsage("'\(configuration.file.path)' lists no documents: give a file, a folder or '-'")
    }
    let (paths, failures) = configuration.documents()
    return DocumentDiscovery(configured: (paths, request.mayLackFiles ? [] : failures))
  }

  /// Reads the registry that applies to the current folder, to be linted without a document.
  mutating func useRegistryOfCurrentFolder() {
    let path = configurationPath(nearestTo: FilePaths.real(".") ?? "/")
    _ = registry(in: path.flatMap { configuration(at: $0) })
  }

  /// - Returns: nil when its configuration or policy is broken, which is in `failures` then.
  mutating func linter(for document: DocumentSource) -> ConfiguredLinter? {
    let folder = folder(of: document)
    let path = FilePaths.join(folder, FilePaths.name(of: document.path))
    guard let configurationPath = configurationPath(nearestTo: folder) else {
      return linter(in: nil, path: path)
    }
    return configuration(at: configurationPath).flatMap { linter(in: $0, path: path) }
  }

  private mutating func linter(in configuration: LoadedConfiguration?, path: String) -> ConfiguredLinter? {
    let registry = registry(in: configuration)
    guard let policy = policy(in: configuration, registry: registry) else { return nil }
    let relative = configuration.flatMap { FilePaths.relative(path, to: $0.folder) } ?? path
    let rules = rules(for: relative, in: configuration?.configuration)
    var linter = DocumentLinter(
      policy: policy, rules: rules, today: request.today, registry: registry?.flatMap(\.trusted))
    linter.checksGeneration = request.checksGeneration
    return ConfiguredLinter(linter: linter, configuration: configuration, path: relative)
  }

  /// - Parameter path: the file's, for what is ignored in some files only; nil: in all of them.
  private func rules(for path: String?, in settings: Configuration?) -> [Rule] {
    let select = request.select.isEmpty ? settings?.select?.map(\.value) ?? [] : request.select
    let perFile = settings?.perFileIgnores.filter { path.map($0.files.value.matches) ?? false }.flatMap(\.rules) ?? []
    // What the command line asks for by name is run, whatever a file says.
    let ignore = ((settings?.ignore ?? []) + perFile).map(\.value).filter { !request.select.contains($0) }
    // Choosing among all rules for each document would cost more than many a rule.
    if select.isEmpty, ignore.isEmpty, request.ignore.isEmpty { return RuleCatalogue.linting }
    return RuleSelection(select: select, ignore: ignore + request.ignore, from: RuleCatalogue.linting).rules
  }
}

// MARK: - Files

extension SettingsResolver {
  private mutating func configurationPath(nearestTo folder: String) -> String? {
    switch request.configuration {
    case .nearest: finder.nearest(to: folder)
    case .file(let path): path
    case .none: nil
    }
  }

  /// The absolute folder of a document; for standard input the folder that its name would be in.
  private mutating func folder(of document: DocumentSource) -> String {
    let given = FilePaths.folder(of: document.path)
    if let known = folders[given] { return known }
    let current = FilePaths.real(".") ?? "/"
    let folder = request.files.real(given) ?? (given.hasPrefix("/") ? given : FilePaths.join(current, given))
    folders[given] = folder
    return folder
  }

  private mutating func configuration(at path: String) -> LoadedConfiguration? {
    if let known = configurations[path] { return known }
    let loaded = loadConfiguration(at: path)
    configurations[path] = .some(loaded)
    return loaded
  }

  private mutating func loadConfiguration(at path: String) -> LoadedConfiguration? {
    guard let file = read(path) else { return nil }
    let (configuration, faults) = ConfigurationFile.read(file, selectors: RuleCatalogue.selectors)
    guard accept(faults, in: file) else { return nil }
    let folder = FilePaths.folder(of: path)
    return LoadedConfiguration(
      file: file, files: request.files, folder: request.files.real(folder) ?? folder, configuration: configuration)
  }

  /// The policy of the command line, else of the configuration, else of the registry, else the built-in one.
  private mutating func policy(in configuration: LoadedConfiguration?, registry: RegistryLinter??) -> Policy? {
    if let name = request.policy { return policy(named: name, in: ".") }
    if let configuration, let name = configuration.configuration.policy?.value {
      return policy(named: name, in: configuration.folder)
    }
    guard let registry else { return .nep57 }
    return registry?.loaded.registry?.policy ?? (request.mayLackFiles ? .nep57 : nil)
  }

  /// The registry of the command line, else of the configuration.
  ///
  /// - Returns: nil where none is asked for; nil within where it is broken, which is in `failures` then.
  private mutating func registry(in configuration: LoadedConfiguration?) -> RegistryLinter?? {
    guard let path = registryPath(in: configuration) else { return nil }
    if request.mayLackFiles, !request.files.isFolder(path) { return nil }
    let key = request.files.real(path) ?? path
    if let known = registries[key] { return known }
    let registry = loadRegistry(at: path, configuration: configuration)
    registries[key] = .some(registry)
    return .some(registry)
  }

  private func registryPath(in configuration: LoadedConfiguration?) -> String? {
    if let path = request.registry { return path }
    guard let configuration, let name = configuration.configuration.registry?.value else { return nil }
    return name.hasPrefix("/") ? name : FilePaths.shown(FilePaths.join(configuration.folder, name))
  }

  private mutating func loadRegistry(at path: String, configuration: LoadedConfiguration?) -> RegistryLinter? {
    do throws(RunFailure) {
      let loaded = try RegistryFolder.read(path, in: request.files)
      if loaded.registry == nil, !request.mayLackFiles {
        failures.append(.cannotRun("the policy of '\(path)' has faults, and nothing was linted by it"))
      }
      return RegistryLinter(
        loaded, configuration: configuration, rules: rules(for: nil, in: configuration?.configuration),
        today: request.today)
    } catch {
      failures.append(error)
      return nil
    }
  }

  private mutating func policy(named name: String, in folder: String) -> Policy? {
    if name == Policy.nep57.id { return .nep57 }
    let path = name.hasPrefix("/") ? name : FilePaths.join(folder, name)
    if let known = policies[path] { return known }
    let loaded = loadPolicy(at: path)
    policies[path] = .some(loaded)
    return loaded
  }

  private mutating func loadPolicy(at path: String) -> Policy? {
    guard let file = read(path) else { return nil }
    let (policy, faults) = PolicyFile.read(file)
    return accept(faults, in: file) ? policy : nil
  }

  private mutating func read(_ path: String) -> SourceFile? {
    do throws(RunFailure) {
      return SourceFile(path: FilePaths.shown(path), bytes: try request.files.read(path))
    } catch {
      failures.append(error)
      return nil
    }
  }

  /// Takes the faults of a file into the report. A file with a fault at error is not worked by: half a configuration
  /// would give findings that nobody asked for.
  private mutating func accept(_ faults: [Diagnostic], in file: SourceFile) -> Bool {
    guard !faults.isEmpty else { return true }
    diagnostics += faults
    files.append(file)
    guard faults.contains(where: { $0.severity == .error }) else { return true }
    failures.append(.cannotRun("'\(file.path)' has faults, and nothing was linted by it"))
    return false
  }
}
