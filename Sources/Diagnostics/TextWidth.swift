/// How many columns text takes on a terminal and in a table drawn with characters.
package enum TextWidth {
  /// 2 for wide and full-width characters, 0 for combining marks, format and control characters, 1 for all others.
  ///
  /// A tab is 0 here: what it takes depends on where it stands.
  package static func columns(of scalar: Unicode.Scalar) -> Int {
    let code = scalar.value
    if code < 0x300 { return code < 0x20 || (0x7F..<0xA0).contains(code) ? 0 : 1 }
    if contains(code, TextWidthTables.zeroWidth) { return 0 }
    return isWide(code) ? 2 : 1
  }

  /// The columns of all characters together. What is drawn as one (a joined emoji, a flag) takes two at the most.
  package static func columns(of text: some StringProtocol) -> Int {
    if text.isPrintableASCII { return text.utf8.count }
    // Taking text apart into characters is slow, and little of it has any of more than one code point.
    if text.unicodeScalars.allSatisfy({ $0.isPlain }) { return text.unicodeScalars.count }
    return text.reduce(0) { $0 + columns(of: $1) }
  }

  static func columns(of character: Character) -> Int {
    min(2, character.unicodeScalars.reduce(0) { $0 + columns(of: $1) })
  }

  /// Whether the code point's East Asian Width is W or F.
  package static func isWide(_ scalar: UInt32) -> Bool {
    scalar >= 0x1100 && contains(scalar, TextWidthTables.wide)
  }

  /// Whether the code point's canonical combining class is other than 0.
  package static func isCombining(_ scalar: UInt32) -> Bool {
    scalar >= 0x300 && contains(scalar, TextWidthTables.combining)
  }

  private static func contains(_ code: UInt32, _ bounds: [UInt32]) -> Bool {
    var low = 0
    var high = bounds.count / 2
    while low < high {
      let middle = (low + high) / 2
      if bounds[2 * middle + 1] < code { low = middle + 1 } else { high = middle }
    }
    return 2 * low < bounds.count && bounds[2 * low] <= code
  }
}
