/// A link reference definition: `[name]: destination "title"`.
struct LinkDefinition {
  /// Offsets in the file, without brackets.
  var label: Range<Int>
  /// The label as it is written, its lines joined by a space.
  var text: [UInt8]
  /// Offsets in the file, without `<>`.
  var destination: Range<Int>
}

/// Reads the link reference definitions at the start of a paragraph.
///
/// libcmark resolves them and does not tell where they stand.
struct LinkDefinitionParser {
  /// The paragraph's lines, joined by LF.
  private let text: [UInt8]
  private let lines: ArraySlice<Range<Int>>
  private var offset = 0

  /// - Returns: the definitions and how many lines they take.
  static func definitions(
    _ bytes: [UInt8], lines: ArraySlice<Range<Int>>
  ) -> (definitions: [LinkDefinition], lineCount: Int) {
    guard let first = lines.first, !first.isEmpty, bytes[first.lowerBound] == .openingBracket else { return ([], 0) }
    var parser = LinkDefinitionParser(bytes, lines)
    return parser.parse()
  }

  private init(_ bytes: [UInt8], _ lines: ArraySlice<Range<Int>>) {
    var text: [UInt8] = []
    for line in lines {
      text += bytes[line]
      text.append(.lineFeed)
    }
    self.text = text
    self.lines = lines
  }

  private mutating func parse() -> ([LinkDefinition], Int) {
    var definitions: [LinkDefinition] = []
    var end = 0
    // The line that `lineStart` is the offset of, in `text`.
    var line = lines.startIndex
    var lineStart = 0
    func fileOffset(_ offset: Int) -> Int {
      while line + 1 < lines.endIndex, offset > lineStart + lines[line].count {
        lineStart += lines[line].count + 1
        line += 1
      }
      return lines[line].lowerBound + offset - lineStart
    }
    while let (label, destination) = parseOne() {
      let name = text[label].map { $0 == .lineFeed ? .space : $0 }
      let labelStart = fileOffset(label.lowerBound)
      let labelEnd = fileOffset(label.upperBound - 1) + 1
      let start = fileOffset(destination.lowerBound)
      definitions.append(
        LinkDefinition(
          label: labelStart..<max(labelStart, labelEnd), text: name,
          destination: start..<start + destination.count))
      end = offset
    }
    let count = text[..<end].count { $0 == .lineFeed }
    return (definitions, count)
  }

  private func peek(_ offset: Int) -> UInt8 { offset < text.count ? text[offset] : 0 }

  private mutating func parseOne() -> (label: Range<Int>, destination: Range<Int>)? {
    guard let label = parseLabel(), peek(offset) == .colon else { return nil }
    offset += 1
    skipSpaceAndLineEnd()
    guard let destination = parseDestination() else { return nil }
    let behindDestination = offset
    skipSpaceAndLineEnd()
    if offset > behindDestination, skipTitle(), skipLineEnd() { return (label, destination) }
    offset = behindDestination
    return skipLineEnd() ? (label, destination) : nil
  }

  private mutating func parseLabel() -> Range<Int>? {
    guard peek(offset) == .openingBracket else { return nil }
    let start = offset + 1
    var end = start
    while end < text.count, text[end] != .openingBracket, text[end] != .closingBracket {
      end += text[end] == .backslash && peek(end + 1).isASCIIPunctuation ? 2 : 1
      guard end - start <= 1000 else { return nil }
    }
    guard peek(end) == .closingBracket else { return nil }
    offset = end + 1
    let label = text.trimmed(start..<end)
    return label.isEmpty ? nil : label
  }

  private mutating func parseDestination() -> Range<Int>? {
    let start = offset
    guard peek(start) != .lessThan else { return parsePointedDestination() }
    var depth = 0
    while offset < text.count, !text[offset].isMarkdownSpace {
      let byte = text[offset]
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") {
        if depth == 0 { break }
        depth -= 1
      }
      guard depth <= 32 else { return nil }
      offset += byte == .backslash && peek(offset + 1).isASCIIPunctuation ? 2 : 1
    }
    return offset > start && offset < text.count ? start..<offset : nil
  }

  private mutating func parsePointedDestination() -> Range<Int>? {
    let start = offset + 1
    offset = start
    while offset < text.count, text[offset] != .greaterThan {
      if text[offset] == .lineFeed || text[offset] == .lessThan { return nil }
      offset += text[offset] == .backslash ? 2 : 1
    }
    guard offset < text.count else { return nil }
    offset += 1
    return start..<offset - 1
  }

  private mutating func skipTitle() -> Bool {
    let opening = peek(offset)
    let closing: UInt8
    switch opening {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): closing = opening
    case UInt8(ascii: "("): closing = UInt8(ascii: ")")
    default: return false
    }
    var end = offset + 1
    var escapedEnd: Int?
    while end < text.count, text[end] != closing {
      if closing == UInt8(ascii: ")"), text[end] == opening { break }
      let isEscape = text[end] == .backslash && peek(end + 1).isASCIIPunctuation
      if isEscape, text[end + 1] == closing { escapedEnd = end + 1 }
      end += isEscape ? 2 : 1
    }
    guard let last = end < text.count && text[end] == closing ? end : escapedEnd else { return false }
    offset = last + 1
    return true
  }

  private mutating func skipSpace() {
    while peek(offset).isSpaceOrTab { offset += 1 }
  }

  private mutating func skipLineEnd() -> Bool {
    skipSpace()
    guard offset >= text.count || text[offset] == .lineFeed else { return false }
    offset = min(offset + 1, text.count)
    return true
  }

  private mutating func skipSpaceAndLineEnd() {
    skipSpace()
    if peek(offset) == .lineFeed {
      offset += 1
      skipSpace()
    }
  }
}
