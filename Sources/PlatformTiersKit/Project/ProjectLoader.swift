import Checks
import Diagnostics
import Documents
import Policy

/// Reads a project. Each configuration, policy, registry and document is read once, whoever names it.
package struct ProjectLoader {
  private let request: ProjectRequest
  private var project = Project()
  /// By absolute folder; folders that have none are known too.
  private var configurationPaths: [String: String?] = [:]
  /// By path; nil for a broken one.
  private var configurations: [String: LoadedConfiguration?] = [:]
  private var policies: [String: LoadedPolicy?] = [:]
  /// By absolute folder; nil for one that cannot be read.
  private var registries: [String: LoadedRegistry?] = [:]
  /// By the configuration's path, empty for none; nil where one of its files is broken.
  private var settings: [String: ProjectSettings?] = [:]
  /// The absolute folder of documents by the folder as it was given.
  private var folders: [String: String] = [:]

  private typealias LoadedPolicy = (policy: Policy, file: SourceFile?)

  package init(_ request: ProjectRequest) {
    self.request = request
    if FilePaths.knownCurrent == nil { project.brokenSettings.append(.cannotRun("cannot tell the current folder")) }
  }

  package static func load(_ request: ProjectRequest) -> Project { ProjectLoader(request).loaded() }

  /// The one document that is named, which need not list anything.
  ///
  /// - Throws: when it cannot be read, or its policy is at fault.
  static func document(_ request: ProjectRequest) throws(RunFailure) -> Project.Document {
    var request = request
    request.policyOfUnfinished = .nep57
    guard case .named(let arguments) = request.documents, let argument = arguments.first else {
      throw .wrongUsage("name a document")
    }
    if argument != "-", request.files.isFolder(argument) {
      throw .cannotRun("'\(argument)' is a folder; name a document")
    }
    let project = load(request)
    try project.refuseBrokenSettings()
    guard let document = project.documents.first else {
      throw project.failures.first ?? .cannotRun("cannot read '\(argument)'")
    }
    return document
  }

  /// The whole project; whatever of it cannot be read is said in it.
  package consuming func loaded() -> Project {
    let discovery = documents()
    var pending: [PendingDocument] = []
    pending.reserveCapacity(discovery.documents.count)
    for source in discovery.documents {
      let folder = folder(of: source)
      guard let settings = settings(in: folder) else { continue }
      pending.append(
        PendingDocument(
          source: source, folder: folder, settings: settings, files: request.files, limit: request.documentLimit))
    }
    project.failures = discovery.failures
    for read in pending.mappedInParallel({ $0.read() }) {
      switch read {
      case .success(let document): project.documents.append(document)
      case .failure(let failure): project.failures.append(failure)
      }
    }
    project.failures += NothingRead.failures(in: project, request)
    project.registries = registries.sorted { $0.key < $1.key }.compactMap { $0.value }
    return project
  }

  /// The configuration that applies to the current folder; nil where there is none, or a broken one.
  package mutating func configuration() -> LoadedConfiguration? {
    configurationPath(nearestTo: FilePaths.current).flatMap { configuration(at: $0) }
  }

  /// What applies to a document, whether or not that is there.
  package mutating func settings(of document: DocumentSource) throws(RunFailure) -> ProjectSettings {
    if let settings = settings(in: folder(of: document)) { return settings }
    throw project.brokenSettings.first ?? .cannotRun("there is no policy to read '\(document.path)' by")
  }

  private mutating func documents() -> DocumentDiscovery {
    if case .named(let arguments) = request.documents, !arguments.isEmpty {
      return DocumentDiscovery(
        arguments, standardInputName: request.standardInputName, format: request.format, in: request.files)
    }
    project.settings = settings(in: FilePaths.current)
    guard request.documents == .listed, let configuration = configuration() else { return DocumentDiscovery([]) }
    let (paths, failures) = configuration.documents()
    return DocumentDiscovery(configured: (paths, request.policyOfUnfinished == nil ? failures : []))
  }

  /// A document that is to be read, and by what.
  private struct PendingDocument: Sendable {
    var source: DocumentSource
    /// Absolute.
    var folder: String
    var settings: ProjectSettings
    var files: any FileTree
    var limit: Int

    func read() -> Result<Project.Document, RunFailure> {
      do throws(RunFailure) {
        let file = try source.read(from: files, limit: limit)
        let path = FilePaths.join(folder, FilePaths.name(of: source.path))
        return .success(
          Project.Document(
            source: source, content: LocatedDocument(file, as: source.format, policy: settings.policy),
            settings: settings,
            path: settings.configuration.flatMap { FilePaths.relative(path, to: $0.folder) } ?? path))
      } catch {
        return .failure(error)
      }
    }
  }
}

// MARK: - Settings

extension ProjectLoader {
  private mutating func settings(in folder: String) -> ProjectSettings? {
    let path = configurationPath(nearestTo: folder)
    if let known = settings[path ?? ""] { return known }
    let loaded = loadSettings(path)
    settings[path ?? ""] = .some(loaded)
    return loaded
  }

  private mutating func loadSettings(_ path: String?) -> ProjectSettings? {
    var configuration: LoadedConfiguration?
    if let path {
      configuration = self.configuration(at: path)
      if configuration == nil { return nil }
    }
    let registry = registry(in: configuration)
    guard let loaded = policy(in: configuration, registry: registry) else { return nil }
    return ProjectSettings(
      configuration: configuration, policy: loaded.policy, policyFile: loaded.file, registry: registry ?? nil)
  }

