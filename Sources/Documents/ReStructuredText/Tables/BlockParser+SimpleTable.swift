import Diagnostics

/// Simple tables: which lines are one, and the cells it is made of.
extension BlockParser {
  mutating func parseSimpleTable(_ run: inout Run) {
    let start = run.index
    let above = run.leadIn()
    switch simpleTableEnd(run) {
    case .found(let end):
      let lines = Array(run.lines[start...end])
      run.index = end + 1
      do throws(SimpleTableLayout.Failure) {
        let table = addSimpleTable(lines, try SimpleTableLayout(lines, in: source), leadIn: above)
        append(table, to: &run)
      } catch {
        noteMalformedSimpleTable(error, lines)
        complain(&run, at: start)
      }
      if run.index < run.lines.count, !run.line.isBlank {
        noteMalformedTable(.missingBlankLineAfter, at: run.lines[end].offsets)
        complain(&run, at: run.index)
      }
    case .unequalBorder(let line):
      noteMalformedTable(.unequalBorders, at: run.lines[line].offsets)
      complain(&run, at: start)
      run.index = line + 1
    case .missing(let lastBorder):
      if let lastBorder {
        noteMalformedTable(.missingBlankLineAfter, at: run.lines[lastBorder].offsets)
      } else {
        noteMalformedTable(.missingBottomBorder, at: run.lines[start].offsets)
      }
      complain(&run, at: start)
      run.index = lastBorder.map { $0 + 1 } ?? run.lines.count
    }
  }

  private enum SimpleTableEnd {
    /// The index of the bottom border.
    case found(Int)
    /// The index of a border that is longer or shorter than the top one.
    case unequalBorder(Int)
    /// No bottom border before the end; the index of the one border there was, a blank line missing behind it.
    case missing(lastBorder: Int?)
  }

  /// The second border below the top one ends the table, or the first with a blank line behind it.
  private func simpleTableEnd(_ run: Run) -> SimpleTableEnd {
    let width = run.line.end - run.line.start
    var found: Int?
    for index in run.index + 1..<max(run.index + 1, run.lines.count) {
      let line = run.lines[index]
      guard source.isSimpleTableBorder(line) else { continue }
      guard line.end - line.start == width else { return .unequalBorder(index) }
      if found != nil || index + 1 == run.lines.count || run.lines[index + 1].isBlank { return .found(index) }
      found = index
    }
    return .missing(lastBorder: found)
  }

  private mutating func addSimpleTable(_ lines: [LineSlice], _ layout: SimpleTableLayout, leadIn: String) -> Block {
    let offsets = source.offsets(of: lines)
    let index = reserveTable(.simple, at: offsets, leadIn: leadIn)
    document.tables[index].columnCount = layout.columns.count
    document.tables[index].headRowCount = layout.headRowCount
    var rows = TableRows()
    var kept: [Block] = []
    for row in layout.rows {
      let firstComment = document.comments.count
      let cells = writtenCells(of: row, lines).map { cell in
        let content = readCell(cellLines(row, cell, layout))
        if cellDepth > 0 { kept += content.blocks }
        return TableCell(
          text: content.text, range: content.range ?? emptyRange(row, cell, lines), column: cell.column,
          columns: cell.columns)
      }
      for comment in firstComment..<document.comments.count {
        document.comments[comment].scope = source.range(source.offsets(of: lines[row.lines]))
      }
      rows.append(cells)
    }
    document.tables[index].rows = rows
    return Block(.table(index), at: offsets, children: kept)
  }

  private func cellLines(
    _ row: SimpleTableLayout.Row, _ cell: SimpleTableLayout.Cell, _ layout: SimpleTableLayout
  ) -> [LineSlice] {
    var left = cell.start
    var right = cell.end
    var slices = row.lines.map { layout.slice($0, &left, &right, in: source) }
    source.removeCommonIndent(&slices)
    return slices
  }

  /// The cells of a row, as many as may be where its lines are shorter than its columns.
  private mutating func writtenCells(
    of row: SimpleTableLayout.Row, _ lines: [LineSlice]
  ) -> ArraySlice<SimpleTableLayout.Cell> {
    let room = lines[row.lines].reduce(0) { $0 + $1.offsets.count }
    let excess = row.cells.count * max(1, row.lines.count) - room
    if excess <= 0 || unwrittenCells.take(excess) { return row.cells[...] }
    return row.cells.prefix(max(1, room / max(1, row.lines.count)))
  }

  private func emptyRange(
    _ row: SimpleTableLayout.Row, _ cell: SimpleTableLayout.Cell, _ lines: [LineSlice]
  ) -> SourceRange {
    let line = lines[min(row.lines.lowerBound, lines.count - 1)]
    let offset = min(line.start + cell.start, max(line.end, line.start))
    return source.range(offset..<offset)
  }

  private mutating func noteMalformedSimpleTable(_ failure: SimpleTableLayout.Failure, _ lines: [LineSlice]) {
    switch failure {
    case .textInColumnMargin(let line):
      noteMalformedTable(.textInColumnMargin, at: lines[line].offsets)
    case .spanMisaligned(let line):
      noteMalformedTable(.spanMisaligned, at: lines[min(line, lines.count - 1)].offsets)
    }
  }
}
