package import Checks
package import Diagnostics
package import Policy

/// A project as a run reads it, everything once: its settings, its registries, and its documents, read and located.
package struct Project: Sendable {
  /// A document, and what it is judged by.
  package struct Document: Sendable {
    package var source: DocumentSource
    package var content: LocatedDocument
    package var settings: ProjectSettings
    /// Its path from the folder of its configuration.
    package var path: String
  }

  /// In the order in which they were asked for.
  package internal(set) var documents: [Document] = []
  /// What applies to the current folder; nil where only documents were asked for, or where it is broken.
  package internal(set) var settings: ProjectSettings?
  /// Those of all documents, or that of the current folder, in the order of their folders.
  package internal(set) var registries: [LoadedRegistry] = []
  /// The documents that could not be read; the others were.
  package internal(set) var failures: [RunFailure] = []
  /// The configurations, policies and registries that nothing can be worked by.
  package internal(set) var brokenSettings: [RunFailure] = []
  /// The faults of configuration and policy files.
  package internal(set) var faults: [Diagnostic] = []
  /// The files that these are in.
  package internal(set) var faultyFiles: [SourceFile] = []
}

/// What applies to the documents of a folder.
package final class ProjectSettings: Sendable {
  package let configuration: LoadedConfiguration?
  package let policy: Policy
  /// The file that the policy was read from; nil for the built-in one.
  package let policyFile: SourceFile?
  package let registry: LoadedRegistry?

  init(
    configuration: LoadedConfiguration?, policy: Policy, policyFile: SourceFile?, registry: LoadedRegistry?
  ) {
    self.configuration = configuration
    self.policy = policy
    self.policyFile = policyFile
    self.registry = registry
  }
}

/// A registry without a fault at error, and where its values stand.
package struct SoundRegistry: Sendable {
  package var registry: Registry
  /// By the platform's id.
  package var places: [String: ValuePlaces]
  package var files: [SourceFile]
  /// The one that applies to the folder that it is asked from.
  package var configuration: LoadedConfiguration?
}

extension Project {
  /// The current folder's registry, to answer questions from.
  ///
  /// One with a fault at error gives no answer: a platform whose file is broken would be missing without a word.
  ///
  /// - Throws: when there is none or something of the project is at fault; the faults are printed before.
  package func soundRegistry() throws(RunFailure) -> SoundRegistry {
    try refuseFaults()
    guard let settings, let loaded = settings.registry, let registry = loaded.registry else {
      throw .cannotRun("there is no registry")
    }
    return SoundRegistry(
      registry: registry, places: loaded.places, files: loaded.files, configuration: settings.configuration)
  }

  /// - Throws: when a configuration, policy or registry is at fault; the faults are printed on standard error before.
  package func refuseFaults() throws(RunFailure) {
    for registry in registries { try registry.diagnostics.refuse(registry.folder, reportedIn: registry.files) }
    try refuseBrokenSettings()
  }

  /// - Throws: when a configuration or policy is at fault, or no registry can be read.
  func refuseBrokenSettings() throws(RunFailure) {
    if let file = faults.first(where: { $0.severity == .error })?.file {
      try faults.refuse(file, reportedIn: faultyFiles)
    }
    if let broken = brokenSettings.first { throw broken }
  }

  /// - Parameter purpose: what there is nothing for, as in `lint`.
  /// - Throws: where the configuration should list documents and there is none, or it lists none.
  package func requireListed(for purpose: String) throws(RunFailure) {
    guard documents.isEmpty, failures.isEmpty, brokenSettings.isEmpty else { return }
    guard let configuration = settings?.configuration else {
      throw .wrongUsage(
        "nothing to \(purpose): give 'platform-tiers \(purpose)' a file, a folder or '-', or list documents in a "
          + "'\(Configuration.fileName)'")
    }
    guard configuration.configuration.documents.isEmpty else { return }
    throw .wrongUsage("'\(configuration.file.path)' lists no documents: give a file, a folder or '-'")
  }
}

extension [Diagnostic] {
  /// Prints faults on standard error if one of them is at error.
  ///
  /// - Parameters:
  ///   - name: what is at fault and not worked by then.
  ///   - files: those that the faults are in.
  func refuse(_ name: String, reportedIn files: [SourceFile]) throws(RunFailure) {
    guard contains(where: { $0.severity == .error }) else { return }
    let report = Report(diagnostics: self, files: files, toolVersion: ToolVersion.text)
    try StandardStream.error.write(Reporter.render(report, as: .full, StandardStream.error.layout()))
    throw .atFault(name)
  }
}

extension RunFailure {
  static func atFault(_ name: String) -> RunFailure { .cannotRun("'\(name)' has faults; mend them first") }
}
