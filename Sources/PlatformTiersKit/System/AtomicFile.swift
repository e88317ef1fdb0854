#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Writes a file so that a reader sees the old bytes or the new ones, and a crash leaves one of the two.
package enum AtomicFile {
  /// Writes to a temporary file in the same folder and renames it.
  ///
  /// A symbolic link stays one, its target is replaced. An existing file keeps its mode and, where we may give it away,
  /// its owner. What is not a regular file is refused.
  package static func write(_ bytes: [UInt8], to path: String) throws(RunFailure) {
    var status = stat()
    let exists = stat(path, &status) == 0
    guard exists || SystemCall.saysMissing else { throw unwritable(path, because: SystemCall.failureText) }
    // What stands under `/dev` is somebody's open file, not a name that another file can take.
    guard !exists || status.st_mode & S_IFMT == S_IFREG && !path.hasPrefix("/dev/") else {
      throw unwritable(path, because: "it is not a regular file")
    }
    let target = try resolve(path)
    let folder = FilePaths.folder(of: target)
    TemporaryFiles.sweep(folder)
    var template = TemporaryFiles.template(in: folder)
    let descriptor = mkstemps(&template, TemporaryFiles.suffixLength)
    guard descriptor >= 0 else { throw unwritable(path, because: SystemCall.failureText) }
    // Held until the file has its name; without a lock its age has to do.
    _ = flock(descriptor, LOCK_EX | LOCK_NB)
    var failure = prepare(descriptor, like: exists ? status : nil)
    if failure == nil { failure = SystemCall.writeAll(bytes, to: descriptor) }
    if failure == nil, fsync(descriptor) != 0 { failure = errno }
    if failure == nil, rename(template, target) != 0 { failure = errno }
    close(descriptor)
    if let failure {
      unlink(template)
      throw unwritable(path, because: SystemCall.failureText(failure))
    }
    synchronise(folder)
  }

  /// The file that the path means in the end. A file that is not there yet is named in its real folder.
  private static func resolve(_ path: String) throws(RunFailure) -> String {
    if let real = FilePaths.real(path) { return real }
    let number = errno
    var status = stat()
    guard number == ENOENT, lstat(path, &status) != 0, let folder = FilePaths.real(FilePaths.folder(of: path)) else {
      throw unwritable(path, because: SystemCall.failureText(number))
    }
    return FilePaths.join(folder, FilePaths.name(of: path))
  }

  /// Gives the temporary file the old one's owner and mode, or the mode that a new file has.
  private static func prepare(_ descriptor: Int32, like status: stat?) -> Int32? {
    guard let status else {
      let mask = umask(0)
      umask(mask)
      return fchmod(descriptor, 0o666 & ~mask) == 0 ? nil : errno
    }
    // Only a privileged user can; for all others the file is their own already.
    if fchown(descriptor, status.st_uid, status.st_gid) != 0, errno != EPERM { return errno }
    return fchmod(descriptor, status.st_mode & 0o7777) == 0 ? nil : errno
  }

  /// Makes the renaming last. The new bytes are in place whether or not this works.
  private static func synchronise(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    close(descriptor)
  }

  private static func unwritable(_ path: String, because reason: String) -> RunFailure {
    .cannotRun("cannot write '\(path)': \(reason)")
  }
}
