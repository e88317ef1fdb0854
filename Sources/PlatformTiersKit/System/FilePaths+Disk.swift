#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension FilePaths {
  /// The absolute path without symbolic links; nil, and `errno`, when there is no such file.
  package static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Whether something is there, or nobody can tell.
  package static func exists(_ path: String) -> Bool {
    access(path, F_OK) == 0 || !SystemCall.saysMissing
  }
}
