#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Files that were looked for in a folder, and the folders that could not be looked into.
struct FolderListing: Sendable {
  var paths: [String] = []
  var failures: [RunFailure] = []
}

/// Lists what is in folders.
enum Folder {
  static func exists(_ path: String) -> Bool {
    kind(of: path, followingLinks: true) == S_IFDIR
  }

  /// The numbered documents in a folder and the folders below it: `nep-*.rst` and `nep-*.md`.
  static func numberedDocuments(below folder: String) -> FolderListing {
    files(below: folder) { path in
      let name = FilePaths.name(of: path)
      return name.hasPrefix("nep-") && (name.hasSuffix(".rst") || name.hasSuffix(".md"))
    }
  }

  /// The regular files in a folder and the folders below it, as paths that start with `folder`, in the order of their
  /// bytes.
  ///
  /// Hidden folders (`.git`, `.venv`) are left out, and linked ones, which may lead round in a circle.
  static func files(below folder: String, where isWanted: (String) -> Bool) -> FolderListing {
    var listing = FolderListing()
    var pending = [folder]
    while let current = pending.popLast() {
      guard let names = names(in: current) else {
        listing.failures.append(.cannotRun("cannot list '\(current)': \(SystemCall.failureText)"))
        continue
      }
      for name in names {
        let path = FilePaths.join(current, name)
        if isWanted(path), kind(of: path, followingLinks: true) == S_IFREG {
          listing.paths.append(path)
        } else if !name.hasPrefix("."), kind(of: path, followingLinks: false) == S_IFDIR {
          pending.append(path)
        }
      }
    }
    listing.paths.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return listing
  }

  /// Nil, and `errno`, when the folder cannot be listed.
  static func names(in folder: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name)) {
          String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Makes a folder and those above it, as far as they are not there.
  static func create(_ path: String) throws(RunFailure) {
    if exists(path) { return }
    let parent = FilePaths.folder(of: path)
    if parent != path { try create(parent) }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
      throw .cannotRun("cannot make the folder '\(path)': \(SystemCall.failureText)")
    }
  }

  private static func kind(of path: String, followingLinks: Bool) -> mode_t? {
    var status = stat()
    let result = followingLinks ? stat(path, &status) : lstat(path, &status)
    return result == 0 ? status.st_mode & S_IFMT : nil
  }
}
