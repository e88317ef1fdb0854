#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Files that something is added to.
enum AppendedFile {
  /// A file that is not there is made.
  static func append(_ bytes: [UInt8], to path: String) throws(RunFailure) {
    let descriptor = SystemCall.repeating { open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o666) }
    var failure = descriptor < 0 ? errno : SystemCall.writeAll(bytes, to: descriptor)
    if descriptor >= 0, close(descriptor) != 0, failure == nil { failure = errno }
    if let failure {
      throw .cannotRun("cannot write '\(path)': \(SystemCall.failureText(failure))")
    }
  }
}
