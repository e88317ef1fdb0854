#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The files on disk.
package final class DiskFiles: FileTree {
  package init() {}

  package func kind(of path: String, followingLinks: Bool) -> FileKind {
    var status = stat()
    let result = followingLinks ? stat(path, &status) : lstat(path, &status)
    guard result == 0 else { return SystemCall.saysMissing ? .missing : .unreachable(SystemCall.failureText) }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .other
    }
  }

  package func names(in folder: String) throws(RunFailure) -> [String] {
    guard let stream = opendir(folder) else {
      throw .cannotRun("cannot list '\(folder)': \(SystemCall.failureText)")
    }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      // The end and a failure look the same but for the number.
      errno = 0
      guard let entry = readdir(stream) else { break }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name)) {
          String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    guard errno == 0 else { throw .cannotRun("cannot list '\(folder)': \(SystemCall.failureText)") }
    return names
  }

  package func read(_ path: String, limit: Int) throws(RunFailure) -> [UInt8] {
    try FileReader.read(path, limit: limit)
  }

  package func real(_ path: String) -> String? { FilePaths.real(path) }
}
