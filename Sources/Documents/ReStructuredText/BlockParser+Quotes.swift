/// Block quotes and their attributions (docutils, `Body.block_quote`).
extension BlockParser {
  /// The quotations in an indented block: an attribution ends one, and what follows begins another.
  mutating func quotes(_ lines: [LineSlice]) -> [Block] {
    var quotes: [Block] = []
    var rest = lines[...]
    while !rest.isEmpty {
      guard let attribution = findAttribution(in: rest) else {
        let lines = Array(rest)
        quotes.append(Block(.quote, at: source.offsets(of: lines), children: parseNested(lines)))
        break
      }
      let body = Array(rest[..<attribution.start])
      var children = parseNested(body)
      children.append(
        Block(.other, at: source.offsets(of: attribution.lines), content: inline.parse(attribution.lines, in: source)))
      quotes.append(Block(.quote, at: source.offsets(of: rest[..<attribution.end]), children: children))
      rest = rest[attribution.end...].drop { $0.isBlank }
    }
    return quotes
  }

  /// The first line behind a blank one that begins with a dash, and the lines of even indentation that belong to it.
  private func findAttribution(in lines: ArraySlice<LineSlice>) -> (start: Int, end: Int, lines: [LineSlice])? {
    var hasText = false
    var isAfterBlank = false
    for index in lines.indices {
      if lines[index].isBlank {
        isAfterBlank = true
        continue
      }
      if hasText, isAfterBlank, let dash = dashLength(lines[index]), let end = attributionEnd(in: lines, from: index) {
        var attribution = Array(lines[index..<end])
        let indent = attribution.count > 1 ? source.indent(of: attribution[1]) : 0
        for position in attribution.indices {
          if position == 0 {
            attribution[position].start += dash
          } else {
            attribution[position] = source.dropping(indent, from: attribution[position])
          }
        }
        return (index, end, attribution)
      }
      hasText = true
      isAfterBlank = false
    }
    return nil
  }

  private func attributionEnd(in lines: ArraySlice<LineSlice>, from start: Int) -> Int? {
    var indent: Int?
    var end = start + 1
    while end < lines.endIndex, !lines[end].isBlank {
      let own = source.indent(of: lines[end])
      if let indent, own != indent { return nil }
      indent = own
      end += 1
    }
    return end
  }

  /// The length of `--`, `---` or an em dash and the spaces behind it, where text follows.
  private func dashLength(_ line: LineSlice) -> Int? {
    var index = line.start
    if source.starts(line, with: "\u{2014}") {
      index += 3
    } else {
      while index < line.end, source.bytes[index] == UInt8(ascii: "-") { index += 1 }
      guard (2...3).contains(index - line.start) else { return nil }
    }
    while index < line.end, source.bytes[index] == 0x20 { index += 1 }
    return index < line.end ? index - line.start : nil
  }
}
