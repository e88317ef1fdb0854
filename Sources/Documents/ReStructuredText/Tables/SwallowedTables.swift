import Diagnostics

/// Tables that docutils does not see because they stand right below text.
extension BlockParser {
  /// Reports a table's top border within a paragraph: without a blank line above it, it is text.
  mutating func noteTablesSwallowed(by lines: [LineSlice]) {
    for (index, line) in lines.enumerated() {
      let first = source.bytes[line.start]
      if first == UInt8(ascii: "+"), source.isGridBorder(line), isGridRow(lines, index + 1) {
        if index > 0 { noteSwallowed(line, to: lines) }
        return
      }
      // A border that is the paragraph's last line has no rows: it is what is left of a table above.
      if first == UInt8(ascii: "="), index > 0, index + 1 < lines.count, source.isSimpleTableTop(line) {
        return noteSwallowed(line, to: lines)
      }
      if index == 0, isBrokenGridTop(lines) { return noteMalformedTable(.openGrid, at: line.offsets) }
    }
  }

  private mutating func noteSwallowed(_ border: LineSlice, to lines: [LineSlice]) {
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
        repair: [TextEdit(lineStart..<lineStart, ending)]))
  }

  private func isGridRow(_ lines: [LineSlice], _ index: Int) -> Bool {
    index < lines.count && source.byte(lines[index].start) == UInt8(ascii: "|")
  }

  /// A first line that begins like a grid table's border, with a row below it, and is none.
  private func isBrokenGridTop(_ lines: [LineSlice]) -> Bool {
    guard let top = lines.first, source.starts(top, with: "+-") || source.starts(top, with: "+="), isGridRow(lines, 1)
    else { return false }
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
