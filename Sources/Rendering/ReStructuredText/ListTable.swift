/// Writes the `list-table` directive (docutils, "List Table").
enum ListTable {
  /// How the rows of a table are laid out.
  struct Layout {
    /// Columns before the row's bullet.
    var indent = 3
    var rowBullet = UInt8(ascii: "*")
    var cellBullet = UInt8(ascii: "-")
    /// Lines are wrapped at this many columns.
    var width = 79
  }

  static func lines(_ table: TableContent, width: Int, targets: inout LinkTargets) -> [[UInt8]] {
    // The directive wants a row below the head.
    var lines = [Array(".. list-table::".utf8)]
    if !table.rows.isEmpty { lines.append(Array("   :header-rows: 1".utf8)) }
    lines.append([])
    for row in table.allRows { lines += self.lines(row, Layout(width: width), targets: &targets) }
    return lines
  }

  /// The lines of one row.
  static func lines(_ row: [CellContent], _ layout: Layout, targets: inout LinkTargets) -> [[UInt8]] {
    var words: [[RSTWord]] = []
    for cell in row { words.append(RSTCell.words(of: cell, targets: &targets)) }
    return lines(words, layout)
  }

  /// The lines of one row, by the words of its cells.
  static func lines(_ row: [[RSTWord]], _ layout: Layout) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    let space = UInt8(ascii: " ")
    let margin = [UInt8](repeating: space, count: layout.indent)
    for (column, words) in row.enumerated() {
      let wrapped = RSTLine.wrap(words, limit: max(20, layout.width - layout.indent - 4))
      let start = margin + [column == 0 ? layout.rowBullet : space, space, layout.cellBullet]
      lines.append(start + (wrapped.first.map { [space] + $0 } ?? []))
      for text in wrapped.dropFirst() { lines.append(margin + [space, space, space, space] + text) }
    }
    return lines
  }
}
