/// The rows and columns of a simple table (docutils, `SimpleTableParser`).
struct SimpleTableLayout {
  /// A cell's place: its table columns and the display columns of its text.
  struct Cell {
    var column: Int
    var columns: Int
    var start: Int
    var end: Int
  }

  struct Row {
    /// The row's lines, by their index in the table.
    var lines: Range<Int>
    var cells: [Cell]
  }

  enum Failure: Error {
    case textInColumnMargin(line: Int)
    case spanMisaligned(line: Int)
  }

  private(set) var rows: [Row] = []
  private(set) var columns: [Range<Int>] = []
  private(set) var headRowCount = 0
  /// Where the top border ends, beyond which the last column's text may run.
  private var borderEnd = 0
  private let lines: [SimpleTableLine]
  /// Whether the last row's cells are the columns.
  private var sharesCells = false

  init(_ lines: [LineSlice], in source: SourceText) throws(Failure) {
    self.lines = lines.map { SimpleTableLine($0, in: source) }
    guard let top = self.lines.first else { return }
    columns = top.stretches(of: UInt8(ascii: "="), in: source)
    borderEnd = columns.last?.upperBound ?? 0
    let borders = self.lines.map { $0.border(in: source) }
    let separator = borders.indices.dropFirst().dropLast().first { borders[$0] == UInt8(ascii: "=") }
    try readRows(borders, in: source)
    if let separator, let first = rows.firstIndex(where: { $0.lines.lowerBound > separator }) { headRowCount = first }
  }

  private mutating func readRows(_ borders: [UInt8?], in source: SourceText) throws(Failure) {
    var start = 1
    var hasText = false
    for index in lines.indices.dropFirst() {
      if index == lines.count - 1 || borders[index] != nil {
        let mark = borders[index] ?? UInt8(ascii: "=")
        let spans = lines[index].stretches(of: mark, in: source)
        try addRow(start..<index, spans: spans, border: index, in: source)
        start = index + 1
        hasText = false
      } else if let first = columns.first, lines[index].hasText(in: first, of: source) {
        if hasText, index != start { try addRow(start..<index, spans: nil, border: index, in: source) }
        start = index
        hasText = true
      } else if !hasText {
        start = index + 1
      }
    }
  }

  /// Adds a row.
  ///
  /// - Parameters:
  ///   - spans: the stretches of the border below it, which tell the columns that its cells span; nil without a border.
  ///   - border: the line below the row.
  private mutating func addRow(
    _ range: Range<Int>, spans: [Range<Int>]?, border: Int, in source: SourceText
  ) throws(Failure) {
    guard spans != nil || !range.isEmpty else { return }
    var stretches = spans ?? columns
    if spans != nil {
      guard let last = stretches.last, last.upperBound == borderEnd, let end = columns.last?.upperBound else {
        throw .spanMisaligned(line: border)
      }
      stretches[stretches.count - 1] = last.lowerBound..<max(end, last.lowerBound)
    }
    try checkMargins(of: range, &stretches, in: source)
    // Rows without a border of their own share their cells, which may be far more than their text has bytes.
    if spans != nil || rows.last?.cells.last?.end != columns.last?.upperBound || !sharesCells {
      sharesCells = spans == nil
      rows.append(Row(lines: range, cells: try cells(of: stretches, border: border)))
    } else {
      rows.append(Row(lines: range, cells: rows[rows.count - 1].cells))
    }
  }

  /// Text may stand in the columns only; in the last it may run on, which widens that column for all rows to come.
  private mutating func checkMargins(
    of range: Range<Int>, _ stretches: inout [Range<Int>], in source: SourceText
  ) throws(Failure) {
    guard let last = stretches.indices.last else { return }
    for index in range {
      // The end of the text counts without combining characters.
      let end = lines[index].visibleEnd
      for number in 0..<last {
        guard stretches[number].upperBound < end else { break }
        let margin = stretches[number].upperBound..<stretches[number + 1].lowerBound
        if lines[index].hasVisibleText(in: margin, of: source) { throw .textInColumnMargin(line: index) }
      }
      guard end > stretches[last].upperBound, let main = columns.last else { continue }
      stretches[last] = stretches[last].lowerBound..<max(main.upperBound, end)
      if end > main.upperBound { columns[columns.count - 1] = main.lowerBound..<end }
    }
  }

  private func cells(of stretches: [Range<Int>], border: Int) throws(Failure) -> [Cell] {
    var cells: [Cell] = []
    var column = 0
    for (number, stretch) in stretches.enumerated() {
      let first = column
      // The last column may have been widened by its text.
      let end = number == stretches.count - 1 ? columns.last?.upperBound ?? stretch.upperBound : stretch.upperBound
      guard column < columns.count, stretch.lowerBound == columns[column].lowerBound else {
        throw .spanMisaligned(line: border)
      }
      while columns[column].upperBound != end {
        column += 1
        guard column < columns.count else { throw .spanMisaligned(line: border) }
      }
      column += 1
      cells.append(Cell(column: first, columns: column - first, start: stretch.lowerBound, end: stretch.upperBound))
    }
    return cells
  }

  /// The slice of a line that belongs to a cell, by display columns.
  func slice(_ line: Int, _ left: inout Int, _ right: inout Int, in source: SourceText) -> LineSlice {
    lines[line].slice(&left, &right, in: source)
  }
}
