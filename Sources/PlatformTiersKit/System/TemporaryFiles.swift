import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The files that are written before they get their name. A run that is killed leaves one, and the next removes it.
enum TemporaryFiles {
  private static let prefix = ".platform-tiers-"
  private static let suffix = ".tmp"
  private static let placeholder = "XXXXXX"

  static let suffixLength = Int32(suffix.utf8.count)

  /// Those that are younger may be about to be locked.
  private static let age = 60

  /// The folders that this process has swept.
  private static let swept: Mutex<Set<String>> = Mutex([])

  /// What `mkstemps` makes a name of.
  static func template(in folder: String) -> [CChar] {
    Array(FilePaths.join(folder, prefix + placeholder + suffix).utf8CString)
  }

  /// Removes what a killed run has left in a folder: files of this user with our kind of name that are not being written,
  /// since nobody holds their lock. What cannot be removed stays; nothing depends on it.
  static func sweep(_ folder: String) {
    guard swept.withLock({ $0.insert(folder).inserted }) else { return }
    for name in (try? DiskFiles().names(in: folder)) ?? [] where isOurs(name) {
      removeUnlessHeld(FilePaths.join(folder, name))
    }
  }

  private static func isOurs(_ name: String) -> Bool {
    let length = prefix.utf8.count + placeholder.utf8.count + suffix.utf8.count
    return name.hasPrefix(prefix) && name.hasSuffix(suffix) && name.utf8.count == length
  }

  private static func removeUnlessHeld(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid(),
      time(nil) - modified(status) > age, flock(descriptor, LOCK_EX | LOCK_NB) == 0
    else { return }
    unlink(path)
  }

  private static func modified(_ status: stat) -> Int {
    #if canImport(Darwin)
      status.st_mtimespec.tv_sec
    #else
      status.st_mtim.tv_sec
    #endif
  }
}
