import Diagnostics

/// Grid tables: which lines are one, and the cells it is made of.
extension BlockParser {
  mutating func parseGridTable(_ run: inout Run) {
    let start = run.index
    let block = isolateGridTable(run)
    noteBottom(of: block, from: start, in: run)
    run.index = block.resume
    if block.isFollowedByIndentation { complain(&run, at: block.resume) }
    guard let canvas = block.canvas else {
      noteMalformedGrid(block, leadIn: run.leadIn())
      return complain(&run, at: start)
    }
    do throws(GridLayout.Failure) {
      let layout = try GridLayout(canvas)
      let table = addGridTable(canvas, layout, leadIn: run.leadIn())
      append(table, to: &run)
      if !block.endsWithBlank { noteTextBelow(run) }
    } catch {
      noteMalformedGrid(error, canvas, leadIn: run.leadIn())
      complain(&run, at: start)
    }
    if !block.endsWithBlank { complain(&run, at: run.index) }
  }

  /// Reports that text stands right below a table; of what is drawn like one, other faults tell.
  private mutating func noteTextBelow(_ run: Run) {
    guard !isReadingAgain, cellDepth == 0, run.index > 0, run.index < run.lines.count, !run.line.isBlank,
      !isDrawnLikeTable(run.line)
    else { return }
    let start = source.fileOffset(run.line.start)
    let lineStart = start - (source.file.position(at: start).column - 1)
    document.faults.append(
      DocumentFault(
        .malformedTable(.missingBlankLineAfter), at: source.range(run.lines[run.index - 1].offsets),
        repair: [TextEdit(lineStart..<lineStart, Self.lineEnding(before: lineStart, in: source.file))]))
  }

  /// Reports that the lines of a table end without a border, where that is the last of them or is missing below it.
  private mutating func noteBottom(of block: GridBlock, from start: Int, in run: Run) {
    guard !isReadingAgain, block.fault != .misplacedHeadSeparator, let last = block.lastLine,
      !source.isGridBorder(run.lines[last]), last > start + 1
    else {
      return
    }
    let (top, line) = (run.lines[start], run.lines[last])
    let border = Array(source.bytes[top.offsets])
    let end = source.fileOffset(line.end - 1) + 1
    let fault: DocumentFault
    if isNearlyBorder(line) {
      fault = DocumentFault(
        .misalignedBorder(redrawn: String(decoding: border, as: UTF8.self)), at: source.range(line.offsets),
        repair: block.isPlain ? [TextEdit(source.fileOffset(line.start)..<end, border)] : [])
    } else {
      // A line of the table further down tells that it goes on.
      let next = run.lines[(last + 1)...].first { !$0.isBlank }
      guard last + 1 == run.lines.count || run.lines[last + 1].isBlank, next.map({ !isDrawnLikeTable($0) }) ?? true
      else {
        return
      }
      fault = DocumentFault(.malformedTable(.missingBottomBorder), at: source.range(line.offsets))
    }
    if document.faults.last?.range != fault.range { document.faults.append(fault) }
  }

  struct GridBlock {
    /// Nil where the lines do not make a rectangle.
    var canvas: GridCanvas?
    var lines: [LineSlice]
    /// The index of the line to go on with.
    var resume: Int
    var endsWithBlank: Bool
    var isFollowedByIndentation = false
    var fault: DocumentFault.MalformedTable?
    /// The index of the last line that begins as a table's do.
    var lastLine: Int?
    /// Whether all borders but the last are the same.
    var isPlain = false
  }

  /// The lines from the top border to the bottom border (docutils, `isolate_grid_table`).
  private func isolateGridTable(_ run: Run) -> GridBlock {
    var end = run.index + 1
    while end < run.lines.count, isTableLine(run.lines[end]) { end += 1 }
    let endsWithBlank = end == run.lines.count || run.lines[end].isBlank
    var block = GridBlock(
      lines: Array(run.lines[run.index..<end]), resume: end, endsWithBlank: endsWithBlank,
      isFollowedByIndentation: !endsWithBlank && source.isIndented(run.lines[end]))
    block.lastLine = end - 1
    if let last = block.lines.last, !source.isGridBorder(last) {
      let top = block.lines[0]
      block.isPlain = block.lines.allSatisfy { line in
        !source.isGridBorder(line) || source.bytes[line.offsets].elementsEqual(source.bytes[top.offsets])
      }
      block.endsWithBlank = false
      guard let bottom = block.lines.indices.dropLast().last(where: { $0 > 1 && source.isGridBorder(block.lines[$0]) })
      else {
        block.fault = isHeadSeparator(last) ? .misplacedHeadSeparator : .missingBottomBorder
        return block
      }
      // docutils goes on one line too early, at the last line above the bottom border.
      block.resume = run.index + bottom - 1
      block.lines.removeSubrange((bottom + 1)...)
    }
    let closes = block.lines.allSatisfy { line in
      let last = source.bytes[line.end - 1]
      return last == UInt8(ascii: "|") || last == UInt8(ascii: "+")
    }
    block.canvas = closes ? GridCanvas(block.lines, in: source) : nil
    if block.canvas == nil { block.fault = .unevenRightEdge }
    return block
  }

