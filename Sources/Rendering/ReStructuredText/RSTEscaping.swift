import Diagnostics
import Documents

/// Text as reStructuredText that reads as this text (docutils, "Escaping Mechanism" and "Inline Markup").
enum RSTEscaping {
  /// - Parameter isLast: whether the text ends its paragraph, where `::` would announce a literal block.
  static func escaped(_ text: String, isLast: Bool) -> String {
    var result = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      let isSpecial =
        switch scalar {
        case "\\", "*", "`", "|": true
        // Inside a word it is no reference's.
        case "_": (next.map { !isWordCharacter($0) } ?? true) && !startsWord(scalars, index)
        // Broken up in the log later, it would be a character longer, and its cell wider than its column.
        case "[": LogText.endsInCommandMark(scalars[..<index])
        case ":": isEnd(of: scalars, index, isLast) || endsScheme(scalars, index, next: next)
        default: false
        }
      if isSpecial { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }

  /// A text in backquotes, where angle brackets at its end would hold a target.
  static func escapedInPhrase(_ text: String) -> String {
    let escaped = escaped(text, isLast: false)
    guard text.last == ">" else { return escaped }
    return String(escaped.flatMap { $0 == "<" || $0 == ">" ? ["\\", $0] : [$0] })
  }

  /// A text in the backquotes of a role that takes a title and a target: Sphinx looks for angle brackets, and at the
  /// start for a mark that it is to make no link.
  static func escapedInRole(_ text: String) -> String {
    let escaped = String(escaped(text, isLast: false).flatMap { $0 == "<" || $0 == ">" ? ["\\", $0] : [$0] })
    return escaped.hasPrefix("!") ? "\\" + escaped : escaped
  }

  /// The first word of a block, so that the block is a paragraph.
  static func escapedAtStart(_ word: [UInt8]) -> [UInt8] {
    guard let first = word.first else { return word }
    if let mark = enumeratorMark(word) {
      return Array(word[..<mark]) + [UInt8(ascii: "\\")] + Array(word[mark...])
    }
    let isMarker =
      "-+/:=".utf8.contains(first) || word == Array(">>>".utf8) || word.starts(with: Array("..".utf8))
      || ["•", "‣", "⁃"].contains { Array($0.utf8) == word }
    return isMarker ? [UInt8(ascii: "\\")] + word : word
  }

  /// The offset of the period or parenthesis that ends an enumerator: `1.`, `(a)`, `iv)`, `#.`.
  private static func enumeratorMark(_ word: [UInt8]) -> Int? {
    guard let last = word.last, last == UInt8(ascii: ".") || last == UInt8(ascii: ")") else { return nil }
    let label = word.dropLast().drop { $0 == UInt8(ascii: "(") }
    guard !label.isEmpty, word.count - label.count <= 2 else { return nil }
    let isNumber = label.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let isRoman = label.allSatisfy { "ivxlcdmIVXLCDM".utf8.contains($0) }
    let isLetter = label.count == 1 && label.allSatisfy { $0 == UInt8(ascii: "#") || isASCIILetter($0) }
    return isNumber || isRoman || isLetter ? word.count - 1 : nil
  }

  /// Whether a line that begins with the word could be a table's border.
  static func isTableBorder(_ word: some Collection<UInt8>) -> Bool {
    guard word.count > 1 else { return false }
    return word.allSatisfy { $0 == UInt8(ascii: "=") } || word.starts(with: Array("+-".utf8))
  }

  /// Whether underscores stand at the start of a word, where they end no reference.
  private static func startsWord(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard let end = scalars[index...].firstIndex(where: { $0 != "_" }), isWordCharacter(scalars[end]) else {
      return false
    }
    let start = scalars[..<index].lastIndex { $0 != "_" }
    return start.map { scalars[$0] == " " || scalars[$0] == "(" } ?? true
  }

  private static func isEnd(of scalars: [Unicode.Scalar], _ index: Int, _ isLast: Bool) -> Bool {
    isLast && index + 1 == scalars.count && index > 0 && scalars[index - 1] == ":"
  }

  /// Whether a colon ends a scheme that docutils makes links of and a page should not (`javascript:`).
  ///
  /// Web and mail addresses stay: a page shows them as they are, as its readers expect.
  private static func endsScheme(_ scalars: [Unicode.Scalar], _ index: Int, next: Unicode.Scalar?) -> Bool {
    guard let next, next != " " else { return false }
    var start = index
    while start > 0, index - start < 32, isSchemeCharacter(scalars[start - 1]) { start -= 1 }
    return (start..<index).contains { candidate in
      guard candidate == start || !isWordCharacter(scalars[candidate - 1]) else { return false }
      var scheme = String.UnicodeScalarView()
      scheme.append(contentsOf: scalars[candidate..<index])
      let name = String(scheme).lowercased()
      return !["http", "https", "mailto"].contains(name) && InlineURISchemes.contains(name)
    }
  }

  private static func isSchemeCharacter(_ scalar: Unicode.Scalar) -> Bool {
    isWordCharacter(scalar) || scalar == "+" || scalar == "-" || scalar == "."
  }

  static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
    guard let byte = UInt8(exactly: scalar.value) else { return false }
    return isASCIILetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isASCIILetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
