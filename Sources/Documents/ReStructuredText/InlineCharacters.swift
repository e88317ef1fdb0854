/// What a character means to the recognition of inline markup.
///
/// The sets are those of docutils' "inline markup recognition rules", which are frozen at the punctuation of Unicode 5.2;
/// word characters and white space are those of Python's `\w` (without `_`) and `\s`.
struct InlineCharacterClass: OptionSet, Sendable {
  let rawValue: UInt8

  static let space = Self(rawValue: 1)
  /// An opening bracket or quotation mark.
  static let opener = Self(rawValue: 2)
  /// A closing bracket or quotation mark.
  static let closer = Self(rawValue: 4)
  static let delimiter = Self(rawValue: 8)
  /// Punctuation that may follow markup but not precede it, and the escape character (a backslash, NUL in `InlineText`).
  static let closingDelimiter = Self(rawValue: 16)
  /// A letter or number: what names are made of.
  static let word = Self(rawValue: 32)

  /// What may stand right before a start-string.
  static let beforeMarkup: Self = [.space, .opener, .delimiter]
  /// What may stand right after an end-string.
  static let afterMarkup: Self = [.space, .closer, .delimiter, .closingDelimiter]

  private static let ascii: [Self] = {
    var table = [Self](repeating: [], count: 128)
    func add(_ meaning: Self, to bytes: some Sequence<UInt8>) {
      for byte in bytes { table[Int(byte)].insert(meaning) }
    }
    for spaces in [UInt8(0x09)...0x0D, 0x1C...0x20] { add(.space, to: spaces) }
    add(.opener, to: "\"'(<[{".utf8)
    add(.closer, to: "\"')>]}".utf8)
    add(.delimiter, to: "-/:".utf8)
    add(.closingDelimiter, to: "\0\\.,;!?".utf8)
    for (first, last) in [("a", "z"), ("A", "Z"), ("0", "9")] as [(Unicode.Scalar, Unicode.Scalar)] {
      add(.word, to: UInt8(ascii: first)...UInt8(ascii: last))
    }
    return table
  }()

  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  init(of scalar: Unicode.Scalar) {
    self = scalar.isASCII ? Self.ascii[Int(scalar.value)] : Self(outsideASCII: scalar)
  }

  private init(outsideASCII scalar: Unicode.Scalar) {
    var found: Self = []
    if InlinePunctuation.closer(of: scalar.value) != nil { found.insert(.opener) }
    if InlinePunctuation.isCloser(scalar.value) { found.insert(.closer) }
    if InlinePunctuation.isDelimiter(scalar.value) { found.insert(.delimiter) }
    if found.isEmpty {
      if scalar.isInlineSpace { found.insert(.space) } else if scalar.isInlineWord { found.insert(.word) }
    }
    self = found
  }
}

extension Unicode.Scalar {
  /// White space as Python's `\s` has it.
  package var isInlineSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  fileprivate var isInlineWord: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: properties.numericType != nil
    }
  }
}

/// The brackets, quotation marks and delimiters outside ASCII.
enum InlinePunctuation {
  /// The first and the last opener of a series in which each opener is followed by its closer.
  private static let brackets: [(first: UInt32, last: UInt32)] = [
    (0x0F3A, 0x0F3C), (0x169B, 0x169B), (0x2045, 0x2045), (0x207D, 0x207D), (0x208D, 0x208D), (0x2329, 0x2329),
    (0x2768, 0x2774), (0x27C5, 0x27C5), (0x27E6, 0x27EE), (0x2983, 0x2997), (0x29D8, 0x29DA), (0x29FC, 0x29FC),
    (0x2E22, 0x2E28), (0x3008, 0x3010), (0x3014, 0x301A), (0x301D, 0x301D), (0xFD3E, 0xFD3E), (0xFE17, 0xFE17),
    (0xFE35, 0xFE43), (0xFE47, 0xFE47), (0xFE59, 0xFE5D), (0xFF08, 0xFF08), (0xFF5F, 0xFF5F), (0xFF62, 0xFF62),
  ]

  /// Quotation marks, which open in one language and close in another.
  private static let quotes: [(UInt32, UInt32)] = [
    (0x00AB, 0x00BB), (0x2018, 0x2019), (0x201A, 0x201B), (0x201C, 0x201D), (0x201E, 0x201F), (0x2039, 0x203A),
    (0x2E02, 0x2E03), (0x2E04, 0x2E05), (0x2E09, 0x2E0A), (0x2E0C, 0x2E0D), (0x2E1C, 0x2E1D), (0x2E20, 0x2E21),
  ]

  /// Quotation marks that pair otherwise in German, Polish, Swedish and other languages.
  private static let foreignQuotes: [(UInt32, UInt32)] = [
    (0x00BB, 0x00BB), (0x2018, 0x201A), (0x2019, 0x2019), (0x201A, 0x2018), (0x201A, 0x2019), (0x201C, 0x201E),
    (0x201E, 0x201C), (0x201E, 0x201D), (0x201D, 0x201D), (0x203A, 0x203A),
  ]

