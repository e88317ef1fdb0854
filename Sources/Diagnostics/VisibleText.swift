/// Untrusted text as it may stand on a terminal, in a log or in a page: what would move the cursor, change the direction
/// of reading or hide is shown as what it is.
package enum VisibleText {
  /// Control characters as their pictures (`␛`), further invisible ones by their code (`<U+202E>`); line ends included.
  package static func of(_ text: some StringProtocol) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return String(text) }
    var result = ""
    for scalar in text.unicodeScalars { append(scalar, to: &result) }
    return result
  }

  /// As `of`; bytes that are not UTF-8 as `<0xFF>`.
  package static func of(bytes: ArraySlice<UInt8>, tab: String = "␉") -> String {
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
    if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) {
      text.unicodeScalars.append(picture)
    } else if scalar.value == 0x7F {
      text.unicodeScalars.append("␡")
    } else if isInvisible(scalar) {
      text += "<U+\(hexadecimal(scalar.value, digits: 4))>"
    } else {
      text.unicodeScalars.append(scalar)
    }
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x80 else { return false }
    switch scalar.value {
    case 0xAD, 0x200C, 0x200D:
      // A soft hyphen, and what joins letters and emoji: harmless, and part of correct text.
      return false
    case let code where code & 0xFFFE == 0xFFFE:
      return true
    default:
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: return true
      default: return (0xFDD0...0xFDEF).contains(scalar.value)
      }
    }
  }
}
