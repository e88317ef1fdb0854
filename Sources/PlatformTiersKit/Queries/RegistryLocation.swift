/// Where the registry is.
package struct RegistryLocation: Sendable {
  /// The folder that stands for the registry where nothing names one.
  package static let defaultFolder = "registry"

  package let path: String

  /// - Parameter option: what the command line names.
  /// - Throws: when there is no such folder.
  package init(option: String?) throws(RunFailure) {
    path = option ?? Self.defaultFolder
    guard Folder.exists(path) else {
      let hint = option == nil ? "; name the registry with '--registry'" : ""
      throw .cannotRun("there is no folder '\(path)'\(hint)")
    }
  }
}
