import Diagnostics

/// Prints diffs on standard output.
enum DiffOutput {
  /// `patch` needs the bytes as they are; a terminal must not get them, and a log no commands.
  static func write(_ diff: [UInt8]) throws(RunFailure) {
    try StandardStream.output.write(StandardStream.output.isTerminal ? visible(diff) : diff)
  }

  private static func visible(_ diff: [UInt8]) -> [UInt8] {
    let lines = diff.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return Array(lines.map { VisibleText.of(bytes: $0, tab: "\t") }.joined(separator: "\n").utf8)
  }
}
