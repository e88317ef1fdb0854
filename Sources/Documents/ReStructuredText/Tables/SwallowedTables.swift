import Diagnostics

/// Tables that docutils does not see because they stand right below text.
extension BlockParser {
  /// Reports a table's top border within a paragraph: without a blank line above it, it is text; whether there was one.
  mutating func noteTablesSwallowed(by lines: [LineSlice]) -> Bool {
    for (index, line) in lines.enumerated() {
      let first = source.bytes[line.start]
      if first == UInt8(ascii: "+"), source.isGridBorder(line), isGridRow(lines, index + 1) {
        if index > 0 { noteSwallowed(line, to: lines, isMendable: true) }
        return index > 0
      }
      // A border that is the paragraph's last line has no rows: it is what is left of a table above.
      if first == UInt8(ascii: "="), index > 0, index + 1 < lines.count, source.isSimpleTableTop(line) {
        // Without a border that closes it, a repair would make a table of whatever comes next.
        let isClosed = lines[(index + 1)...].dropFirst().contains { source.isSimpleTableBorder($0) }
        if index == 1, isClosed, isHead(lines[0], above: line) {
          noteMissingTop(lines[0], border: line)
        } else {
          noteSwallowed(line, to: lines, isMendable: isClosed)
        }
        return true
      }
      if index == 0, isBrokenGridTop(lines) {
        noteMalformedTable(.openGrid, at: line.offsets)
        return true
      }
    }
    return false
  }

  /// Records the lines that are drawn like a table's rows or borders.
  mutating func noteStrayRows(in lines: ArraySlice<LineSlice>) {
    guard cellDepth == 0 else { return }
    var index = lines.startIndex
    while index < lines.endIndex {
      let end = lines[index...].firstIndex { !isDrawnLikeTable($0) && !isSimpleBorder($0) } ?? lines.endIndex
      if end > index { document.strayRows.append(source.range(source.offsets(of: lines[index..<end]))) }
      index = end + 1
    }
  }

  /// A border of a simple table of several columns.
  private func isSimpleBorder(_ line: LineSlice) -> Bool {
    let bytes = source.bytes[line.offsets]
    return bytes.count > 4 && bytes.first == UInt8(ascii: "=") && bytes.contains(0x20)
      && bytes.allSatisfy { $0 == UInt8(ascii: "=") || $0 == 0x20 }
  }

  /// A border with at most one character amiss.
  func isNearlyBorder(_ line: LineSlice) -> Bool {
    let bytes = source.bytes[line.offsets]
    guard bytes.contains(UInt8(ascii: "+")) else { return false }
    let corners = bytes.count { $0 == UInt8(ascii: "+") }
    let dashes = bytes.count { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "=") }
    return dashes >= 4 && bytes.count - corners - dashes <= 1
  }

  /// Nearly a border, or two `|` that stand by themselves, one of them at an end.
  func isDrawnLikeTable(_ line: LineSlice) -> Bool {
    let bytes = source.bytes[line.offsets]
    guard let first = bytes.first, let last = bytes.last else { return false }
    let isOpen = first == UInt8(ascii: "+") || first == UInt8(ascii: "|")
    guard isOpen || last == UInt8(ascii: "+") || last == UInt8(ascii: "|") else { return false }
    let separators = bytes.indices.count { index in
      bytes[index] == UInt8(ascii: "|") && (index == line.start || bytes[index - 1] == 0x20)
        && (index + 1 == line.end || bytes[index + 1] == 0x20)
    }
    return separators > 1 || isNearlyBorder(line)
  }

  /// Whether a line is laid out in the columns of the border below it: nothing stands in a gap, and something beyond one.
  private func isHead(_ line: LineSlice, above border: LineSlice) -> Bool {
    let (text, drawn) = (source.bytes[line.offsets], source.bytes[border.offsets])
    guard let gap = drawn.firstIndex(of: 0x20), text.count > gap - drawn.startIndex else { return false }
    return zip(text, drawn).allSatisfy { $1 != 0x20 || $0 == 0x20 }
  }

  private mutating func noteMissingTop(_ head: LineSlice, border: LineSlice) {
    let start = source.fileOffset(head.start)
    let drawn = source.bytes[border.offsets]
    let position = source.file.position(at: start)
    let lineStart = start - (position.column - 1)
    let indent = source.file.bytes[lineStart..<start]
    document.faults.append(
      DocumentFault(
        .malformedTable(.missingTopBorder), at: source.range(head.offsets),
        repair: [TextEdit(lineStart..<lineStart, indent + drawn + Self.lineEnding(before: lineStart, in: source.file))])
    )
  }

  private mutating func noteSwallowed(_ border: LineSlice, to lines: [LineSlice], isMendable: Bool) {
    guard let last = lines.last else { return }
    let start = source.fileOffset(border.start)
    let position = source.file.position(at: start)
    let lineStart = start - (position.column - 1)
    let ending: [UInt8] = Self.lineEnding(before: lineStart, in: source.file)
    document.faults.append(
      DocumentFault(
        .swallowedTable, at: source.range(border.start..<last.end),
        notes: [
          Diagnostic.Note("the paragraph that takes it in begins here", at: source.range(lines[0].offsets))
        ],
        repair: isMendable ? [TextEdit(lineStart..<lineStart, ending)] : []))
  }

  private func isGridRow(_ lines: [LineSlice], _ index: Int) -> Bool {
    index < lines.count && source.byte(lines[index].start) == UInt8(ascii: "|")
  }

  /// A first line that begins like a grid table's border, with a row below it, and is none.
  private func isBrokenGridTop(_ lines: [LineSlice]) -> Bool {
    guard let top = lines.first, isGridRow(lines, 1) else { return false }
    if isNearlyBorder(top) { return true }
    guard source.starts(top, with: "+-") || source.starts(top, with: "+=") else { return false }
    return source.bytes[top.offsets].allSatisfy {
      $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "=") || $0 == 0x20
    }
  }

  /// How the line before an offset ends, so that a new line ends alike.
  static func lineEnding(before offset: Int, in file: SourceFile) -> [UInt8] {
    guard offset >= 1, offset <= file.bytes.count else { return [0x0A] }
    if offset >= 2, file.bytes[offset - 1] == 0x0A, file.bytes[offset - 2] == 0x0D { return [0x0D, 0x0A] }
    return [file.bytes[offset - 1] == 0x0D ? 0x0D : 0x0A]
  }
}
