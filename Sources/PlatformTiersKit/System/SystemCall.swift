#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What the calls of POSIX have in common: an interruption is repeated, a failure has a number and a text.
enum SystemCall {
  /// Calls until no signal interrupts it; -1 and `errno` for any other failure.
  static func repeating<Result: SignedInteger>(_ call: () -> Result) -> Result {
    while true {
      let result = call()
      if result != -1 || errno != EINTR { return result }
    }
  }

  /// Reads at most so many bytes; 0 at the end, -1 and `errno` for a failure.
  static func read(_ descriptor: Int32, _ address: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
    repeating {
      #if canImport(Darwin)
        Darwin.read(descriptor, address, count)
      #elseif canImport(Glibc)
        Glibc.read(descriptor, address, count)
      #elseif canImport(Musl)
        Musl.read(descriptor, address, count)
      #endif
    }
  }

  /// The system's text for the failure of the last call, as in `permission denied`.
  static var failureText: String { failureText(errno) }

  static func failureText(_ number: Int32) -> String {
    guard let text = strerror(number) else { return "error \(number)" }
    let described = String(cString: text)
    return described.prefix(1).lowercased() + described.dropFirst()
  }

  /// Whether the last call failed because there is nothing under the path, and for no other reason.
  static var saysMissing: Bool { errno == ENOENT || errno == ENOTDIR }

  /// Failures that explanations quote.
  enum Failure {
    case missing
    /// A symbolic link that leads to itself in the end.
    case endlessLink
  }

  static func text(_ failure: Failure) -> String {
    switch failure {
    case .missing: failureText(ENOENT)
    case .endlessLink: failureText(ELOOP)
    }
  }

  /// Writes all of the bytes, however many calls that takes.
  ///
  /// - Returns: the number of the failure, nil when everything is written.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let count = repeating { write(descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset) }
        if count >= 0 {
          offset += count
        } else if errno == EAGAIN {
          waitUntilWritable(descriptor)
        } else {
          return errno
        }
      }
      return nil
    }
  }

  /// Another process may have made the terminal or pipe that we share with it non-blocking.
  private static func waitUntilWritable(_ descriptor: Int32) {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    _ = poll(&request, 1, -1)
  }
}
