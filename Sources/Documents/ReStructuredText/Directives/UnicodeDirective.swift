/// The directive `unicode`: characters by their codes, among text (docutils, `Unicode` and `directives.unicode_code`).
enum UnicodeDirective {
  /// What an argument stands for: its words joined, up to a comment, with a character in the place of each code.
  static func text(of argument: [UInt8]) -> [UInt8] {
    var text = ""
    for word in String(decoding: argument, as: UTF8.self).split(whereSeparator: { $0.isWhitespace }) {
      if word == ".." { break }
      text += character(word) ?? String(word)
    }
    return Array(text.utf8)
  }

  /// The character of `169`, `0xA9`, `xA9`, `\xA9`, `U+A9`, `\u00A9` or `&#xA9;`.
  private static func character(_ word: Substring) -> String? {
    if let code = UInt32(word), word.utf8.allSatisfy({ $0 >= 0x30 }) { return Unicode.Scalar(code).map { String($0) } }
    var code = word.lowercased()[...]
    if code.hasPrefix("&#x"), code.hasSuffix(";") {
      code = code.dropFirst(3).dropLast()
    } else if let prefix = ["0x", "x", "\\x", "u+", "u", "\\u"].first(where: { code.hasPrefix($0) }) {
      code = code.dropFirst(prefix.count)
    } else {
      return nil
    }
    guard code.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }) else { return nil }
    return UInt32(code, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) }
  }
}
