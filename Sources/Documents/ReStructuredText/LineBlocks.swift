/// Stretches of lines that belong together by their indentation.
///
/// The rules are docutils' (`StringList.get_indented`, `get_text_block`): an indented block reaches up to the first line
/// that is neither blank nor indented enough, trailing blank lines included.
struct IndentedLines {
  var lines: [LineSlice]
  /// The index, in the lines it was taken from, of the first line behind it.
  var end: Int
  /// Whether a blank line, or the end of the lines, closes it.
  var endsWithBlank: Bool
}

extension SourceText {
  func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  /// How many characters of white space the line begins with; docutils counts those beyond ASCII too.
  func indent(of line: LineSlice) -> Int {
    var index = line.start
    while index < line.end, bytes[index] == 0x20 { index += 1 }
    let spaces = index - line.start
    guard index < line.end, bytes[index] >= 0x80 || bytes[index] < 0x20 else { return spaces }
    return spaces + otherIndent(LineSlice(start: index, end: line.end))
  }

  /// Where the line ends without white space.
  func trimmedEnd(of line: LineSlice) -> Int {
    var end = line.end
    while end > line.start, bytes[end - 1] == 0x20 { end -= 1 }
    guard end > line.start, bytes[end - 1] >= 0x80 || bytes[end - 1] < 0x20 else { return end }
    return bytes.withUnsafeBufferPointer { WhiteSpace.trimmedEnd(of: line.start..<end, in: $0) }
  }

  private func otherIndent(_ line: LineSlice) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var count = 0
      var index = line.start
      while index < line.end {
        let length = WhiteSpace.length(at: index, in: bytes)
        guard length > 0 else { break }
        index += length
        count += 1
      }
      return count
    }
  }

  /// The line without the white space it begins with.
  func trimmingStart(of line: LineSlice) -> LineSlice { dropping(indent(of: line), from: line) }

  /// The line without as many of its first characters.
  func dropping(_ count: Int, from line: LineSlice) -> LineSlice {
    var start = line.start
    for _ in 0..<count where start < line.end {
      start += 1
      while start < line.end, bytes[start] & 0xC0 == 0x80 { start += 1 }
    }
    return LineSlice(start: min(start, line.end), end: line.end)
  }

  func isIndented(_ line: LineSlice) -> Bool { line.start < line.end && bytes[line.start] == 0x20 }

  /// The indented lines from `start` on, by their common indentation, leading blank lines dropped.
  func indentedBlock(_ lines: [LineSlice], from start: Int) -> IndentedLines {
    take(lines, from: start, firstIndent: nil, blockIndent: nil, untilBlank: false)
  }

  /// The lines from `start` on whose first has a marker of `indent` bytes, and whose others are indented by as many
  /// characters.
  func knownIndentedBlock(_ lines: [LineSlice], from start: Int, indent: Int) -> IndentedLines {
    let marker = bytes[lines[start].start..<min(lines[start].start + indent, lines[start].end)]
    let characters = marker.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    return take(lines, from: start, firstIndent: indent, blockIndent: characters, untilBlank: false)
  }

  /// The lines from `start` on whose first has a marker of `indent` bytes; the others' indentation is their own.
  func firstKnownIndentedBlock(
    _ lines: [LineSlice], from start: Int, indent: Int, untilBlank: Bool = false, keepsTop: Bool = false
  ) -> IndentedLines {
    take(lines, from: start, firstIndent: indent, blockIndent: nil, untilBlank: untilBlank, keepsTop: keepsTop)
  }

  private func take(
    _ lines: [LineSlice], from start: Int, firstIndent: Int?, blockIndent: Int?, untilBlank: Bool,
    keepsTop: Bool = false
  ) -> IndentedLines {
    var end = firstIndent == nil ? start : start + 1
    var common = blockIndent
    var endsWithBlank = true
    while end < lines.count {
      let line = lines[end]
      if line.isBlank {
        if untilBlank { break }
        end += 1
        continue
      }
      let indent = indent(of: line)
      if !isIndented(line) || indent < blockIndent ?? 0 {
        endsWithBlank = end > start && lines[end - 1].isBlank
        break
      }
      if blockIndent == nil { common = min(common ?? indent, indent) }
      end += 1
    }
    var block = Array(lines[start..<min(end, lines.count)])
    strip(&block, firstIndent: firstIndent, common: common ?? 0)
    let top = keepsTop ? 0 : block.firstIndex { !$0.isBlank } ?? block.count
    block.removeFirst(top)
    return IndentedLines(lines: block, end: max(end, start), endsWithBlank: endsWithBlank)
  }

  private func strip(_ block: inout [LineSlice], firstIndent: Int?, common: Int) {
    for index in block.indices {
      if index == 0, let firstIndent {
        block[index].start = min(block[index].start + firstIndent, block[index].end)
      } else {
        block[index] = dropping(common, from: block[index])
      }
    }
    // A marker's own spaces leave the first line's text without more; what is left of it may be blank.
    if firstIndent != nil, let first = block.first, first.start < first.end,
      bytes[first.start..<first.end].allSatisfy({ $0 == 0x20 })
    {
      block[0].start = first.end
    }
  }

  /// Takes off the indentation that all lines with text have in common.
  func removeCommonIndent(_ lines: inout [LineSlice]) {
    let indent = lines.lazy.filter { !$0.isBlank }.map(indent).min() ?? 0
    for index in lines.indices { lines[index] = dropping(indent, from: lines[index]) }
  }

  /// The end of the text block at `start`: a blank line, an indented line when `flushLeft`, or the end of the lines.
  func textBlockEnd(_ lines: [LineSlice], from start: Int, flushLeft: Bool) -> (end: Int, isIndented: Bool) {
    var end = start
    while end < lines.count, !lines[end].isBlank {
      if flushLeft, isIndented(lines[end]) { return (end, true) }
      end += 1
    }
    return (end, false)
  }

  /// Where the lines stand, from the first one's start to the last one's end.
  func offsets(of lines: some BidirectionalCollection<LineSlice>) -> Range<Int> {
    guard let first = lines.first, let last = lines.last(where: { !$0.isBlank }) ?? lines.last else { return 0..<0 }
    return first.start..<max(first.start, last.end)
  }

  /// Where a construct stands whose first line is `first` and whose content is `lines`, which may be none.
  func offsets(from first: LineSlice, to lines: [LineSlice]) -> Range<Int> {
    first.start..<max(first.start, first.end, lines.isEmpty ? 0 : offsets(of: lines).upperBound)
  }

  /// The lines as they are, joined by LF.
  func rawText(_ lines: some Sequence<LineSlice>) -> [UInt8] {
    var text: [UInt8] = []
    for line in lines {
      if !text.isEmpty { text.append(0x0A) }
      text += bytes[line.offsets]
    }
    return text
  }
}
