/// The marker of an enumerated list's item: `1.`, `(a)`, `iv)`, `#.` (docutils, `Body.parse_enumerator`).
struct Enumerator: Equatable {
  enum Format: CaseIterable {
    case parentheses
    case rightParenthesis
    case period
  }

  enum Sequence: CaseIterable {
    case arabic
    case lowerAlpha
    case upperAlpha
    case lowerRoman
    case upperRoman
    case auto
  }

  var format: Format
  var sequence: Sequence
  var ordinal: Int
  /// The marker's length in bytes, with the white space behind it.
  var length: Int

  /// The enumerator that `line` begins with; `expected` is the sequence of the list it may continue.
  static func read(_ line: LineSlice, in source: SourceText, expected: Sequence? = nil) -> Enumerator? {
    var start = line.start
    let opens = source.byte(start) == UInt8(ascii: "(")
    if opens { start += 1 }
    var end = start
    while end < line.end, isCounter(source.bytes[end]) { end += 1 }
    guard end > start, end < line.end else { return nil }
    let closing = source.bytes[end]
    let format: Format
    switch (opens, closing) {
    case (true, UInt8(ascii: ")")): format = .parentheses
    case (false, UInt8(ascii: ")")): format = .rightParenthesis
    case (false, UInt8(ascii: ".")): format = .period
    default: return nil
    }
    guard let length = source.markerLength(line, upTo: end + 1),
      let (sequence, ordinal) = value(Array(source.bytes[start..<end]), expected: expected)
    else { return nil }
    return Enumerator(format: format, sequence: sequence, ordinal: ordinal, length: length)
  }

  /// The markers, up to and with their one space, that would make the next line a sibling of this one.
  func nextMarkers() -> [[UInt8]] {
    let (prefix, suffix): (String, String) =
      switch format {
      case .parentheses: ("(", ") ")
      case .rightParenthesis: ("", ") ")
      case .period: ("", ". ")
      }
    guard let next = Self.text(of: ordinal + 1, in: sequence) else { return [] }
    return [Array((prefix + next + suffix).utf8), Array((prefix + "#" + suffix).utf8)]
  }

  private static func isCounter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x23, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  private static func value(_ text: [UInt8], expected: Sequence?) -> (Sequence, Int)? {
    if text == [UInt8(ascii: "#")] { return (.auto, 1) }
    let candidates: [Sequence]
    if let expected, expected != .auto, matches(text, expected) {
      candidates = [expected]
    } else if expected == nil, text == [UInt8(ascii: "i")] {
      candidates = [.lowerRoman]
    } else if expected == nil, text == [UInt8(ascii: "I")] {
      candidates = [.upperRoman]
    } else {
      candidates = Sequence.allCases
    }
    guard let sequence = candidates.first(where: { matches(text, $0) }) else { return nil }
    return ordinal(of: text, in: sequence).map { (sequence, $0) }
  }

  private static func matches(_ text: [UInt8], _ sequence: Sequence) -> Bool {
    switch sequence {
    case .arabic: text.allSatisfy { (0x30...0x39).contains($0) }
    case .lowerAlpha: text.count == 1 && (0x61...0x7A).contains(text[0])
    case .upperAlpha: text.count == 1 && (0x41...0x5A).contains(text[0])
    case .lowerRoman: text.allSatisfy { RomanNumeral.isDigit($0 & 0xDF) && $0 & 0x20 != 0 }
    case .upperRoman: text.allSatisfy(RomanNumeral.isDigit)
    case .auto: text == [UInt8(ascii: "#")]
    }
  }

  private static func ordinal(of text: [UInt8], in sequence: Sequence) -> Int? {
    switch sequence {
    // More digits than any list has items: text.
    case .arabic: text.count <= 15 ? Int(String(decoding: text, as: UTF8.self)) : nil
    case .lowerAlpha: Int(text[0]) - 0x60
    case .upperAlpha: Int(text[0]) - 0x40
    case .lowerRoman, .upperRoman: RomanNumeral.value(of: text.map { $0 & 0xDF })
    case .auto: 1
    }
  }

  private static func text(of ordinal: Int, in sequence: Sequence) -> String? {
    switch sequence {
    case .arabic: String(ordinal)
    case .lowerAlpha, .upperAlpha:
      ordinal > 26
        ? nil
        : String(decoding: [UInt8(ordinal + (sequence == .lowerAlpha ? 0x60 : 0x40))], as: UTF8.self)
    case .lowerRoman: RomanNumeral.text(of: ordinal)?.lowercased()
    case .upperRoman: RomanNumeral.text(of: ordinal)
    case .auto: "#"
    }
  }
}

/// Roman numerals from I to MMMMCMXCIX, in their one correct form.
enum RomanNumeral {
  private static let digits: [(text: String, value: Int)] = [
    ("M", 1000), ("CM", 900), ("D", 500), ("CD", 400), ("C", 100), ("XC", 90), ("L", 50), ("XL", 40), ("X", 10),
    ("IX", 9), ("V", 5), ("IV", 4), ("I", 1),
  ]

  static func isDigit(_ letter: UInt8) -> Bool { "IVXLCDM".utf8.contains(letter) }

  static func text(of number: Int) -> String? {
    guard (1...4999).contains(number) else { return nil }
    var rest = number
    var text = ""
    for digit in digits {
      while rest >= digit.value {
        text += digit.text
        rest -= digit.value
      }
    }
    return text
  }

  static func value(of numeral: [UInt8]) -> Int? {
    // The longest, MMMMDCCCLXXXVIII, has 16 letters.
    guard numeral.count <= 16 else { return nil }
    var rest = String(decoding: numeral, as: UTF8.self)[...]
    var value = 0
    for digit in digits {
      while rest.hasPrefix(digit.text) {
        value += digit.value
        rest = rest.dropFirst(digit.text.count)
      }
    }
    return rest.isEmpty && text(of: value).map { $0.utf8.elementsEqual(numeral) } == true ? value : nil
  }
}
