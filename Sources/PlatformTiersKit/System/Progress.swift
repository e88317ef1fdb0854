import Diagnostics
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What a run of more than a second is at, in a line on standard error that is gone when it ends. Where standard error is
/// no terminal, nothing.
final class Progress: Sendable {
  private let words: String
  private let total: Int
  private let count = Atomic(0)
  /// A pipe whose closed end wakes the thread that shows the line.
  private let end: (read: Int32, write: Int32)

  /// Runs something that may take long.
  ///
  /// - Parameters:
  ///   - words: `reading the commits of 'x.rst'`; what it quotes may be anything.
  ///   - total: of how many steps, each of which the body tells by `step()`; 0 where there are none.
  static func during<Result, Failure: Error>(
    _ words: String, of total: Int = 0, _ body: (Progress?) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let progress = Progress(words, total)
    let thread = progress.flatMap { progress in startThread { progress.show() } }
    defer {
      if let progress { close(progress.end.write) }
      if let thread { pthread_join(thread, nil) }
      if let progress { close(progress.end.read) }
    }
    return try body(progress)
  }

  func step() { count.add(1, ordering: .relaxed) }

  private init?(_ words: String, _ total: Int) {
    guard StandardStream.error.showsProgress else { return nil }
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    for descriptor in ends { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    self.words = words
    self.total = total
    end = (ends[0], ends[1])
  }

  private func show() {
    guard !hasEnded(within: 1000) else { return }
    repeat { try? StandardStream.error.write("\r\u{1B}[2K\(line)") } while !hasEnded(within: 200)
    try? StandardStream.error.write("\r\u{1B}[2K")
  }

  /// No longer than the terminal is wide: what is wrapped would not be erased.
  private var line: String {
    let columns = StandardStream.error.layout().columns
    let steps = total == 0 ? "" : ", \(min(count.load(ordering: .relaxed), total)) of \(total)"
    return TextWidth.prefix(of: VisibleText.of("platform-tiers: \(words)\(steps)"), columns: columns - 1)
  }

  private func hasEnded(within milliseconds: Int32) -> Bool {
    var descriptor = pollfd(fd: end.read, events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, milliseconds) != 0
  }
}

extension StandardStream {
  /// Whether a line can be shown on it and erased again.
  fileprivate var showsProgress: Bool { isTerminal && Environment.value(of: "TERM") != "dumb" }
}
