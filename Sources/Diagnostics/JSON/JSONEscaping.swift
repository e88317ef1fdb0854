/// The inside of JSON strings (RFC 8259, section 7).
///
/// More is escaped than must be: what JavaScript takes as a line end, what would act on the terminal of a person who looks
/// at the output, and what would be a command in a log.
enum JSONEscaping {
  /// - Parameter text: well-formed UTF-8, as a `String` gives it.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var copied = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      guard needsLook(byte) else {
        index += 1
        continue
      }
      let (scalar, length) = scalar(in: text, at: index)
      let isMark = byte == UInt8(ascii: "[") && LogText.endsInCommandMark(text, before: index)
      if let escape = isMark ? "\\u005b" : escape(of: scalar) {
        output.append(contentsOf: text[copied..<index])
        output.append(contentsOf: escape.utf8)
        copied = index + length
      }
      index += length
    }
    output.append(contentsOf: text[copied...])
  }

  /// Whether a byte is escaped or may begin a character that is.
  private static func needsLook(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "["), 0x7F, 0xC2, 0xD8...0xE2, 0xEF...0xF4:
      true
    default: false
    }
  }

  private static func scalar(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> (UInt32, length: Int) {
    let lead = UInt32(text[index])
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard length > 1, index + length <= text.count else { return (lead, 1) }
    let first = lead & (0x7F >> UInt32(length))
    return ((1..<length).reduce(first) { $0 << 6 | UInt32(text[index + $1] & 0x3F) }, length)
  }

  private static func escape(of scalar: UInt32) -> String? {
    switch scalar {
    case 0x22: "\\\""
    case 0x5C: "\\\\"
    case 0x08: "\\b"
    case 0x09: "\\t"
    case 0x0A: "\\n"
    case 0x0C: "\\f"
    case 0x0D: "\\r"
    default:
      Unicode.Scalar(scalar).flatMap { scalar in
        VisibleText.isVisible(scalar)
          ? nil : scalar.utf16.map { "\\u\(VisibleText.hexadecimal(UInt32($0), digits: 4).lowercased())" }.joined()
      }
    }
  }
}
