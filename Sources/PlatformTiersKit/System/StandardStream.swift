import Diagnostics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Standard output and standard error, written to by the system's call: one write for a whole report, and no lock or
/// buffer shared with anything.
package enum StandardStream: Sendable {
  case output
  case error

  private var descriptor: Int32 { self == .output ? STDOUT_FILENO : STDERR_FILENO }

  package var isTerminal: Bool { isatty(descriptor) == 1 }

  /// How wide the terminal is; nil where it is none or does not say.
  var columns: Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Writes everything, as it may stand in a log; fails when the disk behind it is full or the stream closed.
  package func write(_ bytes: [UInt8]) throws(RunFailure) { try write(exactly: LogText.brokenUp(bytes)) }

  /// Writes a whole document, or what is a command of ours.
  func write(exactly bytes: [UInt8]) throws(RunFailure) {
    guard let failure = SystemCall.writeAll(bytes, to: descriptor) else { return }
    throw .cannotRun("cannot write to standard \(self): \(SystemCall.failureText(failure))")
  }

  package func write(_ text: String) throws(RunFailure) {
    try write(Array(text.utf8))
  }

  /// Lets the process end quietly when whoever reads its output stops, as in `| head`.
  package static func endWithReader() {
    signal(SIGPIPE, SIG_DFL)
  }
}