  private func isHeadSeparator(_ line: LineSlice) -> Bool {
    GridLayout.isHeadSeparator(source.bytes[line.offsets])
  }

  private func isTableLine(_ line: LineSlice) -> Bool {
    !line.isBlank && [UInt8(ascii: "|"), UInt8(ascii: "+")].contains(source.byte(line.start))
  }

  private mutating func addGridTable(_ canvas: GridCanvas, _ layout: GridLayout, leadIn: String) -> Block {
    let offsets = source.offsets(of: canvas.lines)
    let index = reserveTable(.grid, at: offsets, leadIn: leadIn)
    let reading = readCells(canvas, layout)
    document.tables[index].columnCount = layout.columnBorders.count - 1
    document.tables[index].headRowCount = layout.headRowCount
    document.tables[index].rows = reading.rows
    if canvas.height == 1 { noteMalformedTable(.missingBottomBorder, at: offsets) }
    if !isReadingAgain {
      document.faults += emptyRows(layout, canvas)
      if let repair = GridBorderRepair(canvas) { note(repair, table: index) }
    }
    return Block(.table(index), at: offsets, children: reading.children)
  }

  /// Reads the cells of a layout into rows; the blocks they hold are kept for the cell around the table only.
  mutating func readCells(_ canvas: GridCanvas, _ layout: GridLayout) -> (rows: TableRows, children: [Block]) {
    var rowOf = Array(repeating: 0, count: canvas.height)
    for (number, border) in layout.rowBorders.enumerated() { rowOf[border] = number }
    var columnOf = Array(repeating: 0, count: canvas.width)
    for (number, border) in layout.columnBorders.enumerated() { columnOf[border] = number }
    var rows = TableRows()
    rows.reserveCapacity(rows: layout.rowBorders.count, cells: layout.cells.count)
    var kept: [Block] = []
    var row: [TableCell] = []
    var number = 0
    for cell in layout.cells {
      while number < rowOf[cell.top] {
        rows.append(row)
        row.removeAll(keepingCapacity: true)
        number += 1
      }
      let firstComment = document.comments.count
      let content = readCell(cellLines(canvas, cell))
      scopeComments(from: firstComment, to: cell, canvas)
      if cellDepth > 0 { kept += content.blocks }
      row.append(
        TableCell(
          text: content.text, range: content.range ?? emptyRange(canvas, cell), column: columnOf[cell.left],
          columns: columnOf[cell.right] - columnOf[cell.left], rows: rowOf[cell.bottom] - rowOf[cell.top]))
    }
    while number < layout.rowBorders.count - 1 {
      rows.append(row)
      row.removeAll(keepingCapacity: true)
      number += 1
    }
    return (rows, kept)
  }

  private func cellLines(_ canvas: GridCanvas, _ cell: GridLayout.Cell) -> [LineSlice] {
    var left = cell.left + 1
    var right = cell.right
    var lines = (cell.top + 1..<cell.bottom).map { canvas.slice($0, &left, &right, in: source) }
    source.removeCommonIndent(&lines)
    return lines
  }

  private func emptyRange(_ canvas: GridCanvas, _ cell: GridLayout.Cell) -> SourceRange {
    let row = min(cell.top + 1, canvas.height - 1)
    let column = min(cell.left + 2, cell.right)
    let offset = canvas.offset(row, column)
    return source.range(offset..<offset)
  }

  /// Suppressions written in a row's cells are for that row.
  private mutating func scopeComments(from first: Int, to cell: GridLayout.Cell, _ canvas: GridCanvas) {
    guard first < document.comments.count else { return }
    let scope = source.range(source.offsets(of: canvas.lines[cell.top...cell.bottom]))
    for index in first..<document.comments.count { document.comments[index].scope = scope }
  }

  /// Reads a cell's lines: its blocks, its plain text, and where that stands.
  mutating func readCell(_ lines: [LineSlice]) -> (blocks: [Block], text: String, range: SourceRange?) {
    guard let first = lines.firstIndex(where: { !$0.isBlank }), let last = lines.lastIndex(where: { !$0.isBlank })
    else { return ([], "", nil) }
    let problems = inline.problemCount
    cellDepth += 1
    let blocks = parseNested(lines)
    cellDepth -= 1
    var text: [UInt8] = []
    for block in blocks { block.appendText(to: &text) }
    let range = source.range(lines[first].start..<lines[last].end)
    noteMisread(blocks, lines: lines[first...last], at: range, hasProblem: inline.problemCount > problems)
    return (blocks, WhiteSpace.collapsedString(text), range)
  }
}
