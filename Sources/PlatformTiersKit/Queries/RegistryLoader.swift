import Diagnostics
package import PlatformModel

/// Reads a registry to answer a question from it.
package enum RegistryLoader {
  /// The registry of a folder.
  ///
  /// One with a fault at error gives no answer: a platform whose file is broken would be missing without a word. All its
  /// faults are printed on standard error.
  package static func load(_ location: RegistryLocation) throws(RunFailure) -> Registry {
    let loaded = try RegistryFolder.read(location.path)
    try loaded.diagnostics.refuse(location.path, reportedIn: loaded.files)
    guard let registry = loaded.registry else { throw .cannotRun("'\(location.path)' has no policy that can be read") }
    return registry
  }
}
