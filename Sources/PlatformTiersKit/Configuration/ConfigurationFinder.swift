/// Finds the configuration file that applies to a folder.
struct ConfigurationFinder {
  private let files: any FileTree
  /// By absolute folder; folders that have none are known too.
  private var found: [String: String?] = [:]

  init(in files: any FileTree) {
    self.files = files
  }

  /// The nearest configuration file, in the folder itself or one above it. The search ends with the repository: with the
  /// folder that holds `.git`.
  ///
  /// - Parameter folder: absolute and without symbolic links.
  mutating func nearest(to folder: String) -> String? {
    if let known = found[folder] { return known }
    let path = FilePaths.join(folder, Configuration.fileName)
    let result: String?
    if files.exists(path) {
      result = path
    } else if folder == "/" || files.exists(FilePaths.join(folder, ".git")) {
      result = nil
    } else {
      result = nearest(to: FilePaths.folder(of: folder))
    }
    found[folder] = result
    return result
  }
}
