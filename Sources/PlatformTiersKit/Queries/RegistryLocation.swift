import Diagnostics

/// Where the registry is: in the folder that the command line names, else in the one that the configuration names, else
/// in `registry` in the current folder.
package struct RegistryLocation: Sendable {
  /// The folder that stands for the registry where nothing names one.
  package static let defaultFolder = "registry"

  package let path: String

  /// - Parameter option: what the command line names.
  /// - Throws: when there is no such folder, or when the configuration cannot be read.
  package init(option: String?) throws(RunFailure) {
    let named = if let option { option } else { try Self.configuredFolder() }
    path = named ?? Self.defaultFolder
    guard DiskFiles().isFolder(path) else {
      let hint = named == nil ? "; name the registry with '--registry'" : ""
      throw .cannotRun("there is no folder '\(path)'\(hint)")
    }
  }

  /// The folder that the configuration of the current folder names; nil where there is none, or none that names one.
  private static func configuredFolder() throws(RunFailure) -> String? {
    guard let loaded = try LoadedConfiguration.ofCurrentFolder(), let folder = loaded.configuration.registry?.value
    else { return nil }
    return folder.hasPrefix("/") ? folder : FilePaths.shown(FilePaths.join(loaded.folder, folder))
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
    try StandardStream.error.write(Reporter.render(report, as: .text, color: ColorChoice.auto.isOn(for: .error)))
    throw .cannotRun("'\(name)' has faults; mend them first")
  }
}
