extension RandomReStructuredText {
  /// A grid table with cells that span rows and columns; now and then one character of it is wrong.
  mutating func gridTable() -> [String] {
    var drawing = GridDrawing(
      widths: (0..<int(1...4)).map { _ in int(3...16) }, heights: (0..<int(1...5)).map { _ in int(1...4) })
    for _ in 0..<pick([0, 0, 1, 1, 2, 3]) {
      let row = int(0..<drawing.rowCount)
      let column = int(0..<drawing.columnCount)
      drawing.merge(
        rows: row..<row + int(1...min(3, drawing.rowCount - row)),
        columns: column..<column + int(1...min(3, drawing.columnCount - column)))
    }
    let headRowCount = pick([0, 0, 1, min(2, drawing.rowCount - 1)])
    drawing.drawBorders(headRowCount: headRowCount) { chance(20) }
    drawing.fill { cellLines() }
    return damaged(drawing.lines)
  }

  private mutating func damaged(_ lines: [String]) -> [String] {
    guard chance(15) else { return lines }
    var lines = lines
    let number = int(0..<lines.count)
    var line = Array(lines[number].unicodeScalars)
    let place = int(0..<line.count)
    if chance(70) { line[place] = pick(["+", "-", "|", "=", " ", "x"]) } else { line.remove(at: place) }
    lines[number] = String(String.UnicodeScalarView(line))
    return lines
  }
}

/// A grid table on squared paper: one string for each column of each line, empty behind a wide character.
private struct GridDrawing {
  /// The lines and columns of the borders.
  private let rowBorders: [Int]
  private let columnBorders: [Int]
  /// The number of the cell that each row has in each column.
  private var cells: [[Int]]
  private var squares: [[String]]

  init(widths: [Int], heights: [Int]) {
    rowBorders = heights.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1 + 1) }
    columnBorders = widths.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1 + 3) }
    cells = heights.indices.map { row in widths.indices.map { row * widths.count + $0 } }
    squares = Array(
      repeating: Array(repeating: " ", count: columnBorders[widths.count] + 1), count: rowBorders[heights.count] + 1)
  }

  var rowCount: Int { rowBorders.count - 1 }
  var columnCount: Int { columnBorders.count - 1 }
  var lines: [String] { squares.map { $0.joined() } }

  /// Makes one cell of several, none of which may span anything yet.
  mutating func merge(rows: Range<Int>, columns: Range<Int>) {
    let all = cells.joined()
    let areSingle = rows.allSatisfy { row in
      columns.allSatisfy { column in
        cells[row][column] == row * columnCount + column && all.count { $0 == cells[row][column] } == 1
      }
    }
    guard areSingle else { return }
    let merged = cells[rows.lowerBound][columns.lowerBound]
    for row in rows { for column in columns { cells[row][column] = merged } }
  }

  /// - Parameter addsCrossing: whether to draw a `+` where only a horizontal border runs on.
  mutating func drawBorders(headRowCount: Int, addsCrossing: () -> Bool) {
    for border in 0...rowCount {
      for column in 0..<columnCount where hasBorder(above: border, column) {
        for x in columnBorders[column]...columnBorders[column + 1] { squares[rowBorders[border]][x] = "-" }
      }
    }
    for border in 0...columnCount {
      for row in 0..<rowCount where hasBorder(leftOf: border, row) {
        for y in rowBorders[row]...rowBorders[row + 1] {
          squares[y][columnBorders[border]] = ["-", "+"].contains(squares[y][columnBorders[border]]) ? "+" : "|"
        }
      }
    }
    for y in rowBorders {
      for x in columnBorders where squares[y][x] == "-" && addsCrossing() { squares[y][x] = "+" }
    }
    if (1..<rowCount).contains(headRowCount),
      (0..<columnCount).allSatisfy({ hasBorder(above: headRowCount, $0) })
    {
      let y = rowBorders[headRowCount]
      squares[y] = squares[y].map { $0 == "-" ? "=" : $0 }
    }
  }

  private func hasBorder(above row: Int, _ column: Int) -> Bool {
    row == 0 || row == rowCount || cells[row - 1][column] != cells[row][column]
  }

  private func hasBorder(leftOf column: Int, _ row: Int) -> Bool {
    column == 0 || column == columnCount || cells[row][column - 1] != cells[row][column]
  }

  mutating func fill(_ content: () -> [String]) {
    for cell in Set(cells.joined()).sorted() {
      let rows = cells.indices.filter { cells[$0].contains(cell) }
      let columns = (0..<columnCount).filter { column in cells.contains { $0[column] == cell } }
      let left = columnBorders[columns[0]] + 1
      let width = columnBorders[columns[columns.count - 1] + 1] - left
      let lines = rowBorders[rows[0]] + 1..<rowBorders[rows[rows.count - 1] + 1]
      for (y, text) in zip(lines, content()) {
        var x = left
        for scalar in RandomReStructuredText.fitted(" " + text, width).unicodeScalars {
          squares[y][x] = String(scalar)
          if RandomReStructuredText.columns(of: scalar) == 2 { squares[y][x + 1] = "" }
          x += RandomReStructuredText.columns(of: scalar)
        }
      }
    }
  }
}
