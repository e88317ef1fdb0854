import Diagnostics

/// What is wrong with grid tables: borders that miss the columns, drawings that docutils does not read.
extension BlockParser {
  /// Reports the borders, and reads the table once more as it was meant.
  mutating func note(_ repair: GridBorderRepair, table index: Int) {
    let meant = meantRows(repair)
    document.tables[index].intendedRows = meant?.rows
    for border in repair.borders {
      let line = repair.canvas.lines[border.row]
      let redrawn = String(decoding: border.redrawn, as: UTF8.self)
      let bytes = source.fileOffset(line.start)..<source.fileOffset(line.end - 1) + 1
      document.faults.append(
        DocumentFault(
          .misalignedBorder(redrawn: redrawn), at: source.range(line.offsets), notes: notes(border, repair),
          repair: meant == nil ? [] : [TextEdit(bytes, border.redrawn)]))
    }
    for (row, column) in repair.strayCorners {
      let offset = repair.canvas.offset(row, column)
      let place = source.fileOffset(offset)
      document.faults.append(
        DocumentFault(
          .malformedTable(.strayCorner), at: source.range(offset..<offset + 1),
          repair: meant == nil ? [] : [TextEdit(place..<place + 1, [UInt8(ascii: "|")])]))
    }
  }

  /// Reports borders right below one another: docutils reads an empty row between them.
  func emptyRows(_ layout: GridLayout, _ canvas: GridCanvas) -> [DocumentFault] {
    var rows: [DocumentFault] = []
    for (top, bottom) in zip(layout.rowBorders, layout.rowBorders.dropFirst()) where bottom == top + 1 {
      let (above, below) = (canvas.lines[top], canvas.lines[bottom])
      // A stray '+' divides rows too, and is told by itself.
      guard isNearlyBorder(above), isNearlyBorder(below) else { continue }
      let isRepeated = source.bytes[above.offsets].elementsEqual(source.bytes[below.offsets])
      let start = source.fileOffset(above.start)
      rows.append(
        DocumentFault(
          .malformedTable(.emptyRow), at: source.range(below.offsets),
          notes: [Diagnostic.Note("the border above it", at: source.range(above.offsets))],
          repair: isRepeated ? [TextEdit(start..<source.fileOffset(below.start), [])] : []))
    }
    return rows
  }

  private func notes(_ border: GridBorderRepair.Border, _ repair: GridBorderRepair) -> [Diagnostic.Note] {
    var notes: [Diagnostic.Note] = []
    func place(_ row: Int, _ column: Int) -> SourceRange {
      let offset = repair.canvas.offset(row, column)
      return source.range(offset..<offset + 1)
    }
    if let column = border.stray.first {
      notes.append(Diagnostic.Note("this '+' meets no column of the table", at: place(border.row, column)))
    }
    if let column = border.missing.first {
      notes.append(Diagnostic.Note("a column of the table comes to the border here", at: place(border.row, column)))
    }
    return notes
  }

  /// The rows with the borders redrawn. What stands in the cells is in the document already, so nothing is collected.
  private mutating func meantRows(_ repair: GridBorderRepair) -> (rows: TableRows, layout: GridLayout)? {
    guard let layout = try? GridLayout(repair.canvas) else { return nil }
    let mark = Mark(self)
    isReadingAgain = true
    defer { isReadingAgain = false }
    let rows = readCells(repair.canvas, layout).rows
    mark.rewind(&self)
    return (rows, layout)
  }

  /// Reports a drawing that docutils does not read; where only borders are at fault, its rows are read all the same.
  mutating func noteMalformedGrid(_ failure: GridLayout.Failure, _ canvas: GridCanvas, leadIn: String) {
    guard !isReadingAgain else { return }
    let offsets = source.offsets(of: canvas.lines)
    if let repair = GridBorderRepair(canvas), let meant = meantRows(repair) {
      let index = reserveTable(.grid, at: offsets, leadIn: leadIn)
      document.tables[index].isPublished = false
      document.tables[index].columnCount = meant.layout.columnBorders.count - 1
      document.tables[index].headRowCount = meant.layout.headRowCount
      return note(repair, table: index)
    }
    switch failure {
    case .open(let row, let column):
      let offset = canvas.offset(row, column)
      document.faults.append(
        DocumentFault(
          .malformedTable(.openGrid), at: source.range(canvas.lines[0].offsets),
          notes: [Diagnostic.Note("the cell here is not closed", at: source.range(offset..<offset + 1))]))
    case .repeatedHeadSeparator(let row):
      noteMalformedTable(.repeatedHeadSeparator, at: canvas.lines[row].offsets)
    }
  }

  /// Reports lines that begin as a grid table and do not make a rectangle.
  mutating func noteMalformedGrid(_ block: GridBlock, leadIn: String) {
    guard let top = block.lines.first, !noteRedrawn(block, leadIn: leadIn) else { return }
    // The line at which the table ends tells more, and has been reported.
    if block.fault == .missingBottomBorder, let last = block.lines.last, let fault = document.faults.last,
      fault.range == source.range(last.offsets)
    {
      return
    }
    if block.fault == .unevenRightEdge, let uneven = firstUnevenLine(block.lines) {
      document.faults.append(
        DocumentFault(
          .malformedTable(.unevenRightEdge), at: source.range(uneven.offsets), notes: [rightEdgeNote(top)]))
    } else if block.fault == .misplacedHeadSeparator, let last = block.lines.last {
      noteMalformedTable(.misplacedHeadSeparator, at: last.offsets)
    } else {
      noteMalformedTable(block.fault ?? .openGrid, at: top.offsets)
    }
  }

  func rightEdgeNote(_ top: LineSlice) -> Diagnostic.Note {
    Diagnostic.Note("the table's right edge is set here", at: source.range(top.end - 1..<top.end))
  }

  /// The first line that does not end where the top border does.
  func firstUnevenLine(_ lines: [LineSlice]) -> LineSlice? {
    guard let top = lines.first else { return nil }
    let width = ColumnOffsets(top, in: source).count
    return lines.first { !endsAtRightEdge($0, width: width) }
  }

  private func endsAtRightEdge(_ line: LineSlice, width: Int) -> Bool {
    let last = source.bytes[line.end - 1]
    return (last == UInt8(ascii: "|") || last == UInt8(ascii: "+"))
      && ColumnOffsets(line, in: source).count == width
  }

  /// How much of the document has been collected.
  struct Mark {
    private let inline: InlineParser.Mark
    private let counts: [Int]

    init(_ parser: BlockParser) {
      inline = parser.inline.mark
      let document = parser.document
      counts = [
        document.tables.count, document.lists.count, document.references.count, document.targets.count,
        document.links.count, document.comments.count, document.faults.count,
      ]
    }

    func rewind(_ parser: inout BlockParser) {
      parser.inline.rewind(to: inline)
      parser.document.tables.removeSubrange(counts[0]...)
      parser.document.lists.removeSubrange(counts[1]...)
      parser.document.references.removeSubrange(counts[2]...)
      parser.document.targets.removeSubrange(counts[3]...)
      parser.document.links.removeSubrange(counts[4]...)
      parser.document.comments.removeSubrange(counts[5]...)
      parser.document.faults.removeSubrange(counts[6]...)
    }
  }
}
