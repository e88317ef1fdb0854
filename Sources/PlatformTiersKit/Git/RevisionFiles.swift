import Synchronization

/// The files of a commit, or those of the index, read from the repository's objects; files outside the repository are the
/// disk's.
final class RevisionFiles: FileTree {
  /// How messages call the revision: `in main`, `in the index`.
  private let label: String
  private let root: String
  private let objects: ObjectReader
  /// What is in the folders that were looked into, by their paths from the root; nil for what is no folder.
  private let folders: Mutex<[String: [String: GitEntry]?]>
  /// Whether `folders` is all there is.
  private let isWhole: Bool

  /// - Parameters:
  ///   - commit: the id of a commit.
  ///   - root: where the repository's work tree is on disk, or would be.
  init(commit: String, label: String, root: String, objects: ObjectReader) throws(RunFailure) {
    self.label = label
    self.root = root
    self.objects = objects
    isWhole = false
    let entries = try Self.folder(commit + "^{tree}", objects)
    folders = Mutex(["": .some(entries)])
  }

  init(index: [String: [String: GitEntry]], root: String, objects: ObjectReader) {
    label = "the index"
    self.root = root
    self.objects = objects
    isWhole = true
    folders = Mutex(index.mapValues { .some($0) })
  }

  func kind(of path: String, followingLinks: Bool) -> FileKind {
    guard let inside = relative(path) else { return DiskFiles().kind(of: path, followingLinks: followingLinks) }
    // What is committed has none, and yet the repository ends here.
    if inside == ".git" { return .folder }
    do throws(RunFailure) {
      switch try entry(inside)?.kind {
      case .file: return .file
      case .folder: return .folder
      case .submodule: return .other
      // Reading them says what is the matter; passed over, they would look as if they were gone.
      case .conflict: return .file
      case .symbolicLink: return followingLinks ? .file : .other
      case nil: return .missing
      }
    } catch {
      return .unreachable(error.message)
    }
  }

  func names(in folder: String) throws(RunFailure) -> [String] {
    guard let inside = relative(folder) else { return try DiskFiles().names(in: folder) }
    guard let entries = try entries(in: inside) else {
      throw .cannotRun("cannot list '\(folder)': there is no such folder in \(label)")
    }
    return Array(entries.keys)
  }

  func read(_ path: String, limit: Int) throws(RunFailure) -> [UInt8] {
    guard let inside = relative(path) else { return try DiskFiles().read(path, limit: limit) }
    guard let entry = try entry(inside) else { throw unreadable(path, "there is no such file in \(label)") }
    switch entry.kind {
    case .file: break
    case .folder: throw unreadable(path, "it is a folder in \(label)")
    case .submodule: throw unreadable(path, "it is a submodule in \(label), a repository of its own")
    case .symbolicLink: throw unreadable(path, "it is a symbolic link in \(label); name the file that it leads to")
    case .conflict: throw unreadable(path, "it has conflicts in \(label); resolve them and 'git add' it")
    }
    guard let object = try objects.object(entry.object), object.kind == .blob else {
      throw unreadable(path, "\(label) names the object \(entry.object), and the repository does not have it")
    }
    let limit = min(limit, ObjectReader.sizeLimit)
    guard object.size <= limit else {
      let reason = "it has \(object.size) bytes in \(label), and at most \(FileReader.words(limit)) are read"
      throw RunFailure(kind: .tooLarge, message: unreadable(path, reason).message)
    }
    return object.bytes
  }

  func real(_ path: String) -> String? {
    guard let inside = relative(path) else { return DiskFiles().real(path) }
    guard exists(path) else { return nil }
    return inside.isEmpty ? root : FilePaths.join(root, inside)
  }

  private func unreadable(_ path: String, _ reason: String) -> RunFailure {
    .cannotRun("cannot read '\(path)': \(reason)")
  }

  /// The path from the repository's root; empty for the root itself, nil for what is not in it.
  private func relative(_ path: String) -> String? {
    let absolute = FilePaths.absolute(path)
    return absolute == root ? "" : FilePaths.relative(absolute, to: root)
  }

  private func entry(_ path: String) throws(RunFailure) -> GitEntry? {
    if path.isEmpty { return GitEntry(kind: .folder, object: "") }
    let folder = FilePaths.folder(of: path)
    return try entries(in: folder == "." ? "" : folder)?[FilePaths.name(of: path)]
  }

  /// Looks into the folders on the way that were not looked into before, from the root down.
  private func entries(in folder: String) throws(RunFailure) -> [String: GitEntry]? {
    let result: Result<[String: GitEntry]?, RunFailure> = folders.withLock { folders in
      if let known = folders[folder] { return .success(known) }
      if isWhole { return .success(nil) }
      do throws(RunFailure) {
        var path = ""
        var entries = folders[""] ?? nil
        for name in folder.split(separator: "/") {
          let entry = entries?[String(name)]
          path = FilePaths.join(path, String(name))
          if let known = folders[path] {
            entries = known
          } else {
            entries = entry?.kind == .folder ? try Self.folder(entry?.object ?? "", objects) : nil
            folders[path] = .some(entries)
          }
        }
        return .success(entries)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private static func folder(_ name: String, _ objects: ObjectReader) throws(RunFailure) -> [String: GitEntry] {
    guard let tree = try objects.object(name), tree.kind == .tree, tree.size <= ObjectReader.sizeLimit else {
      throw .cannotRun("git cannot read the tree \(name)")
    }
    return GitEntry.entries(ofTree: tree.bytes, idLength: tree.id.utf8.count / 2)
  }
}
