import Diagnostics

/// The bytes at which reading a block's text has something to do; most text has none of them.
struct InlineBytes: OptionSet {
  let rawValue: UInt8

  static let markup = Self(rawValue: 1)
  static let escape = Self(rawValue: 2)
  /// `:` and `@`, which every standalone link holds.
  static let link = Self(rawValue: 4)

  private static let table: [UInt8] = (0..<256).map { value in
    switch UInt8(value) {
    case UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "_"), UInt8(ascii: "["): markup.rawValue
    case UInt8(ascii: "\\"), InlineText.escape: escape.rawValue
    case UInt8(ascii: ":"), UInt8(ascii: "@"): link.rawValue
    default: 0
    }
  }

  /// All that occurs in a text.
  static func all(in bytes: [UInt8]) -> Self {
    table.withUnsafeBufferPointer { table in
      bytes.withUnsafeBufferPointer { buffer in
        var found: UInt8 = 0
        for byte in buffer { found |= table[Int(byte)] }
        return Self(rawValue: found)
      }
    }
  }

  static func firstMarkup(in bytes: [UInt8], from offset: Int) -> Int? {
    first(.markup, in: bytes, range: offset..<max(offset, bytes.count)) { word in
      word.bytes(equalTo: UInt8(ascii: "*")) | word.bytes(equalTo: UInt8(ascii: "`"))
        | word.bytes(equalTo: UInt8(ascii: "|"))
        // `[` is `_` without this bit.
        | (word | UInt64(eachByte: 0x04)).bytes(equalTo: UInt8(ascii: "_"))
    }
  }

  static func firstLink(in bytes: [UInt8], range: Range<Int>) -> Int? {
    first(.link, in: bytes, range: range) { word in
      word.bytes(equalTo: UInt8(ascii: ":")) | word.bytes(equalTo: UInt8(ascii: "@"))
    }
  }

  /// - Parameter marking: finds in eight bytes those that are wanted.
  @inline(__always)
  private static func first(
    _ wanted: Self, in bytes: [UInt8], range: Range<Int>, marking: (UInt64) -> UInt64
  ) -> Int? {
    table.withUnsafeBufferPointer { table in
      bytes.withUnsafeBufferPointer { buffer in
        let end = min(range.upperBound, buffer.count)
        let start = max(range.lowerBound, 0)
        guard start < end else { return nil }
        let text = UnsafeBufferPointer(rebasing: buffer[..<end])
        var index = text.indexAfterPlainBytes(from: start, marking: marking)
        while index < end {
          if table[Int(text[index])] & wanted.rawValue != 0 { return index }
          index += 1
        }
        return nil
      }
    }
  }
}
