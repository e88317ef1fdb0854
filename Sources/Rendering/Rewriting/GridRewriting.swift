/// Redraws a grid table, with the cells that stay as they are drawn.
struct GridRewriting {
  /// A column that has to grow for a text of several lines grows to this, and is not widened from half of it on.
  private static let comfortableWidth = 40

  private let plan: RewritePlan
  private let source: TableLines
  private let key: Int

  init(_ plan: RewritePlan, _ source: TableLines, key: Int) {
    self.plan = plan
    self.source = source
    self.key = key
  }

  func lines(targets: inout LinkTargets) -> [[UInt8]] {
    guard let drawing = GridDrawing(source, columns: plan.columnCount), GridTable.canHold(plan.content) else {
      return source.fresh(plan.content, as: .grid, targets: &targets)
    }
    let rows = completed(plan.rows)
    let isCut = drawing.rows.count == plan.existingCount
    let kept = rows.map { row in isCut ? row.existing.flatMap { drawing.rows[$0] } : nil }
    var written: [[[RSTWord]?]] = []
    for (row, old) in zip(rows, kept) {
      written.append(
        zip(row.cells, row.isKept).map { cell, isKept in
          isKept && old != nil ? nil : RSTCell.words(of: cell, targets: &targets)
        })
    }
    let widths = widths(written, existing: drawing.widths)
    var lines = [GridTable.border(widths)]
    for index in rows.indices {
      let cells = cells(written[index], kept[index], widths: widths)
      lines += GridTable.lines(cells, widths: widths)
      let isHeadEnd = index + 1 == plan.headRowCount
      lines.append(GridTable.border(widths, fill: isHeadEnd ? UInt8(ascii: "=") : UInt8(ascii: "-")))
    }
    return drawing.preface + lines.map { drawing.indentation + $0 }
  }

  /// A head needs a row below it.
  private func completed(_ rows: [RewritePlan.Row]) -> [RewritePlan.Row] {
    guard rows.count == plan.headRowCount else { return rows }
    let empty = Array(repeating: CellContent([]), count: plan.columnCount)
    return rows + [RewritePlan.Row(existing: nil, cells: empty, isKept: empty.map { _ in false })]
  }

  private func widths(_ written: [[[RSTWord]?]], existing: [Int]) -> [Int] {
    var needed = GridWidths(columns: plan.columnCount)
    for row in written {
      for (column, words) in row.enumerated() {
        if let words { needed.add(words, to: column) }
      }
    }
    return existing.enumerated().map { column, width in
      let natural = needed.natural[column]
      let minimum = needed.minimum[column]
      if natural <= width { return width }
      // A platform's name stays on one line.
      if column == key { return natural }
      if width >= minimum, width >= Self.comfortableWidth / 2 { return width }
      return max(width, minimum, min(natural, Self.comfortableWidth))
    }
  }

  /// The lines of each cell, margins included.
  private func cells(_ written: [[RSTWord]?], _ kept: [[[UInt8]]]?, widths: [Int]) -> [[[UInt8]]] {
    let isWhole = !written.contains { $0 != nil }
    return written.enumerated().map { column, words in
      if let words { return GridTable.lines(of: words, width: widths[column]) }
      var lines = (kept ?? []).map { column < $0.count ? $0[column] : [] }
      if !isWhole {
        while let last = lines.last, last.allSatisfy({ $0 == UInt8(ascii: " ") }) { lines.removeLast() }
      }
      return lines
    }
  }
}
