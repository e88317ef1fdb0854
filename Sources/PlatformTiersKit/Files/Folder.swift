#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Lists what is in folders.
package enum Folder {
  package static func exists(_ path: String) -> Bool {
    kind(of: path, followingLinks: true) == S_IFDIR
  }

  /// The regular files in a folder and the folders below it, as paths that start with `folder`, in the order of their
  /// bytes.
  ///
  /// Hidden folders (`.git`, `.venv`) are left out, and linked ones, which may lead round in a circle.
  package static func files(below folder: String, where isWanted: (String) -> Bool) throws(RunFailure) -> [String] {
    var found: [String] = []
    var pending = [folder]
    while let current = pending.popLast() {
      for name in try names(in: current) {
        let path = FilePaths.join(current, name)
        if isWanted(path), kind(of: path, followingLinks: true) == S_IFREG {
          found.append(path)
        } else if !name.hasPrefix("."), kind(of: path, followingLinks: false) == S_IFDIR {
          pending.append(path)
        }
      }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func names(in folder: String) throws(RunFailure) -> [String] {
    guard let stream = opendir(folder) else {
      throw .cannotRun("cannot list '\(folder)': \(SystemCall.failureText)")
    }
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

  private static func kind(of path: String, followingLinks: Bool) -> mode_t? {
    var status = stat()
    let result = followingLinks ? stat(path, &status) : lstat(path, &status)
    return result == 0 ? status.st_mode & S_IFMT : nil
  }
}
