/// A link reference definition: `[name]: destination "title"`.
struct LinkDefinition {
  /// Offsets in the file, without brackets.
  var label: Range<Int>
  /// The label as it is written, its lines joined by a space.
  var text: [UInt8]
  /// Offsets in the file, without `<>`.
  var destination: Range<Int>
}

/// Finds the link reference definitions at the start of a paragraph.
///
/// libcmark resolves them and does not tell where they stand. Here it is asked whether a stretch of the paragraph is one:
/// where that could end is all that has to be known.
struct LinkDefinitions {
  private(set) var definitions: [LinkDefinition] = []
  /// How many lines they take.
  private(set) var lineCount = 0
  /// The paragraph's lines, joined by LF.
  private let text: [UInt8]

  init(_ bytes: [UInt8], lines: [Range<Int>]) {
    guard let first = lines.first, !first.isEmpty, bytes[first.lowerBound] == .openingBracket else {
      text = []
      return
    }
    text = lines.flatMap { bytes[$0] + [.lineFeed] }
    var start = 0
    // The line that was looked up last and its offset in the text: offsets are asked for in order.
    var (line, lineStart) = (0, 0)
    func fileOffset(_ offset: Int) -> Int {
      while line + 1 < lines.count, offset > lineStart + lines[line].count {
        lineStart += lines[line].count + 1
        line += 1
      }
      return lines[line].lowerBound + offset - lineStart
    }
    while let (label, destination, end) = definition(at: start) {
      let from = fileOffset(label.lowerBound)
      let to = max(from, label.isEmpty ? from : fileOffset(label.upperBound - 1) + 1)
      let place = fileOffset(destination.lowerBound)
      definitions.append(
        LinkDefinition(
          label: from..<to, text: text[label].map { $0 == .lineFeed ? .space : $0 },
          destination: place..<place + destination.count))
      lineCount += text[start..<end].count { $0 == .lineFeed }
      start = end
    }
  }

  private func definition(at start: Int) -> (label: Range<Int>, destination: Range<Int>, end: Int)? {
    guard start < text.count, text[start] == .openingBracket,
      let closing = offset(of: .closingBracket, from: start + 1), text[closing + 1] == .colon
    else { return nil }
    var place = closing + 2
    skipSpace(&place)
    let isPointed = place < text.count && text[place] == .lessThan
    let destinationEnd =
      isPointed
      ? offset(of: .greaterThan, from: place + 1)
      : text[min(place, text.count)...].firstIndex(where: { $0.isMarkdownSpace })
    guard let destinationEnd else { return nil }
    let destination = place + (isPointed ? 1 : 0)..<destinationEnd
    let behind = destinationEnd + (isPointed ? 1 : 0)
    // A title that does not end at a line's end is none, and the definition may end without it.
    let ends = [titleEnd(from: behind), behind].compactMap(lineEnd)
    guard let end = ends.first(where: { isDefinition(start..<$0) }) else { return nil }
    return (text.trimmed(start + 1..<closing), destination, end)
  }

  private func isDefinition(_ range: Range<Int>) -> Bool {
    MarkdownTree(parsing: Array(text[range])).withFirstBlock { $0 == nil }
  }

  /// The end of the title behind a destination, if there is one. It may end at a mark with a backslash if there is no other.
  private func titleEnd(from start: Int) -> Int? {
    var place = start
    skipSpace(&place)
    guard place > start, place < text.count, "\"'(".utf8.contains(text[place]) else { return nil }
    let opening = text[place]
    let closing = opening == UInt8(ascii: "(") ? UInt8(ascii: ")") : opening
    var escaped: Int?
    place += 1
    while place < text.count, text[place] != closing, text[place] != opening {
      if text[place] == .backslash, place + 1 < text.count {
        place += 1
        if text[place] == closing { escaped = place + 1 }
      }
      place += 1
    }
    return place < text.count && text[place] == closing ? place + 1 : escaped
  }

  /// Behind the end of the line, if nothing else follows on it.
  private func lineEnd(_ offset: Int?) -> Int? {
    guard let offset, let end = text[offset...].firstIndex(of: .lineFeed), text.trimmed(offset..<end).isEmpty else {
      return nil
    }
    return end + 1
  }

  /// The first of a byte without a backslash before it.
  private func offset(of byte: UInt8, from start: Int) -> Int? {
    var offset = start
    while offset < text.count {
      if text[offset] == byte { return offset }
      offset += text[offset] == .backslash ? 2 : 1
    }
    return nil
  }

  private func skipSpace(_ place: inout Int) {
    while place < text.count, text[place].isMarkdownSpace { place += 1 }
  }
}
