import Diagnostics

/// Writes pipe tables (GitHub Flavored Markdown, "Tables").
enum PipeTable {
  static func lines(_ table: TableContent, targets: LinkTargets) -> [[UInt8]] {
    lines(table.allRows.map { row in row.map { MarkdownCell.text(of: $0, targets: targets) } })
  }

  /// - Parameter rows: cells in Markdown; the first row has the titles.
  static func lines(_ rows: [[String]]) -> [[UInt8]] {
    var widths = Array(repeating: 3, count: rows.first?.count ?? 0)
    for row in rows {
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], TextWidth.columns(of: cell)) }
    }
    var lines = rows.map { line($0, widths: widths) }
    lines.insert(line(widths.map { String(repeating: "-", count: $0) }, widths: widths), at: min(1, lines.count))
    return lines
  }

  /// A row, its cells filled up to the widths.
  static func line(_ cells: [String], widths: [Int]) -> [UInt8] {
    var line = [UInt8(ascii: "|")]
    for (cell, width) in zip(cells, widths) {
      line.append(UInt8(ascii: " "))
      line += cell.utf8
      line.append(contentsOf: repeatElement(UInt8(ascii: " "), count: max(0, width - TextWidth.columns(of: cell)) + 1))
      line.append(UInt8(ascii: "|"))
    }
    return line
  }
}
