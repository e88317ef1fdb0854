/// The seven kinds of HTML block of the CommonMark specification.
enum HTMLBlockStart: Int {
  case verbatimElement = 1
  case comment
  case processingInstruction
  case declaration
  case characterData
  case blockElement
  case otherElement

  /// - Parameter interruptsParagraph: whether the line would otherwise continue a paragraph, which a lone tag of an inline
  ///   element does not interrupt.
  init?(_ bytes: [UInt8], in range: Range<Int>, interruptsParagraph: Bool) {
    guard range.count >= 2, bytes[range.lowerBound] == .lessThan else { return nil }
    let rest = range.lowerBound + 1..<range.upperBound
    if let kind = Self.markedKind(bytes, in: rest) ?? Self.elementKind(bytes, in: rest) {
      self = kind
    } else if !interruptsParagraph, HTMLTag.isAlone(bytes, in: rest) {
      self = .otherElement
    } else {
      return nil
    }
  }

  /// Whether a line ends the block; kinds that a blank line ends have no such line.
  func ends(_ bytes: [UInt8], in range: Range<Int>) -> Bool {
    switch self {
    case .verbatimElement:
      ["</script>", "</pre>", "</style>"].contains {
        bytes.firstOffset(of: $0, in: range, ignoringCase: true) != nil
      }
    case .comment: bytes.firstOffset(of: "-->", in: range) != nil
    case .processingInstruction: bytes.firstOffset(of: "?>", in: range) != nil
    case .declaration: bytes.firstOffset(of: ">", in: range) != nil
    case .characterData: bytes.firstOffset(of: "]]>", in: range) != nil
    case .blockElement, .otherElement: false
    }
  }

  var endsAtBlankLine: Bool { self == .blockElement || self == .otherElement }

  private static func markedKind(_ bytes: [UInt8], in rest: Range<Int>) -> Self? {
    if bytes.starts(with: "!--", in: rest) { return .comment }
    if bytes.starts(with: "?", in: rest) { return .processingInstruction }
    if bytes.starts(with: "![CDATA[", in: rest) { return .characterData }
    guard bytes.starts(with: "!", in: rest), rest.count > 1 else { return nil }
    let letter = bytes[rest.lowerBound + 1]
    return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter) ? .declaration : nil
  }

  private static func elementKind(_ bytes: [UInt8], in rest: Range<Int>) -> Self? {
    let isClosing = bytes[rest.lowerBound] == UInt8(ascii: "/")
    let start = rest.lowerBound + (isClosing ? 1 : 0)
    var end = start
    // No name is longer than this; a longer word is none of them.
    while end < min(rest.upperBound, start + 11), bytes[end].isASCIIAlphanumeric { end += 1 }
    guard end > start else { return nil }
    let name = String(decoding: bytes[start..<end].lazy.map { $0.isASCIILetter ? $0 | 0x20 : $0 }, as: UTF8.self)
    let next = end < rest.upperBound ? bytes[end] : .lineFeed
    let isEnd = next.isMarkdownSpace || next == .greaterThan
    if !isClosing, isEnd, verbatimElements.contains(name) { return .verbatimElement }
    let isEmptyEnd = bytes.starts(with: "/>", in: end..<rest.upperBound)
    return (isEnd || isEmptyEnd) && blockElements.contains(name) ? .blockElement : nil
  }

  private static let verbatimElements: Set<String> = ["script", "pre", "style"]
  private static let blockElements: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup",
    "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frame",
    "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link",
    "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "section", "source",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
  ]
}

/// An opening or closing tag, as "Raw HTML" of the CommonMark specification defines them.
enum HTMLTag {
  /// Whether a complete tag, whose `<` is before the range, fills the range up to white space.
  static func isAlone(_ bytes: [UInt8], in range: Range<Int>) -> Bool {
    guard let end = end(bytes, in: range) else { return false }
    return (end..<range.upperBound).allSatisfy { bytes[$0].isSpaceOrTab || bytes[$0] == 0x0C }
  }

  private static func end(_ bytes: [UInt8], in range: Range<Int>) -> Int? {
    var offset = range.lowerBound
    func peek() -> UInt8 { offset < range.upperBound ? bytes[offset] : 0 }
    func skipSpace() { while peek().isMarkdownSpace { offset += 1 } }
    let isClosing = peek() == UInt8(ascii: "/")
    if isClosing { offset += 1 }
    guard peek().isASCIILetter else { return nil }
    while peek().isASCIIAlphanumeric || peek() == .hyphen { offset += 1 }
    while !isClosing, peek().isMarkdownSpace {
      skipSpace()
      guard peek().isASCIILetter || peek() == UInt8(ascii: "_") || peek() == .colon else { break }
      while peek().isAttributeName { offset += 1 }
      let nameEnd = offset
      skipSpace()
      guard peek() == UInt8(ascii: "=") else {
        offset = nameEnd
        continue
      }
      offset += 1
      skipSpace()
      guard let valueEnd = attributeValueEnd(bytes, in: offset..<range.upperBound) else { return nil }
      offset = valueEnd
    }
    skipSpace()
    if !isClosing, peek() == UInt8(ascii: "/") { offset += 1 }
    return peek() == .greaterThan ? offset + 1 : nil
  }

  private static func attributeValueEnd(_ bytes: [UInt8], in range: Range<Int>) -> Int? {
    guard let first = range.first else { return nil }
    let quote = bytes[first]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      return (range.lowerBound + 1..<range.upperBound).first { bytes[$0] == quote }.map { $0 + 1 }
    }
    let end = range.first { bytes[$0].isMarkdownSpace || "\"'=<>`".utf8.contains(bytes[$0]) } ?? range.upperBound
    return end > range.lowerBound ? end : nil
  }
}

extension UInt8 {
  fileprivate var isAttributeName: Bool {
    isASCIIAlphanumeric || self == .colon || self == .hyphen || self == UInt8(ascii: ".") || self == UInt8(ascii: "_")
  }
}
