import Diagnostics

/// Draws anew a grid table whose lines end in different columns, as they do once a cell has been given more text than
/// its column has room for.
///
/// Only where nothing is left to judgement: every border has the same number of `+`, every other line as many `|`,
/// and a line of text stands between two borders, so that each line's cells are plain. Spans, and a `|` within a text, leave the table to its writer.
struct GridRedraw {
  private enum Line {
    /// A border, and what it is drawn with.
    case border(UInt8)
    /// A line of text, one slice for each column.
    case text([LineSlice])
  }

  private let source: SourceText
  private let lines: [LineSlice]
  private let kinds: [Line]
  let columnCount: Int

  /// Nil when the lines are not plain enough.
  init?(_ lines: [LineSlice], in source: SourceText) {
    self.source = source
    self.lines = lines
    guard let first = lines.first, lines.count >= 3 else { return nil }
    columnCount = source.bytes[first.offsets].count { $0 == UInt8(ascii: "+") } - 1
    var kinds: [Line] = []
    for line in lines {
      guard let kind = Self.kind(of: line, columnCount: columnCount, in: source) else { return nil }
      kinds.append(kind)
    }
    self.kinds = kinds
    let separators = kinds.indices.filter { if case .border(UInt8(ascii: "=")) = kinds[$0] { true } else { false } }
    let borders = kinds.indices.filter { if case .border = kinds[$0] { true } else { false } }
    guard columnCount > 0, separators.count <= 1, separators.first != 0, separators.first != kinds.count - 1,
      borders.first == 0, borders.last == kinds.count - 1, zip(borders, borders.dropFirst()).allSatisfy({ $1 > $0 + 1 })
    else { return nil }
  }

  private static func kind(of line: LineSlice, columnCount: Int, in source: SourceText) -> Line? {
    let bytes = source.bytes[line.offsets]
    if bytes.first == UInt8(ascii: "+") {
      let fill = bytes.contains(UInt8(ascii: "=")) ? UInt8(ascii: "=") : UInt8(ascii: "-")
      let isBorder = bytes.last == UInt8(ascii: "+") && bytes.allSatisfy { $0 == UInt8(ascii: "+") || $0 == fill }
      return isBorder && bytes.count { $0 == UInt8(ascii: "+") } == columnCount + 1 ? .border(fill) : nil
    }
    let separators = bytes.indices.filter { bytes[$0] == UInt8(ascii: "|") }
    guard separators.count == columnCount + 1, separators.first == line.start, separators.last == line.end - 1 else {
      return nil
    }
    return .text(zip(separators, separators.dropFirst()).map { text(from: $0 + 1, to: $1, in: source) })
  }

  /// What stands between two separators, without the one space before it and all behind it.
  private static func text(from start: Int, to end: Int, in source: SourceText) -> LineSlice {
    var slice = LineSlice(start: start, end: end)
    while slice.end > slice.start, source.bytes[slice.end - 1] == 0x20 { slice.end -= 1 }
    if slice.start < slice.end, source.bytes[slice.start] == 0x20 { slice.start += 1 }
    return slice
  }

  /// How many rows are above the line of `=`.
  var headRowCount: Int {
    let separator = kinds.firstIndex { if case .border(UInt8(ascii: "=")) = $0 { true } else { false } }
    return separator.map { end in kinds[1...end].count { if case .border = $0 { true } else { false } } } ?? 0
  }

  /// The lines of each cell, row by row.
  var rows: [[[LineSlice]]] {
    var rows: [[[LineSlice]]] = []
    var row: [[LineSlice]] = Array(repeating: [], count: columnCount)
    for kind in kinds.dropFirst() {
      switch kind {
      case .text(let slices):
        for (column, slice) in slices.enumerated() { row[column].append(slice) }
      case .border:
        rows.append(row)
        row = Array(repeating: [], count: columnCount)
      }
    }
    return rows
  }

  /// The edits that draw every line in the widths that all texts fit in; columns with room enough keep theirs.
  var edits: [TextEdit] {
    let widths = widths
    return zip(lines, kinds).compactMap { line, kind in
      let drawn = draw(kind, widths)
      guard !source.bytes[line.offsets].elementsEqual(drawn) else { return nil }
      return TextEdit(source.fileOffset(line.start)..<source.fileOffset(line.end - 1) + 1, drawn)
    }
  }

  private var widths: [Int] {
    var widths = source.bytes[lines[0].offsets].split(separator: UInt8(ascii: "+"), omittingEmptySubsequences: false)
      .dropFirst().dropLast().map { $0.count }
    for case .text(let slices) in kinds {
      for (column, slice) in slices.enumerated() { widths[column] = max(widths[column], columns(slice) + 2) }
    }
    return widths
  }

  private func draw(_ kind: Line, _ widths: [Int]) -> [UInt8] {
    switch kind {
    case .border(let fill):
      return widths.reduce(into: [UInt8(ascii: "+")]) { line, width in
        line += Array(repeating: fill, count: width) + [UInt8(ascii: "+")]
      }
    case .text(let slices):
      return zip(slices, widths).reduce(into: [UInt8(ascii: "|")]) { line, cell in
        let padding = cell.1 - columns(cell.0) - 1
        line += [0x20] + source.bytes[cell.0.offsets] + Array(repeating: 0x20, count: padding) + [UInt8(ascii: "|")]
      }
    }
  }

  /// As docutils counts: wide characters take two columns, combining ones one.
  private func columns(_ slice: LineSlice) -> Int { ColumnOffsets(slice, in: source).count }
}

extension BlockParser {
  /// Reports a table whose lines end unevenly together with the drawing that mends it, and reads its rows; false where
  /// that takes judgement.
  mutating func noteRedrawn(_ block: GridBlock, leadIn: String) -> Bool {
    guard !isReadingAgain, block.fault == .unevenRightEdge, let redraw = GridRedraw(block.lines, in: source) else {
      return false
    }
    let edits = redraw.edits
    guard let uneven = firstUnevenLine(block.lines), !edits.isEmpty else { return false }
    let index = reserveTable(.grid, at: source.offsets(of: block.lines), leadIn: leadIn)
    document.tables[index].isPublished = false
    document.tables[index].columnCount = redraw.columnCount
    document.tables[index].headRowCount = redraw.headRowCount
    var rows = TableRows()
    for row in redraw.rows {
      var cells: [TableCell] = []
      for (column, lines) in row.enumerated() { cells.append(redrawnCell(lines, column: column)) }
      rows.append(cells)
    }
    document.tables[index].intendedRows = rows
    document.faults.append(
      DocumentFault(
        .malformedTable(.unevenRightEdge), at: source.range(uneven.offsets), notes: [rightEdgeNote(block.lines[0])],
        repair: edits))
    return true
  }

  private mutating func redrawnCell(_ lines: [LineSlice], column: Int) -> TableCell {
    var cell = lines
    source.removeCommonIndent(&cell)
    let content = readCell(cell)
    let start = lines.first?.start ?? 0
    return TableCell(text: content.text, range: content.range ?? source.range(start..<start), column: column)
  }
}
