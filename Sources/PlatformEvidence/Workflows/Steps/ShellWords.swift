/// Scripts of steps, as far as words tell what they do. No shell's grammar: quotes and substitutions are looked past.
enum ShellWords {
  /// Writes out `$NAME` and `${NAME}` where the value is known. What a script grows by is limited, so that a short one
  /// cannot repeat a long value for ever.
  static func expanding(_ script: String, _ value: (String) -> String?) -> String {
    guard script.utf8.contains(UInt8(ascii: "$")) else { return script }
    var result = ""
    var room = 4 * script.utf8.count + 1024
    var rest = script[...]
    while let dollar = rest.firstIndex(of: "$") {
      result += rest[..<dollar]
      rest = rest[rest.index(after: dollar)...]
      let isBraced = rest.first == "{"
      let name = rest.dropFirst(isBraced ? 1 : 0).prefix { $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "_" }
      let after = rest[name.endIndex...]
      if !name.isEmpty, !isBraced || after.first == "}", let text = value(String(name)), text.utf8.count <= room {
        room -= text.utf8.count
        result += text
        rest = isBraced ? after.dropFirst() : after
      } else {
        result += "$"
      }
    }
    return result + rest
  }

  /// The words of each command: what stands between line ends, `&&`, `||`, `;` and `|`. A line may go on after a
  /// backslash.
  static func commands(of script: String) -> [[Substring]] {
    var commands: [[Substring]] = []
    var current: [Substring] = []
    func close() {
      if !current.isEmpty { commands.append(current) }
      current = []
    }
    for line in script.split(separator: "\n") {
      let isComment = line.drop { $0 == " " || $0 == "\t" }.first == "#"
      guard !isComment else { continue }
      for word in line.split(whereSeparator: { " \t\r\"'()`".contains($0) }) {
        switch word {
        case "&&", "||", ";", "|": close()
        case "\\": break
        default:
          current.append(word.last == ";" ? word.dropLast() : word)
          if word.last == ";" { close() }
        }
      }
      if line.last != "\\" { close() }
    }
    close()
    return commands
  }
}
