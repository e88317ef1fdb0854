/// What the inside of a JSON string stands for (RFC 8259, section 7).
enum JSONUnescaping {
  /// - Parameter inside: with valid escapes, as `JSONReader` has passed them.
  static func text(of inside: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    var rest = inside
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let kind = rest.popFirst() else {
        result.append(byte)
        continue
      }
      switch kind {
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "u"): result += UTF8.encode(scalar(&rest)) ?? UTF8.encodedReplacementCharacter
      default: result.append(kind)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  static func value(ofHexadecimal digit: UInt8) -> UInt32? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(digit - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(digit - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(digit - UInt8(ascii: "A")) + 10
    default: nil
    }
  }

  /// What stands behind `\u`: one unit, or two that belong together. Half of a pair is U+FFFD.
  private static func scalar(_ rest: inout ArraySlice<UInt8>) -> Unicode.Scalar {
    let first = unit(&rest)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, rest.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else { return "\u{FFFD}" }
    var behind = rest.dropFirst(2)
    let second = unit(&behind)
    guard (0xDC00..<0xE000).contains(second) else { return "\u{FFFD}" }
    rest = behind
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
  }

  private static func unit(_ rest: inout ArraySlice<UInt8>) -> UInt32 {
    var unit: UInt32 = 0
    for digit in rest.prefix(4) { unit = unit << 4 | (value(ofHexadecimal: digit) ?? 0) }
    rest = rest.dropFirst(4)
    return unit
  }
}
