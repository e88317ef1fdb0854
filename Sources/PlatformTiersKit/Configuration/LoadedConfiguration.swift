package import Diagnostics

/// A configuration file that was read, and where its paths start.
package struct LoadedConfiguration: Sendable {
  package let file: SourceFile
  /// Where it was read, and where the files are that it names.
  let files: any FileTree
  /// Absolute and without symbolic links.
  let folder: String
  package let configuration: Configuration

  var path: String { FilePaths.join(folder, FilePaths.name(of: file.path)) }

  /// The path of what it names, for reports; nil where it names none.
  func path(of name: (Configuration) -> Located<String>?) -> String? {
    guard let name = name(configuration)?.value else { return nil }
    return name.hasPrefix("/") ? name : FilePaths.shown(FilePaths.join(folder, name))
  }

  /// The path of a file as its patterns see it.
  func relative(_ path: String) -> String {
    files.real(path).flatMap { FilePaths.relative($0, to: folder) } ?? path
  }

  /// The documents that it lists: the files that its patterns match, and the numbered ones in a folder that it names.
  ///
  /// - Returns: absolute paths in the order of the patterns, and the patterns that match nothing.
  func documents() -> (paths: [String], failures: [RunFailure]) {
    var paths: [String] = []
    var failures: [RunFailure] = []
    for glob in configuration.documents.map({ $0.value }) {
      let place = glob.literalFolder.map { FilePaths.join(folder, $0) } ?? folder
      let found: FolderListing
      if files.isFolder(FilePaths.join(folder, glob.pattern)) {
        found = files.numberedDocuments(below: FilePaths.join(folder, glob.pattern))
      } else {
        found = files.files(below: place) { path in
          FilePaths.relative(path, to: folder).map(glob.matches) ?? false
        }
      }
      paths += found.paths
      failures += found.failures
      if found.paths.isEmpty {
        failures.append(.cannotRun("'\(file.path)' lists '\(glob.pattern)' and there is no such document"))
      }
    }
    return (paths, failures)
  }
}

extension Glob {
  /// The folder that everything it matches is in, as far as its text says without a pattern; nil where it says nothing.
  fileprivate var literalFolder: String? {
    let parts = pattern.split(separator: "/", omittingEmptySubsequences: false)
    let literal = parts.dropLast().prefix { part in !part.contains { "*?{}\\".contains($0) } }
    return literal.isEmpty ? nil : literal.joined(separator: "/")
  }
}
