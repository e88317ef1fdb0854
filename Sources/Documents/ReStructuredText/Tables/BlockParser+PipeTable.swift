/// Markdown's tables, in which docutils finds line blocks and substitutions.
extension BlockParser {
  /// Reports a pipe table and reads the text of its cells; false if there is none.
  ///
  /// Read as docutils does, its dashes would be substitutions that nothing defines.
  mutating func parsePipeTable(_ run: inout Run) -> Bool {
    guard startsPipeTable(run.lines, at: run.index) else { return false }
    let start = run.index
    noteMalformedTable(.otherFormat(.markdown), at: run.line.offsets)
    var rows: [Block] = []
    var cells: [Range<Int>] = []
    while run.index < run.lines.count, !run.line.isBlank, source.bytes[run.line.start] == .pipe {
      if run.index != start + 1 { rows.append(pipeRow(run.line, &cells)) }
      run.index += 1
    }
    append(Block(.other, at: source.offsets(of: run.lines[start..<run.index]), children: rows), to: &run)
    return true
  }

  /// Whether a line that begins with `|` stands above a row of dashes for as many cells.
  func startsPipeTable(_ lines: [LineSlice], at index: Int) -> Bool {
    guard index + 1 < lines.count, !lines[index].isBlank, source.bytes[lines[index].start] == .pipe else {
      return false
    }
    let delimiter = lines[index + 1].offsets
    guard !delimiter.isEmpty, source.bytes[delimiter.lowerBound] == .pipe,
      PipeRow.isDelimiterRow(source.bytes, delimiter)
    else { return false }
    let cells = PipeRow.count(source.bytes, lines[index].offsets)
    guard cells == PipeRow.count(source.bytes, delimiter) else { return false }
    // `|x|` above `|--|` may be two substitutions.
    return cells > 1 || source.byte(lines[index].start + 1) == 0x20
  }

  private mutating func pipeRow(_ line: LineSlice, _ cells: inout [Range<Int>]) -> Block {
    cells.removeAll(keepingCapacity: true)
    _ = PipeRow.split(source.bytes, line.offsets, into: &cells)
    let texts = cells.filter { !$0.isEmpty }.map { cell in
      let text = LineSlice(start: cell.lowerBound, end: cell.upperBound)
      return Block(.other, at: cell, content: inline.parse([text], in: source))
    }
    return Block(.other, at: line.offsets, children: texts)
  }
}
