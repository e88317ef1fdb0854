/// Scripts of steps, as far as words tell what they do. No shell's grammar: quotes and substitutions are looked past.
package enum ShellWords {
  /// Writes out `$NAME` and `${NAME}` where the value is known. What a script grows by is limited, so that a short one
  /// cannot repeat a long value for ever.
  static func expanding(_ script: String, _ value: (String) -> String?) -> String {
    let bytes = Array(script.utf8)
    guard bytes.contains(UInt8(ascii: "$")) else { return script }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var room = 4 * bytes.count + 1024
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "$"), let variable = variable(in: bytes, at: index + 1) else {
        result.append(bytes[index])
        index += 1
        continue
      }
      let text = value(String(decoding: bytes[variable.name], as: UTF8.self))
      if let text, text.utf8.count <= room {
        room -= text.utf8.count
        result += text.utf8
      } else {
        result += bytes[index..<variable.end]
      }
      index = variable.end
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The name that stands behind a dollar sign, and where it and its braces end.
  private static func variable(in bytes: [UInt8], at start: Int) -> (name: Range<Int>, end: Int)? {
    let isBraced = start < bytes.count && bytes[start] == UInt8(ascii: "{")
    let first = isBraced ? start + 1 : start
    var end = first
    while end < bytes.count, isNameByte(bytes[end]) { end += 1 }
    guard end > first else { return nil }
    guard isBraced else { return (first..<end, end) }
    return end < bytes.count && bytes[end] == UInt8(ascii: "}") ? (first..<end, end + 1) : nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
    default: false
    }
  }

  /// The words of each command: what stands between line ends, `&&`, `||`, `;` and `|`. A line may go on after a
  /// backslash.
  package static func commands(of script: String) -> [[Substring]] { parts(of: script).map(\.words) }

  struct Part {
    var words: [Substring]
    /// Whether it stands behind `||`, and runs when the command before it has failed.
    var isAlternative: Bool

    /// Whether it does nothing but make good the failure before it: `|| true`.
    var forgives: Bool {
      guard isAlternative, let first = words.first else { return false }
      return first == "true" || first == ":" || first == "echo" || first == "exit" && words.dropFirst().first == "0"
    }
  }

  /// The commands, with what joins them.
  static func parts(of script: String) -> [Part] {
    var commands: [Part] = []
    var current: [Substring] = []
    var isAlternative = false
    func close() {
      if !current.isEmpty { commands.append(Part(words: current, isAlternative: isAlternative)) }
      current = []
      isAlternative = false
    }
    for line in script.utf8.split(separator: UInt8(ascii: "\n")) {
      let words = line.split(whereSeparator: isSeparator)
      if words.first?.first == UInt8(ascii: "#") { continue }
      for word in words.map({ Substring($0) }) {
        switch word {
        case "&&", ";", "|": close()
        case "||":
          close()
          isAlternative = true
        case "\\": break
        default:
          current.append(word.utf8.last == UInt8(ascii: ";") ? word.dropLast() : word)
          if word.utf8.last == UInt8(ascii: ";") { close() }
        }
      }
      let isContinued = line.last { $0 != UInt8(ascii: "\r") } == UInt8(ascii: "\\")
      if !isContinued { close() }
    }
    close()
    return commands
  }

  /// White space, and what groups and quotes.
  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "`"): true
    default: false
    }
  }
}
