import Diagnostics

/// What the tool says of itself, on standard error.
package enum ErrorOutput {
  /// One line `platform-tiers: error: …`.
  package static func write(_ failure: RunFailure) {
    write("\(prefix)\(VisibleText.of(failure.message))\n")
  }

  /// A line of information: `platform-tiers: …`.
  package static func note(_ text: String) {
    write("platform-tiers: \(VisibleText.of(text))\n")
  }

  /// Text of our own over several lines, which may quote arguments.
  ///
  /// - Parameter quoting: these are made visible as a whole, line ends included, so that none of them can pass for a
  ///   line of ours.
  package static func write(lines text: String, quoting arguments: [String]) {
    var text = text
    for argument in arguments {
      let visible = VisibleText.of(argument)
      if visible != argument { text = replace(argument, by: visible, in: text) }
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    write(lines.map { VisibleText.of($0) }.joined(separator: "\n") + "\n")
  }

  package static let prefix = "platform-tiers: error: "

  private static func replace(_ part: String, by replacement: String, in text: String) -> String {
    let text = Array(text.utf8)
    let part = Array(part.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      if text[index...].starts(with: part) {
        result += replacement.utf8
        index += part.count
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Where standard error is closed there is nobody left to tell.
  private static func write(_ text: String) {
    try? StandardStream.error.write(text)
  }
}
