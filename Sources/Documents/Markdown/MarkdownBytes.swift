extension UInt8 {
  static let lineFeed = UInt8(ascii: "\n")
  static let tab = UInt8(ascii: "\t")
  static let space = UInt8(ascii: " ")
  static let pipe = UInt8(ascii: "|")
  static let backslash = UInt8(ascii: "\\")
  static let hyphen = UInt8(ascii: "-")
  static let plus = UInt8(ascii: "+")
  static let equals = UInt8(ascii: "=")
  static let colon = UInt8(ascii: ":")
  static let openingBracket = UInt8(ascii: "[")
  static let closingBracket = UInt8(ascii: "]")
  static let lessThan = UInt8(ascii: "<")
  static let greaterThan = UInt8(ascii: ">")

  var isSpaceOrTab: Bool { self == .space || self == .tab }
  /// What cmark trims from a cell: space, tab, LF, VT, FF, CR.
  var isMarkdownSpace: Bool { self == .space || (0x09...0x0D).contains(self) }
  /// White space inside a line.
  var isInlineSpace: Bool { isSpaceOrTab || self == 0x0B || self == 0x0C }
  var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  var isASCIILetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
  var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }
  var isASCIIPunctuation: Bool { (0x21...0x7E).contains(self) && !isASCIIAlphanumeric }
}

extension [UInt8] {
  /// The range without white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, self[start].isMarkdownSpace { start += 1 }
    while end > start, self[end - 1].isMarkdownSpace { end -= 1 }
    return start..<end
  }

  /// Whether the range starts with the bytes of an ASCII text, ignoring the case of its letters if asked to.
  func starts(with text: StaticString, in range: Range<Int>, ignoringCase: Bool = false) -> Bool {
    guard range.count >= text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { wanted in
      for index in 0..<wanted.count {
        let byte = self[range.lowerBound + index]
        if byte == wanted[index] { continue }
        guard ignoringCase, byte.isASCIILetter, byte | 0x20 == wanted[index] | 0x20 else { return false }
      }
      return true
    }
  }

  /// The offset of the first occurrence of an ASCII text in the range.
  func firstOffset(of text: StaticString, in range: Range<Int>, ignoringCase: Bool = false) -> Int? {
    let last = range.upperBound - text.utf8CodeUnitCount
    guard last >= range.lowerBound else { return nil }
    return (range.lowerBound...last).first {
      starts(with: text, in: $0..<range.upperBound, ignoringCase: ignoringCase)
    }
  }
}