  /// The nearest configuration file, in the folder itself or one above it. The search ends with the repository: with the
  /// folder that holds `.git`.
  ///
  /// - Parameter folder: absolute and without symbolic links.
  private mutating func configurationPath(nearestTo folder: String) -> String? {
    switch request.configuration {
    case .nearest: break
    case .file(let path): return path
    case .none: return nil
    }
    if let known = configurationPaths[folder] { return known }
    let path = FilePaths.join(folder, Configuration.fileName)
    let result: String?
    let repository =
      folder == "/" ? .missing : request.files.kind(of: FilePaths.join(folder, ".git"), followingLinks: true)
    if case .unreachable(let reason) = repository {
      project.brokenSettings.append(.cannotRun("cannot tell whether '\(folder)' is a repository: \(reason)"))
    }
    if request.files.exists(path) {
      result = path
    } else if folder == "/" || repository != .missing {
      result = nil
    } else {
      result = configurationPath(nearestTo: FilePaths.folder(of: folder))
    }
    configurationPaths[folder] = result
    return result
  }

  /// The absolute folder of a document; for standard input the folder that its name would be in.
  private mutating func folder(of document: DocumentSource) -> String {
    let given = FilePaths.folder(of: document.path)
    if let known = folders[given] { return known }
    let real = request.files.real(given)
    if real == nil, request.files.exists(given) {
      project.brokenSettings.append(.cannotRun("cannot tell where the folder '\(given)' is"))
    }
    let folder = real ?? (given.hasPrefix("/") ? given : FilePaths.join(FilePaths.current, given))
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
      file: file, files: request.files, folder: request.files.real(folder) ?? folder,
      configuration: request.waivers.map(configuration.waiving) ?? configuration)
  }

  /// The policy of the command line, else of the configuration, else of the registry, else the built-in one.
  private mutating func policy(in configuration: LoadedConfiguration?, registry: LoadedRegistry??) -> LoadedPolicy? {
    if let name = request.policy { return policy(named: name, in: ".") }
    if let configuration, let name = configuration.configuration.policy?.value {
      return policy(named: name, in: configuration.folder)
    }
    guard let registry else { return (request.policyOfUnfinished ?? .nep57, nil) }
    if let registry, let policy = registry.registry?.policy { return (policy, registry.policyPlaces?.file) }
    return request.policyOfUnfinished.map { ($0, nil) }
  }

  /// The registry of the command line, else of the configuration, else the usual one.
  ///
  /// - Returns: nil where none is asked for; nil within where it cannot be read, which is said then.
  private mutating func registry(in configuration: LoadedConfiguration?) -> LoadedRegistry?? {
    let named = request.registry ?? configuration?.path(of: { $0.registry })
    guard let path = named ?? request.defaultRegistry else { return nil }
    if request.policyOfUnfinished != nil, !request.files.exists(path) { return nil }
    let key = request.files.real(path) ?? path
    if let known = registries[key] { return known }
    let registry = loadRegistry(at: path, isNamed: named != nil, configuration)
    registries[key] = .some(registry)
    return .some(registry)
  }

  private mutating func loadRegistry(
    at path: String, isNamed: Bool, _ configuration: LoadedConfiguration?
  ) -> LoadedRegistry? {
    do throws(RunFailure) {
      guard request.files.isFolder(path) else {
        throw .cannotRun("there is no folder '\(path)'" + (isNamed ? "" : "; name the registry with '--registry'"))
      }
      var loaded = try RegistryFolder.read(path, in: request.files)
      loaded.configuration = configuration
      if loaded.registry == nil, request.policyOfUnfinished == nil {
        project.brokenSettings.append(.cannotRun("the policy of '\(path)' has faults; mend them first"))
      }
      return loaded
    } catch {
      project.brokenSettings.append(error)
      return nil
    }
  }

  private mutating func policy(named name: String, in folder: String) -> LoadedPolicy? {
    if name == Policy.nep57.id { return (.nep57, nil) }
    let path = name.hasPrefix("/") ? name : FilePaths.join(folder, name)
    if let known = policies[path] { return known }
    let loaded = loadPolicy(at: path)
    policies[path] = .some(loaded)
    return loaded
  }

  private mutating func loadPolicy(at path: String) -> LoadedPolicy? {
    guard let file = read(path) else { return nil }
    let (policy, faults) = PolicyFile.read(file)
    guard accept(faults, in: file) else { return nil }
    return policy.map { ($0, file) }
  }

  private mutating func read(_ path: String) -> SourceFile? {
    do throws(RunFailure) {
      return SourceFile(path: FilePaths.shown(path), bytes: try request.files.read(path))
    } catch {
      project.brokenSettings.append(error)
      return nil
    }
  }

  /// Takes the faults of a file into the project. A file with a fault at error is not worked by: half a configuration
  /// would give findings that nobody asked for.
  private mutating func accept(_ faults: [Diagnostic], in file: SourceFile) -> Bool {
    guard !faults.isEmpty else { return true }
    project.faults += faults
    project.faultyFiles.append(file)
    guard faults.contains(where: { $0.severity == .error }) else { return true }
    project.brokenSettings.append(.atFault(file.path))
    return false
  }
}
