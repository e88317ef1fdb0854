import Diagnostics

/// Rows of cells for a terminal, in columns as wide as they have to be.
struct TextTable {
  private var rows: [[String]] = []

  var isEmpty: Bool { rows.isEmpty }

  /// - Parameter cells: untrusted; shown as what they are.
  mutating func add(_ cells: [String]) {
    rows.append(cells.map { VisibleText.of($0) })
  }

  /// Two spaces stand between the columns, and none at the end of a line.
  func lines(indentation: Int = 0) -> String {
    let count = rows.map { $0.count }.max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { $0.count > column ? TextWidth.columns(of: $0[column]) : 0 }.max() ?? 0
    }
    let margin = String(repeating: " ", count: indentation)
    return rows.map { row in
      let last = row.lastIndex { !$0.isEmpty } ?? 0
      let cells = zip(row, widths).prefix(last + 1).enumerated().map { index, cell in
        index == last ? cell.0 : cell.0 + String(repeating: " ", count: cell.1 - TextWidth.columns(of: cell.0) + 2)
      }
      return margin + cells.joined() + "\n"
    }.joined()
  }
}
