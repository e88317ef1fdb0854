#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Reads whole files as bytes.
package enum FileReader {
  /// More than anybody writes, and little enough to hold.
  package static let usualLimit = 64 << 20

  /// Reads a regular file, or anything that stands under `/dev`, such as a shell's process substitution.
  ///
  /// A folder is refused, and a named pipe too, since it would hold the run up until somebody writes into it.
  ///
  /// - Parameter limit: the most bytes that the file may have; a longer one is not read at all.
  package static func read(_ path: String, limit: Int = usualLimit) throws(RunFailure) -> [UInt8] {
    // Without waiting: opening a pipe that nobody writes to would never return.
    let descriptor = SystemCall.repeating { open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else { throw unreadable(path, because: SystemCall.failureText) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw unreadable(path, because: SystemCall.failureText) }
    let kind = status.st_mode & S_IFMT
    if kind == S_IFDIR { throw unreadable(path, because: "it is a folder") }
    guard status.st_size <= limit else {
      throw tooLarge(path, "it has \(status.st_size) bytes, and at most \(words(limit)) are read")
    }
    if kind != S_IFREG {
      guard path.hasPrefix("/dev/") else { throw unreadable(path, because: "it is not a regular file") }
      _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
    }
    return try readAll(descriptor, expecting: Int(status.st_size), limit: limit, of: path)
  }

  /// - Parameter limit: as for a file; nothing is kept of what is longer.
  package static func readStandardInput(limit: Int = usualLimit) throws(RunFailure) -> [UInt8] {
    try readAll(STDIN_FILENO, expecting: 0, limit: limit, of: "-")
  }

  /// - Parameter expecting: how many bytes there probably are; one more is asked for, so that a file which has as many
  ///   is read into one buffer and its end seen in the same round.
  private static func readAll(
    _ descriptor: Int32, expecting: Int, limit: Int, of path: String
  ) throws(RunFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var room = expecting > 0 ? expecting + 1 : 1 << 16
    while true {
      var failure: Int32?
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        failure = fill(buffer, from: descriptor, count: &count)
      }
      if let failure { throw unreadable(path, because: SystemCall.failureText(failure)) }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      // A pipe says no size before.
      if bytes.count > limit { throw tooLarge(path, "it is longer than \(words(limit))") }
      if chunk.count < room { return bytes }
      room = bytes.count
    }
  }

  /// Reads until the buffer is full or the file at its end.
  private static func fill(
    _ buffer: UnsafeMutableBufferPointer<UInt8>, from descriptor: Int32, count: inout Int
  ) -> Int32? {
    while count < buffer.count {
      let read = SystemCall.read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
      if read < 0 { return errno }
      if read == 0 { return nil }
      count += read
    }
    return nil
  }

  private static func tooLarge(_ path: String, _ reason: String) -> RunFailure {
    RunFailure(kind: .tooLarge, message: unreadable(path, because: reason).message)
  }

  /// `64 MiB`, or `100 bytes`.
  static func words(_ limit: Int) -> String {
    limit % (1 << 20) == 0 ? "\(limit >> 20) MiB" : "\(limit) bytes"
  }

  private static func unreadable(_ path: String, because reason: String) -> RunFailure {
    .cannotRun("cannot read '\(path)': \(reason)")
  }
}
