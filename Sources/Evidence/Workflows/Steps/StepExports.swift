/// What scripts of a job leave for the steps behind them, in the file that `GITHUB_ENV` names.
enum StepExports {
  /// By name; open where the value is known only when it runs.
  static func variables(of script: String) -> [String: CommandWord] {
    guard script.contains("GITHUB_ENV") else { return [:] }
    var found: [String: CommandWord] = [:]
    let lines = script.split(whereSeparator: \.isNewline)
    for line in lines where line.contains("GITHUB_ENV") {
      let text = line.prefix(upTo: line.firstIndex(of: ">") ?? line.endIndex)
      for (name, value) in assignments(in: text) {
        found[name] = CommandWord(text: value, isOpen: value.contains("$") || value.contains("`"))
      }
    }
    if !found.isEmpty { return found }
    // A here-document, or a group of commands.
    for line in lines {
      for (name, value) in assignments(in: line) { found[name] = CommandWord(text: value, isOpen: true) }
    }
    return found
  }

  /// `NAME=value`, to the end of its quotes or of the text.
  private static func assignments(in text: Substring) -> [(String, String)] {
    var rest = text
    var found: [(String, String)] = []
    while let sign = rest.firstIndex(of: "=") {
      let name = String(
        rest[..<sign].reversed().prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }.reversed())
      let before = rest[..<sign].dropLast(name.count).last
      let value = rest[rest.index(after: sign)...]
      let end: Substring.Index
      if let quote = before, quote == "\"" || quote == "'" {
        end = value.firstIndex(of: quote) ?? value.endIndex
      } else {
        end = value.endIndex
      }
      if !name.isEmpty { found.append((name, unquoted(value[..<end]))) }
      rest = value[end...]
    }
    return found
  }

  private static func unquoted(_ value: Substring) -> String {
    var value = value
    while value.last == " " { value.removeLast() }
    if let quote = value.first, quote == "\"" || quote == "'", value.last == quote, value.count > 1 {
      value = value.dropFirst().dropLast()
    }
    return String(value)
  }
}
