/// Reads bytes that should be UTF-8 one scalar at a time, and never fails.
enum UTF8Decoding {
  /// The scalar at an index and how many bytes it takes.
  ///
  /// Nil for bytes that are none; they are taken as far as they begin a well-formed sequence, at least one, so that each
  /// nil is one U+FFFD of a decoder that follows the Unicode standard (section 3.9, U+FFFD substitution).
  ///
  /// - Parameter index: an index of `bytes`, not its end.
  static func scalar(in bytes: ArraySlice<UInt8>, at index: Int) -> (scalar: Unicode.Scalar?, length: Int) {
    let lead = bytes[index]
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    guard let (count, second) = sequence(after: lead) else { return (nil, 1) }
    var value = UInt32(lead) & (0x7F >> UInt32(count))
    for position in 1..<count {
      let expected = position == 1 ? second : 0x80...0xBF
      guard index + position < bytes.endIndex, expected.contains(bytes[index + position]) else {
        return (nil, position)
      }
      value = value << 6 | UInt32(bytes[index + position] & 0x3F)
    }
    return (Unicode.Scalar(value), count)
  }

  /// How many bytes a sequence has, and which may come second (table 3-7 of the Unicode standard).
  private static func sequence(after lead: UInt8) -> (count: Int, second: ClosedRange<UInt8>)? {
    switch lead {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: nil
    }
  }
}
