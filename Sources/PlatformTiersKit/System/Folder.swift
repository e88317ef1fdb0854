#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Makes folders.
enum Folder {
  /// Makes a folder and those above it, as far as they are not there.
  static func create(_ path: String) throws(RunFailure) {
    if DiskFiles().isFolder(path) { return }
    let parent = FilePaths.folder(of: path)
    if parent != path { try create(parent) }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
      throw .cannotRun("cannot make the folder '\(path)': \(SystemCall.failureText)")
    }
  }
}
