/// White space as Python's `str.strip` and `str.split` see it.
enum WhiteSpace {
  /// The length in bytes of the white space character that starts at `index`, 0 if there is none.
  static func length(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let byte = bytes[index]
    if byte < 0x80 { return byte == 0x20 || (0x09...0x0D).contains(byte) || (0x1C...0x1F).contains(byte) ? 1 : 0 }
    if byte == 0xC2, index + 1 < bytes.count { return bytes[index + 1] == 0x85 || bytes[index + 1] == 0xA0 ? 2 : 0 }
    guard index + 2 < bytes.count else { return 0 }
    return isThreeByteSpace(byte, bytes[index + 1], bytes[index + 2]) ? 3 : 0
  }

  static func trimmedEnd(of range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound {
      let byte = bytes[end - 1]
      if byte > 0x20, byte < 0x80 { return end }
      if byte <= 0x20 {
        if length(at: end - 1, in: bytes) == 0 { return end }
        end -= 1
      } else if end - 2 >= range.lowerBound, length(at: end - 2, in: bytes) == 2 {
        end -= 2
      } else if end - 3 >= range.lowerBound, length(at: end - 3, in: bytes) == 3 {
        end -= 3
      } else {
        return end
      }
    }
    return end
  }

  /// A text with runs of white space as one space, and none at the ends.
  static func collapsedString(_ text: [UInt8]) -> String {
    // Most texts are so already, and are ASCII.
    if isCollapsed(text) { return String(decoding: text, as: UTF8.self) }
    return text.withUnsafeBufferPointer { text in
      String(unsafeUninitializedCapacity: text.count) { collapse(text, into: $0) }
    }
  }

  private static func isCollapsed(_ text: [UInt8]) -> Bool {
    var previous = UInt8(ascii: " ")
    for byte in text {
      guard byte < 0x80, byte > 0x20 || byte == 0x20 && previous != 0x20 else { return false }
      previous = byte
    }
    return previous != 0x20
  }

  /// Runs of white space as one space, none at the ends.
  static func collapsed(_ text: some Collection<UInt8>) -> [UInt8] {
    let result = text.withContiguousStorageIfAvailable { text in
      [UInt8](unsafeUninitializedCapacity: text.count) { $1 = collapse(text, into: $0) }
    }
    return result ?? collapsed(Array(text))
  }

  /// Writes the collapsed text, which is no longer than the text, and returns its length.
  private static func collapse(
    _ text: UnsafeBufferPointer<UInt8>, into result: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var end = 0
    var index = 0
    var isPending = false
    while index < text.count {
      let byte = text[index]
      let space = byte > 0x20 && byte < 0x80 ? 0 : length(at: index, in: text)
      if space > 0 {
        isPending = end > 0
        index += space
        continue
      }
      if isPending {
        result[end] = 0x20
        end += 1
        isPending = false
      }
      result[end] = byte
      end += 1
      index += 1
    }
    return end
  }

  // U+1680, U+2000–U+200A, U+2028, U+2029, U+202F, U+205F, U+3000.
  private static func isThreeByteSpace(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    case (0xE1, 0x9A): third == 0x80
    case (0xE2, 0x80): (0x80...0x8A).contains(third) || third == 0xA8 || third == 0xA9 || third == 0xAF
    case (0xE2, 0x81): third == 0x9F
    case (0xE3, 0x80): third == 0x80
    default: false
    }
  }
}
