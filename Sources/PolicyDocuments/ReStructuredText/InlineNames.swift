/// Names of targets, substitutions and footnotes, as they are shown and as they are compared.
enum InlineNames {
  /// A name with its white space collapsed.
  static func collapsed(_ name: [UInt8]) -> String {
    if isCollapsed(name) { return String(decoding: name, as: UTF8.self) }
    var words: [Substring] = []
    let text = String(decoding: name, as: UTF8.self)
    for word in text.unicodeScalars.split(whereSeparator: \.isInlineSpace) { words.append(Substring(word)) }
    return words.joined(separator: " ")
  }

  /// Whether there is nothing but ASCII and single spaces inside, as nearly always.
  private static func isCollapsed(_ name: [UInt8]) -> Bool {
    var previous = UInt8(ascii: " ")
    for byte in name {
      guard byte < 0x80, byte > 0x20 || byte == 0x20 && previous != 0x20 else { return false }
      previous = byte
    }
    return previous != 0x20
  }

  /// A name as it is compared: white space collapsed, in lower case.
  static func normalized(_ name: [UInt8]) -> String {
    collapsed(name).lowercased()
  }
}
