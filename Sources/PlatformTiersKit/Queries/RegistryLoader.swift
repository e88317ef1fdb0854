package import Diagnostics
package import Policy

/// Reads a registry to answer a question from it.
package enum RegistryLoader {
  /// A registry without a fault at error, and where its values stand.
  package struct Sound: Sendable {
    package var registry: Registry
    /// By the platform's id.
    package var places: [String: ValuePlaces]
    package var files: [SourceFile]
  }

  /// The registry of a folder.
  ///
  /// One with a fault at error gives no answer: a platform whose file is broken would be missing without a word. All its
  /// faults are printed on standard error.
  package static func load(_ location: RegistryLocation) throws(RunFailure) -> Registry {
    try loadWithPlaces(location).registry
  }

  /// As `load`, with the files.
  package static func loadWithPlaces(_ location: RegistryLocation) throws(RunFailure) -> Sound {
    let loaded = try RegistryFolder.read(location.path)
    try loaded.diagnostics.refuse(location.path, reportedIn: loaded.files)
    guard let registry = loaded.registry else { throw .cannotRun("'\(location.path)' has no policy that can be read") }
    return Sound(registry: registry, places: loaded.places, files: loaded.files)
  }
}
