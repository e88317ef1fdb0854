import Diagnostics
import Documents

/// Rewrites rows of a `list-table`; the directive's own lines and those of the other rows stay.
struct ListRewriting {
  /// How a row begins: its bullet, and behind that the first cell's.
  private struct Layout {
    /// Columns before the row's bullet, before the cell's, and before the cell's text.
    var row: Int
    var cell: Int
    var text: Int
    var rowBullet: UInt8
    var cellBullet: UInt8
  }

  private let plan: RewritePlan
  private let source: TableLines
  private let layout: Layout
  private let starts: [Int]

  init(_ plan: RewritePlan, _ source: TableLines) throws(RewriteObstacle) {
    self.plan = plan
    self.source = source
    let numbers = Array(source.first...source.last)
    guard let layout = numbers.lazy.compactMap({ Self.layout(of: source[$0]) }).first else {
      throw RewriteObstacle(.unclearColumns, at: plan.table.range)
    }
    self.layout = layout
    // Lists in cells are indented further.
    starts = numbers.filter { Self.layout(of: source[$0])?.row == layout.row }
    guard starts.count == plan.existingCount else { throw RewriteObstacle(.unclearColumns, at: plan.table.range) }
  }

  func lines(targets: inout LinkTargets) throws(RewriteObstacle) -> [[UInt8]] {
    let first = starts.first ?? source.last
    var lines = (source.first..<first).map { source[$0] }
    for row in plan.completedRows {
      if row.isWhole, let existing = row.existing {
        lines += block(existing)
      } else {
        lines += try self.lines(of: row, targets: &targets)
      }
    }
    while lines.last?.allSatisfy({ $0 == UInt8(ascii: " ") }) == true { lines.removeLast() }
    return lines
  }

  private func block(_ row: Int) -> [[UInt8]] {
    let end = row + 1 < starts.count ? starts[row + 1] : source.last + 1
    return (starts[row]..<end).map { source[$0] }
  }

  private func lines(of row: RewritePlan.Row, targets: inout LinkTargets) throws(RewriteObstacle) -> [[UInt8]] {
    let space = UInt8(ascii: " ")
    let width = max(79, source.all.map(RSTWord.width).max() ?? 79) - layout.text
    let kept = row.existing.flatMap(cells)
    var written: [[UInt8]] = []
    for (column, cell) in row.cells.enumerated() {
      var start = [UInt8](repeating: space, count: layout.text)
      if column == 0 { start[layout.row] = layout.rowBullet }
      start[layout.cell] = layout.cellBullet
      let texts: [[UInt8]]
      switch cell {
      case .kept:
        guard let kept, kept.count == plan.columnCount else {
          throw RewriteObstacle(.unclearColumns, at: plan.range(of: row))
        }
        written += kept[column]
        continue
      case .lines(let lines): texts = lines
      case .content(let content):
        texts = RSTLine.wrap(RSTCell.words(of: content, targets: &targets), limit: max(20, width))
      }
      written.append(Self.withoutBlankEnd(start + (texts.first ?? [])))
      let margin = [UInt8](repeating: space, count: layout.text)
      written += texts.dropFirst().map { Self.withoutBlankEnd(margin + $0) }
    }
    // Rows may have blank lines between them.
    let blank = row.existing.map { block($0).reversed().prefix { $0.isEmpty }.count } ?? blankLines
    while written.last?.isEmpty == true { written.removeLast() }
    return written + [[UInt8]](repeating: [], count: blank)
  }

  /// The blank lines behind each row of the table.
  private var blankLines: Int {
    guard starts.count > 1 else { return 0 }
    return block(0).reversed().prefix { $0.isEmpty }.count
  }

  private static func withoutBlankEnd(_ line: [UInt8]) -> [UInt8] {
    var line = line
    while line.last == UInt8(ascii: " ") { line.removeLast() }
    return line
  }

  /// The lines of each cell of a row, its bullet included.
  private func cells(of row: Int) -> [[[UInt8]]] {
    var cells: [[[UInt8]]] = []
    for (number, line) in block(row).enumerated() {
      let isStart =
        line.prefix(layout.cell).allSatisfy { $0 == UInt8(ascii: " ") } && line.count > layout.cell
        && line[layout.cell] == layout.cellBullet
        && (line.count == layout.cell + 1 || line[layout.cell + 1] == UInt8(ascii: " "))
      if number == 0 || isStart { cells.append([]) }
      cells[cells.count - 1].append(line)
    }
    return cells
  }

  private static func layout(of line: [UInt8]) -> Layout? {
    let space = UInt8(ascii: " ")
    func skip(_ start: Int) -> Int { line[start...].firstIndex { $0 != space } ?? line.count }
    let row = skip(0)
    guard row + 2 < line.count, "*-+".utf8.contains(line[row]), line[row + 1] == space else { return nil }
    let cell = skip(row + 1)
    guard cell < line.count, "*-+".utf8.contains(line[cell]) else { return nil }
    let text = skip(cell + 1)
    guard text > cell + 1 || text == line.count else { return nil }
    return Layout(
      row: row, cell: cell, text: text == line.count ? cell + 2 : text, rowBullet: line[row], cellBullet: line[cell])
  }
}
