import Diagnostics

/// Finds the configuration file that applies to a folder.
struct ConfigurationFinder {
  /// By absolute folder; folders that have none are known too.
  private var found: [String: String?] = [:]

  /// The nearest configuration file, in the folder itself or one above it. The search ends with the repository: with the
  /// folder that holds `.git`.
  ///
  /// - Parameter folder: absolute and without symbolic links.
  mutating func nearest(to folder: String) -> String? {
    if let known = found[folder] { return known }
    let path = FilePaths.join(folder, Configuration.fileName)
    let result: String?
    if FilePaths.exists(path) {
      result = path
    } else if folder == "/" || FilePaths.exists(FilePaths.join(folder, ".git")) {
      result = nil
    } else {
      result = nearest(to: FilePaths.folder(of: folder))
    }
    found[folder] = result
    return result
  }
}
