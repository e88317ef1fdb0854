/// Names of targets, substitutions and footnotes, as they are shown and as they are compared.
enum InlineNames {
  /// A name with its white space collapsed.
  static func collapsed(_ name: [UInt8]) -> String {
    var words: [Substring] = []
    let text = String(decoding: name, as: UTF8.self)
    for word in text.unicodeScalars.split(whereSeparator: \.isInlineSpace) { words.append(Substring(word)) }
    return words.joined(separator: " ")
  }

  /// A name as it is compared: white space collapsed, in lower case.
  static func normalized(_ name: [UInt8]) -> String {
    collapsed(name).lowercased()
  }
}
