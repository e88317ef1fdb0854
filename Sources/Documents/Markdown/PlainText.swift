/// Text without markup, which is most of it: told apart so that libcmark reads only what needs reading.
enum PlainText {
  /// Longer contents are taken as they are written: libcmark needs some hundred times their size in memory.
  static let markupLimit = 1 << 22

  /// Whether the range is to be read as it is written. Some text without markup is not recognised as such.
  static func isPlain(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count <= markupLimit else { return true }
    for offset in range {
      switch bytes[offset] {
      case 0, .backslash, .openingBracket, UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: "&"):
        return false
      case UInt8(ascii: "_"):
        guard offset > range.lowerBound, offset + 1 < range.upperBound, bytes[offset - 1].isASCIIAlphanumeric,
          bytes[offset + 1].isASCIIAlphanumeric
        else { return false }
      default: break
      }
    }
    return true
  }

  /// The text of bytes, white space collapsed and trimmed, where white space is what Python's `\s` matches.
  static func collapsed(_ bytes: ArraySlice<UInt8>) -> String {
    guard needsCollapsing(bytes) else { return String(decoding: bytes, as: UTF8.self) }
    var result = String.UnicodeScalarView()
    var isPending = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if isSpace(scalar) {
        isPending = !result.isEmpty
      } else {
        if isPending { result.append(" ") }
        isPending = false
        result.append(scalar == "\0" ? "\u{FFFD}" : scalar)
      }
    }
    return String(result)
  }

  /// Where places of a text are once its white space is collapsed.
  ///
  /// - Parameter marks: UTF-8 offsets, in order.
  static func collapsedOffsets(of marks: [Int], in text: String) -> [Int: Int] {
    var places: [Int: Int] = [:]
    var next = 0
    var offset = 0
    var length = 0
    var isPending = false
    for scalar in text.unicodeScalars {
      while next < marks.count, marks[next] <= offset {
        places[marks[next]] = length + (isPending ? 1 : 0)
        next += 1
      }
      offset += UTF8.width(scalar)
      if isSpace(scalar) {
        isPending = length > 0
      } else {
        length += UTF8.width(scalar) + (isPending ? 1 : 0)
        isPending = false
      }
    }
    for mark in marks[next...] { places[mark] = length }
    return places
  }

  private static func needsCollapsing(_ bytes: ArraySlice<UInt8>) -> Bool {
    var previous = UInt8.space
    for byte in bytes {
      if byte < 0x20 || (byte == .space && previous == .space) { return true }
      // The bytes that white space outside ASCII starts with.
      if byte == 0xC2 || (0xE1...0xE3).contains(byte) { return true }
      previous = byte
    }
    return previous == .space && !bytes.isEmpty
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}