  private static let delimiters: [(first: UInt32, last: UInt32)] = [
    (0x00A1, 0x00A1), (0x00B7, 0x00B7), (0x00BF, 0x00BF), (0x037E, 0x037E), (0x0387, 0x0387), (0x055A, 0x055F),
    (0x0589, 0x058A), (0x05BE, 0x05BE), (0x05C0, 0x05C0), (0x05C3, 0x05C3), (0x05C6, 0x05C6), (0x05F3, 0x05F4),
    (0x0609, 0x060A), (0x060C, 0x060D), (0x061B, 0x061B), (0x061E, 0x061F), (0x066A, 0x066D), (0x06D4, 0x06D4),
    (0x0700, 0x070D), (0x07F7, 0x07F9), (0x0830, 0x083E), (0x0964, 0x0965), (0x0970, 0x0970), (0x0DF4, 0x0DF4),
    (0x0E4F, 0x0E4F), (0x0E5A, 0x0E5B), (0x0F04, 0x0F12), (0x0F85, 0x0F85), (0x0FD0, 0x0FD4), (0x104A, 0x104F),
    (0x10FB, 0x10FB), (0x1361, 0x1368), (0x1400, 0x1400), (0x166D, 0x166E), (0x16EB, 0x16ED), (0x1735, 0x1736),
    (0x17D4, 0x17D6), (0x17D8, 0x17DA), (0x1800, 0x180A), (0x1944, 0x1945), (0x19DE, 0x19DF), (0x1A1E, 0x1A1F),
    (0x1AA0, 0x1AA6), (0x1AA8, 0x1AAD), (0x1B5A, 0x1B60), (0x1C3B, 0x1C3F), (0x1C7E, 0x1C7F), (0x1CD3, 0x1CD3),
    (0x2010, 0x2017), (0x2020, 0x2027), (0x2030, 0x2038), (0x203B, 0x203E), (0x2041, 0x2043), (0x2047, 0x2051),
    (0x2053, 0x2053), (0x2055, 0x205E), (0x2CF9, 0x2CFC), (0x2CFE, 0x2CFF), (0x2E00, 0x2E01), (0x2E06, 0x2E08),
    (0x2E0B, 0x2E0B), (0x2E0E, 0x2E1B), (0x2E1E, 0x2E1F), (0x2E2A, 0x2E2E), (0x2E30, 0x2E31), (0x3001, 0x3003),
    (0x301C, 0x301C), (0x3030, 0x3030), (0x303D, 0x303D), (0x30A0, 0x30A0), (0x30FB, 0x30FB), (0xA4FE, 0xA4FF),
    (0xA60D, 0xA60F), (0xA673, 0xA673), (0xA67E, 0xA67E), (0xA6F2, 0xA6F7), (0xA874, 0xA877), (0xA8CE, 0xA8CF),
    (0xA8F8, 0xA8FA), (0xA92E, 0xA92F), (0xA95F, 0xA95F), (0xA9C1, 0xA9CD), (0xA9DE, 0xA9DF), (0xAA5C, 0xAA5F),
    (0xAADE, 0xAADF), (0xABEB, 0xABEB), (0xFE10, 0xFE16), (0xFE19, 0xFE19), (0xFE30, 0xFE32), (0xFE45, 0xFE46),
    (0xFE49, 0xFE4C), (0xFE50, 0xFE52), (0xFE54, 0xFE58), (0xFE5F, 0xFE61), (0xFE63, 0xFE63), (0xFE68, 0xFE68),
    (0xFE6A, 0xFE6B), (0xFF01, 0xFF03), (0xFF05, 0xFF07), (0xFF0A, 0xFF0A), (0xFF0C, 0xFF0F), (0xFF1A, 0xFF1B),
    (0xFF1F, 0xFF20), (0xFF3C, 0xFF3C), (0xFF61, 0xFF61), (0xFF64, 0xFF65), (0x10100, 0x10101), (0x1039F, 0x1039F),
    (0x103D0, 0x103D0), (0x10857, 0x10857), (0x1091F, 0x1091F), (0x1093F, 0x1093F), (0x10A50, 0x10A58),
    (0x10A7F, 0x10A7F), (0x10B39, 0x10B3F), (0x110BB, 0x110BC), (0x110BE, 0x110C1), (0x12470, 0x12473),
  ]

  /// The closer that belongs to an opener.
  static func closer(of value: UInt32) -> UInt32? {
    switch value {
    case 0x22, 0x27: return value
    case 0x28: return 0x29
    case 0x3C, 0x5B, 0x7B, 0xFF3B, 0xFF5B: return value + 2
    case 0..<0x80: return nil
    default: break
    }
    if let quote = quotes.first(where: { $0.0 == value || $0.1 == value }) {
      return quote.0 == value ? quote.1 : quote.0
    }
    return isBracket(value) ? value + 1 : nil
  }

  static func isCloser(_ value: UInt32) -> Bool {
    switch value {
    // The second form of the low double prime quotation mark, FULLWIDTH RIGHT SQUARE BRACKET, FULLWIDTH RIGHT CURLY BRACKET.
    case 0x301F, 0xFF3D, 0xFF5D: true
    default: value > 0x80 && (isBracket(value - 1) || quotes.contains { $0.0 == value || $0.1 == value })
    }
  }

  static func isDelimiter(_ value: UInt32) -> Bool {
    series(of: value, in: delimiters) != nil
  }

  /// Whether two characters are a pair, so that what stands between them is quoted.
  static func isPair(_ first: UInt32, _ second: UInt32) -> Bool {
    closer(of: first) == second || foreignQuotes.contains { $0 == (first, second) }
  }

  private static func isBracket(_ value: UInt32) -> Bool {
    guard let series = series(of: value, in: brackets) else { return false }
    return (value - series.first).isMultiple(of: 2)
  }

  private static func series(
    of value: UInt32, in table: [(first: UInt32, last: UInt32)]
  ) -> (first: UInt32, last: UInt32)? {
    var low = 0
    var high = table.count
    while low < high {
      let middle = (low + high) / 2
      if table[middle].last < value { low = middle + 1 } else { high = middle }
    }
    return low < table.count && table[low].first <= value ? table[low] : nil
  }
}
