import Diagnostics
import Documents

/// Rewrites rows of a grid table; the lines of the others stay, widened where a column has to grow.
struct GridRewriting {
  /// A column that has to grow for a text of several lines grows to this, and is not widened from half of it on.
  private static let comfortableWidth = 40

  private enum Written {
    case words([RSTWord])
    case lines([[UInt8]])
  }

  private let plan: RewritePlan
  private let drawing: GridDrawing
  private let key: Int

  /// - Parameter key: the column of the platforms' names, which stay on one line.
  init(_ plan: RewritePlan, _ source: TableLines, key: Int) throws(RewriteObstacle) {
    guard let drawing = GridDrawing(source, columns: plan.columnCount, rows: plan.existingCount) else {
      throw RewriteObstacle(.unclearColumns, at: plan.table.range)
    }
    self.plan = plan
    self.drawing = drawing
    self.key = key
  }

  func lines(targets: inout LinkTargets) throws(RewriteObstacle) -> [[UInt8]] {
    let rows = plan.completedRows
    var written: [[Written]?] = []
    for row in rows { written.append(row.isWhole ? nil : try self.written(row, &targets)) }
    let growth = growth(for: written)
    let widths = zip(segments, growth).map { $0 + $1 - 2 }
    var lines = [try widened(drawing.border(above: 0), growth)]
    for (index, row) in rows.enumerated() {
      if let cells = written[index] {
        lines += GridTable.lines(cells.enumerated().map { self.lines(of: $1, width: widths[$0]) }, widths: widths)
      } else if let existing = row.existing {
        for line in drawing.row(existing) { lines.append(try widened(line, growth)) }
      }
      if let existing = row.existing, plan.next(after: index, in: rows) == existing + 1 {
        lines.append(try widened(drawing.border(above: existing + 1), growth))
      } else {
        let isHeadEnd = index + 1 == plan.headRowCount
        lines.append(GridTable.border(widths, fill: isHeadEnd ? UInt8(ascii: "=") : UInt8(ascii: "-")))
      }
    }
    return drawing.preface + lines.map { drawing.indentation + $0 } + drawing.appendix
  }

  /// How many display columns stand between the borders, margins included.
  private var segments: [Int] { zip(drawing.crossings, drawing.crossings.dropFirst()).map { $1 - $0 - 1 } }

  private func written(_ row: RewritePlan.Row, _ targets: inout LinkTargets) throws(RewriteObstacle) -> [Written] {
    let kept = row.existing.flatMap(drawing.cells)
    var written: [Written] = []
    for (column, cell) in row.cells.enumerated() {
      switch cell {
      case .kept:
        guard let kept else { throw RewriteObstacle(.unclearColumns, at: plan.range(of: row)) }
        written.append(.lines(Self.withoutBlankEnd(kept.map { $0[column] })))
      case .lines(let lines):
        guard lines.allSatisfy({ GridTable.canHold(String(decoding: $0, as: UTF8.self)) }) else {
          throw RewriteObstacle(.combiningCharacter, at: plan.range(of: row))
        }
        written.append(.lines(lines.map { [UInt8(ascii: " ")] + $0 + [UInt8(ascii: " ")] }))
      case .content(let content):
        guard GridTable.canHold(content.text) else {
          throw RewriteObstacle(.combiningCharacter, at: plan.range(of: row))
        }
        written.append(.words(RSTCell.words(of: content, targets: &targets)))
      }
    }
    return written
  }

  private static func withoutBlankEnd(_ lines: [[UInt8]]) -> [[UInt8]] {
    var lines = lines
    while let last = lines.last, last.allSatisfy({ $0 == UInt8(ascii: " ") }) { lines.removeLast() }
    return lines
  }

  private func growth(for written: [[Written]?]) -> [Int] {
    var needed = GridWidths(columns: plan.columnCount)
    var whole = [Int](repeating: 0, count: plan.columnCount)
    for row in written {
      for (column, cell) in (row ?? []).enumerated() {
        switch cell {
        case .words(let words): if !words.isEmpty { needed.add(words, to: column) }
        case .lines(let lines): whole[column] = max(whole[column], lines.map(RSTWord.width).max() ?? 0)
        }
      }
    }
    let hasWords = written.contains { $0 != nil }
    return segments.enumerated().map { column, segment in
      let width = width(of: column, needed, existing: segment - 2)
      return max(0, whole[column] - segment, hasWords ? width + 2 - segment : 0)
    }
  }

  private func width(of column: Int, _ needed: GridWidths, existing: Int) -> Int {
    let natural = needed.natural[column]
    let minimum = needed.minimum[column]
    if natural <= existing { return existing }
    if column == key { return natural }
    if existing >= minimum, existing >= Self.comfortableWidth / 2 { return existing }
    return max(existing, minimum, min(natural, Self.comfortableWidth))
  }

  private func lines(of cell: Written, width: Int) -> [[UInt8]] {
    switch cell {
    case .words(let words): GridTable.lines(of: words, width: width)
    case .lines(let lines): lines
    }
  }

  private func widened(_ line: [UInt8], _ growth: [Int]) throws(RewriteObstacle) -> [UInt8] {
    guard let line = drawing.widened(line, by: growth) else {
      throw RewriteObstacle(.unclearColumns, at: plan.table.range)
    }
    return line
  }
}
