import Diagnostics

/// Draws grid tables (docutils, "Grid Tables").
enum GridTable {
  /// Whether docutils reads the cells of a grid that holds the table.
  ///
  /// It counts a combining character when it follows the borders and leaves it out when it cuts out the cells, so that
  /// one character of a cell is lost to the next for each.
  static func canHold(_ table: TableContent) -> Bool {
    table.allRows.allSatisfy { row in row.allSatisfy { canHold($0.text) } }
  }

  static func canHold(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 < 0x80 } || !text.unicodeScalars.contains { TextWidth.isCombining($0.value) }
  }

  static func lines(_ table: TableContent, width: Int, targets: inout LinkTargets) -> [[UInt8]] {
    let rows = table.allRows.map { row in row.map { RSTCell.words(of: $0, targets: &targets) } }
    let widths = GridWidths(rows, columns: table.titles.count).fitting(width)
    var lines = [border(widths)]
    for (index, row) in rows.enumerated() {
      lines += self.lines(zip(row, widths).map { self.lines(of: $0, width: $1) }, widths: widths)
      lines.append(border(widths, fill: index == 0 ? UInt8(ascii: "=") : UInt8(ascii: "-")))
    }
    // A line of `=` needs a row below it.
    if rows.count == 1 { lines[lines.count - 1] = border(widths) }
    return lines
  }

  static func border(_ widths: [Int], fill: UInt8 = UInt8(ascii: "-")) -> [UInt8] {
    var line = [UInt8(ascii: "+")]
    for width in widths {
      line.append(contentsOf: repeatElement(fill, count: width + 2))
      line.append(UInt8(ascii: "+"))
    }
    return line
  }

  /// The lines of one row, without its borders.
  ///
  /// - Parameter cells: each one's lines, their left margin included.
  static func lines(_ cells: [[[UInt8]]], widths: [Int]) -> [[UInt8]] {
    (0..<max(1, cells.lazy.map { $0.count }.max() ?? 1)).map { number in
      var line = [UInt8(ascii: "|")]
      for (cell, width) in zip(cells, widths) {
        let text = number < cell.count ? cell[number] : []
        line += text
        line.append(contentsOf: repeatElement(UInt8(ascii: " "), count: max(0, width + 2 - RSTWord.width(of: text))))
        line.append(UInt8(ascii: "|"))
      }
      return line
    }
  }

  /// The lines of a cell with that content.
  static func lines(of words: [RSTWord], width: Int) -> [[UInt8]] {
    RSTLine.wrap(words, limit: width).map { [UInt8(ascii: " ")] + $0 }
  }
}
