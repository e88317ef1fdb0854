/// Files of which some are looked for in several places: settings that a revision does not have yet, or that are not
/// committed at all.
final class LayeredFiles: FileTree {
  private let first: any FileTree
  private let others: [any FileTree]
  /// Absolute and normalized.
  private let layered: Set<String>

  /// - Parameters:
  ///   - layered: the paths that are looked for in all of the trees; the first one that has the file counts.
  init(_ first: any FileTree, then others: [any FileTree], for layered: Set<String>) {
    self.first = first
    self.others = others
    self.layered = layered
  }

  private func tree(of path: String) -> any FileTree {
    guard !layered.isEmpty, layered.contains(FilePaths.absolute(path)), !first.exists(path) else { return first }
    return others.first { $0.exists(path) } ?? first
  }

  func kind(of path: String, followingLinks: Bool) -> FileKind {
    tree(of: path).kind(of: path, followingLinks: followingLinks)
  }

  func names(in folder: String) throws(RunFailure) -> [String] { try tree(of: folder).names(in: folder) }

  func read(_ path: String, limit: Int) throws(RunFailure) -> [UInt8] { try tree(of: path).read(path, limit: limit) }

  func real(_ path: String) -> String? { tree(of: path).real(path) }
}

/// The files on disk, one of them as it is under another name.
final class SubstitutedFile: FileTree {
  private let disk = DiskFiles()
  /// Absolute and normalized.
  private let path: String
  private let substitute: String

  init(_ path: String, by substitute: String) {
    self.path = FilePaths.absolute(path)
    self.substitute = substitute
  }

  private func substituted(_ path: String) -> String {
    FilePaths.absolute(path) == self.path ? substitute : path
  }

  func kind(of path: String, followingLinks: Bool) -> FileKind {
    disk.kind(of: substituted(path), followingLinks: followingLinks)
  }

  func names(in folder: String) throws(RunFailure) -> [String] { try disk.names(in: folder) }

  func read(_ path: String, limit: Int) throws(RunFailure) -> [UInt8] {
    try disk.read(substituted(path), limit: limit)
  }

  func real(_ path: String) -> String? { disk.real(path) }
}
