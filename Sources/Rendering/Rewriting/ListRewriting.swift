/// Rewrites the rows of a `list-table`; the directive's own lines stay.
struct ListRewriting {
  private let plan: RewritePlan
  private let source: TableLines
  private let starts: [Int]

  init(_ plan: RewritePlan, _ source: TableLines) {
    self.plan = plan
    self.source = source
    starts = (source.first...source.last).filter { Self.layout(of: source[$0]) != nil }
  }

  func lines(targets: inout LinkTargets) -> [[UInt8]] {
    // Lists in cells look like rows.
    guard starts.count == plan.existingCount, let first = starts.first, var layout = Self.layout(of: source[first])
    else { return source.fresh(plan.content, as: .list, targets: &targets) }
    layout.width = max(79, source.all.lazy.map(RSTWord.width).max() ?? 79)
    var lines = (source.first..<first).map { source[$0] }
    var rows = plan.rows
    if rows.count == plan.headRowCount {
      let empty = Array(repeating: CellContent([]), count: plan.columnCount)
      rows.append(RewritePlan.Row(existing: nil, cells: empty, isKept: empty.map { _ in false }))
    }
    for row in rows {
      if row.isWhole, let existing = row.existing {
        lines += self.lines(ofRow: existing)
      } else {
        lines += ListTable.lines(row.cells, layout, targets: &targets)
      }
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private func lines(ofRow index: Int) -> [[UInt8]] {
    let end = index + 1 < starts.count ? starts[index + 1] : source.last + 1
    return (starts[index]..<end).map { source[$0] }
  }

  /// How a row's first line begins: the row's bullet and the first cell's.
  private static func layout(of line: [UInt8]) -> ListTable.Layout? {
    let indent = line.prefix { $0 == UInt8(ascii: " ") }.count
    let start = Array(line.dropFirst(indent).prefix(4))
    guard start.count >= 3, start[1] == UInt8(ascii: " "), start.count == 3 || start[3] == UInt8(ascii: " "),
      "*-+".utf8.contains(start[0]), "*-+".utf8.contains(start[2])
    else { return nil }
    return ListTable.Layout(indent: indent, rowBullet: start[0], cellBullet: start[2])
  }
}
