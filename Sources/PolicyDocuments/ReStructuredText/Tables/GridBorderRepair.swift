import Diagnostics

/// Finds the borders of a grid table whose `+` do not meet its columns, and draws them as they were meant.
///
/// docutils takes a stray `+` for a further column and a missing one for a span, without a word; the rows beside such a
/// border fall together into one cell.
struct GridBorderRepair {
  struct Border {
    var row: Int
    var redrawn: [UInt8]
    /// Columns with a `+` that no `|` meets.
    var stray: [Int]
    /// Columns where a `|` meets the border and there is no `+`.
    var missing: [Int]
  }

  private(set) var borders: [Border] = []
  /// The drawing with those borders redrawn.
  private(set) var canvas: GridCanvas
  /// The rows of the border that shows the table's columns best.
  private(set) var modelRow = 0

  /// Nil when all borders meet the columns.
  init?(_ canvas: GridCanvas) {
    self.canvas = canvas
    let rows = (0..<canvas.height).filter { Self.isBorder(canvas.row($0)) }
    let columns = rows.map { row in Self.crossings(canvas, row) }
    guard let model = Self.mostCommon(columns) else { return nil }
    modelRow = rows[model]
    for (index, row) in rows.enumerated() where columns[index] != columns[model] {
      if let border = Self.misaligned(canvas, row, has: columns[index], model: columns[model], borders: rows) {
        borders.append(border)
      }
    }
    guard !borders.isEmpty else { return nil }
    for border in borders {
      let start = border.row * canvas.width
      self.canvas.symbols.replaceSubrange(start..<start + canvas.width, with: border.redrawn)
    }
  }

  private static func isBorder(_ row: ArraySlice<UInt8>) -> Bool {
    row.first == UInt8(ascii: "+") && row.last == UInt8(ascii: "+")
      && row.allSatisfy { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "=") }
  }

  private static func crossings(_ canvas: GridCanvas, _ row: Int) -> [Int] {
    (0..<canvas.width).filter { canvas[row, $0] == UInt8(ascii: "+") }
  }

  /// The index of the crossings that most borders have, the first of equals.
  private static func mostCommon(_ columns: [[Int]]) -> Int? {
    var counts: [[Int]: Int] = [:]
    for crossings in columns { counts[crossings, default: 0] += 1 }
    guard let most = counts.values.max() else { return nil }
    return columns.firstIndex { counts[$0] == most }
  }

  private static func misaligned(
    _ canvas: GridCanvas, _ row: Int, has crossings: [Int], model: [Int], borders: [Int]
  ) -> Border? {
    let modelSet = Set(model)
    let own = Set(crossings)
    let stray = crossings.filter { !modelSet.contains($0) && !isMet(canvas, row, $0) }
    let missing = model.filter { !own.contains($0) && isSeparator(canvas, row, $0) }
    guard !stray.isEmpty || !missing.isEmpty else { return nil }
    let fill = canvas[row, 1] == UInt8(ascii: "=") ? UInt8(ascii: "=") : UInt8(ascii: "-")
    var redrawn = Array(repeating: fill, count: canvas.width)
    for column in model where own.contains(column) || isMet(canvas, row, column) {
      redrawn[column] = UInt8(ascii: "+")
    }
    for column in crossings where !modelSet.contains(column) && !stray.contains(column) {
      redrawn[column] = UInt8(ascii: "+")
    }
    return Border(row: row, redrawn: redrawn, stray: stray, missing: missing)
  }

  /// Whether a line of the drawing comes to the border from above or below.
  private static func isMet(_ canvas: GridCanvas, _ row: Int, _ column: Int) -> Bool {
    [row - 1, row + 1].contains { next in
      guard next >= 0, next < canvas.height else { return false }
      return canvas[next, column] == UInt8(ascii: "|") || canvas[next, column] == UInt8(ascii: "+")
    }
  }

  /// Whether a `|` stands on the border along the whole row above it or below it: a separator, not a text's own `|`.
  private static func isSeparator(_ canvas: GridCanvas, _ row: Int, _ column: Int) -> Bool {
    reachesBorder(canvas, from: row, by: -1, column) || reachesBorder(canvas, from: row, by: 1, column)
  }

  private static func reachesBorder(_ canvas: GridCanvas, from row: Int, by step: Int, _ column: Int) -> Bool {
    var next = row + step
    while next >= 0, next < canvas.height, canvas[next, column] == UInt8(ascii: "|") { next += step }
    return next != row + step && next >= 0 && next < canvas.height && isBorder(canvas.row(next))
  }
}

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
    let rows = readCells(repair.canvas, layout).rows
    mark.rewind(&self)
    return (rows, layout)
  }

  /// Reports a drawing that docutils does not read; where only borders are at fault, its rows are read all the same.
  mutating func noteMalformedGrid(_ failure: GridLayout.Failure, _ canvas: GridCanvas, leadIn: String) {
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
    case .misplacedHeadSeparator(let row):
      noteMalformedTable(.misplacedHeadSeparator, at: canvas.lines[row].offsets)
    }
  }

  /// Reports lines that begin as a grid table and do not make a rectangle.
  mutating func noteMalformedGrid(_ block: GridBlock, leadIn: String) {
    guard let top = block.lines.first, !noteRedrawn(block, leadIn: leadIn) else { return }
    if block.fault == .unevenRightEdge, let uneven = firstUnevenLine(block.lines) {
      document.faults.append(
        DocumentFault(
          .malformedTable(.unevenRightEdge), at: source.range(uneven.offsets), notes: [rightEdgeNote(top)]))
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
