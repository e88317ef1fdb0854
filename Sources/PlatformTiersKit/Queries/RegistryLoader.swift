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
    if let registry = loaded.registry, !loaded.diagnostics.contains(where: { $0.severity == .error }) {
      return registry
    }
    let report = Report(diagnostics: loaded.diagnostics, files: loaded.files, toolVersion: ToolVersion.text)
    try StandardStream.error.write(Reporter.render(report, as: .text, color: ColorChoice.auto.isOn(for: .error)))
    throw .cannotRun("the registry '\(location.path)' has faults; mend them first")
  }
}
