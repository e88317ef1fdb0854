/// Untrusted text as it may stand on a terminal, in a log or in a page: what would move the cursor, change the direction
/// of reading or hide is shown as what it is.
package enum VisibleText {
  /// Control characters as their pictures (`␛`), further invisible ones by their code (`<U+202E>`); line ends included.
  package static func of(_ text: some StringProtocol) -> String {
    if text.isPrintableASCII { return String(text) }
    var result = ""
    for scalar in text.unicodeScalars { append(scalar, to: &result) }
    return result
  }

  /// As `of`; bytes that are not UTF-8 as `<0xFF>`.
  package static func of(bytes: ArraySlice<UInt8>, tab: String = "␉") -> String {
    if bytes.withUnsafeBufferPointer({ $0.isPrintableASCII }) { return String(decoding: bytes, as: UTF8.self) }
    var result = ""
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let (scalar, length) = UTF8Decoding.scalar(in: bytes, at: index)
      if scalar == "\t" {
        result += tab
      } else if let scalar {
        append(scalar, to: &result)
      } else {
        for byte in bytes[index..<index + length] { result += "<0x\(hexadecimal(UInt32(byte), digits: 2))>" }
      }
      index += length
    }
    return result
  }

  /// A number in upper-case hexadecimal digits, padded with zeros.
  static func hexadecimal(_ number: UInt32, digits: Int) -> String {
    let text = String(number, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  private static func append(_ scalar: Unicode.Scalar, to text: inout String) {
    if isVisible(scalar) {
      text.unicodeScalars.append(scalar)
    } else if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) {
      text.unicodeScalars.append(picture)
    } else if scalar.value == 0x7F {
      text.unicodeScalars.append("␡")
    } else {
      text += "<U+\(hexadecimal(scalar.value, digits: 4))>"
    }
  }

  /// Whether a character may stand anywhere as it is.
  static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    guard !scalar.isPlain else { return true }
    guard scalar.value >= 0x7F else { return false }
    // A soft hyphen, and what joins letters and emoji: harmless, and part of correct text.
    if [0xAD, 0x200C, 0x200D].contains(scalar.value) { return true }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return false
    default: return !scalar.properties.isNoncharacterCodePoint
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is one of ASCII's or Latin's letters and signs, or a dash, quotation mark or dot of General Punctuation:
  /// each is seen, takes one column and joins nothing.
  var isPlain: Bool {
    switch value {
    case 0x20...0x7E, 0xA1...0xAC, 0xAE...0x2FF, 0x2010...0x2027: true
    default: false
    }
  }
}
