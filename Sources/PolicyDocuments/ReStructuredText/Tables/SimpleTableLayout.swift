import Diagnostics

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
    case repeatedHeadSeparator(line: Int)
    case textInColumnMargin(line: Int)
    case spanMisaligned(line: Int)
  }

  private(set) var rows: [Row] = []
  private(set) var columns: [Range<Int>] = []
  private(set) var headRowCount = 0
  /// Where the top border ends, beyond which the last column's text may run.
  private var borderEnd = 0
  private let lines: [TableLine]

  init(_ lines: [LineSlice], in source: SourceText) throws(Failure) {
    self.lines = lines.map { TableLine($0, in: source) }
    let separator = try headSeparator()
    guard let top = self.lines.first else { return }
    columns = Self.stretches(of: UInt8(ascii: "="), in: top)
    borderEnd = columns.last?.upperBound ?? 0
    try readRows(separator: separator)
    if let separator, let first = rows.firstIndex(where: { $0.lines.lowerBound > separator }) { headRowCount = first }
  }

  /// The one line of `=` between the borders.
  private func headSeparator() throws(Failure) -> Int? {
    var separator: Int?
    for (index, line) in lines.enumerated().dropFirst().dropLast() where line.isMade(of: UInt8(ascii: "=")) {
      if separator != nil { throw .repeatedHeadSeparator(line: index) }
      separator = index
    }
    return separator
  }

  private mutating func readRows(separator: Int?) throws(Failure) {
    var start = 1
    var hasText = false
    for index in lines.indices.dropFirst() {
      let line = lines[index]
      if index == lines.count - 1 || index == separator || line.isMade(of: UInt8(ascii: "-")) {
        try addRow(start..<index, border: index)
        start = index + 1
        hasText = false
      } else if let first = columns.first, line.hasText(in: first) {
        if hasText, index != start { try addRow(start..<index, border: nil) }
        start = index
        hasText = true
      } else if !hasText {
        start = index + 1
      }
    }
  }

  /// Adds a row; the line below it may be a border whose stretches tell which columns its cells span.
  private mutating func addRow(_ range: Range<Int>, border: Int?) throws(Failure) {
    var stretches = columns
    if let border {
      let line = lines[border]
      let mark = line.isMade(of: UInt8(ascii: "-")) ? UInt8(ascii: "-") : UInt8(ascii: "=")
      stretches = Self.stretches(of: mark, in: line)
      guard let last = stretches.last, last.upperBound == borderEnd, let end = columns.last?.upperBound else {
        throw .spanMisaligned(line: border)
      }
      stretches[stretches.count - 1] = last.lowerBound..<max(end, last.lowerBound)
    } else if range.isEmpty {
      return
    }
    try checkMargins(of: range, &stretches)
    rows.append(Row(lines: range, cells: try cells(of: stretches, border: border ?? range.upperBound)))
  }

  /// Text may stand in the columns only; in the last it may run on, which widens that column for all rows to come.
  private mutating func checkMargins(of range: Range<Int>, _ stretches: inout [Range<Int>]) throws(Failure) {
    for number in stretches.indices {
      let stretch = stretches[number]
      let isLast = number == stretches.count - 1
      for index in range {
        if isLast {
          // The end of the text counts without combining characters.
          let end = lines[index].visibleEnd
          guard end > stretches[number].upperBound, let main = columns.last else { continue }
          stretches[number] = stretch.lowerBound..<max(main.upperBound, end)
          if end > main.upperBound { columns[columns.count - 1] = main.lowerBound..<end }
        } else if lines[index].hasVisibleText(in: stretch.upperBound..<stretches[number + 1].lowerBound) {
          throw .textInColumnMargin(line: index)
        }
      }
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
  func slice(_ line: Int, _ left: inout Int, _ right: inout Int) -> LineSlice { lines[line].slice(&left, &right) }

  private static func stretches(of mark: UInt8, in line: TableLine) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    var index = 0
    while index < line.count {
      guard line[index] == mark else {
        index += 1
        continue
      }
      let start = index
      while index < line.count, line[index] != 0x20 { index += 1 }
      stretches.append(start..<index)
    }
    return stretches
  }
}

/// A line of a simple table, by display columns.
private struct TableLine {
  private let source: SourceText
  private let line: LineSlice
  /// Nil for a line of ASCII, whose columns are its bytes.
  private let offsets: ColumnOffsets?

  init(_ line: LineSlice, in source: SourceText) {
    self.source = source
    self.line = line
    offsets = source.bytes[line.offsets].allSatisfy { $0 < 0x80 } ? nil : ColumnOffsets(line, in: source)
  }

  var count: Int { offsets?.count ?? max(0, line.end - line.start) }

  subscript(column: Int) -> UInt8 { offsets?.symbols[column] ?? source.bytes[line.start + column] }

  /// The columns up to the last character, combining ones not counted.
  var visibleEnd: Int { offsets?.spacingCount ?? count }

  func isMade(of mark: UInt8) -> Bool {
    count > 0 && offsets == nil && source.bytes[line.start] == mark
      && source.bytes[line.offsets].allSatisfy { $0 == mark || $0 == 0x20 }
  }

  func hasText(in columns: Range<Int>) -> Bool {
    columns.clamped(to: 0..<count).contains { !isSpace(self[$0]) }
  }

  func hasVisibleText(in columns: Range<Int>) -> Bool {
    guard let offsets else { return hasText(in: columns) }
    return columns.clamped(to: 0..<offsets.spacingCount).contains { !isSpace(self[offsets.skippingCombining($0)]) }
  }

  func slice(_ left: inout Int, _ right: inout Int) -> LineSlice {
    var slice: LineSlice
    if let offsets {
      left = offsets.skippingCombining(left)
      right = offsets.skippingCombining(right)
      slice = LineSlice(start: offsets.offset(left), end: offsets.offset(right))
    } else {
      slice = LineSlice(start: min(line.start + left, line.end), end: min(line.start + right, line.end))
    }
    while slice.end > slice.start, source.bytes[slice.end - 1] == 0x20 { slice.end -= 1 }
    return slice
  }

  private func isSpace(_ symbol: UInt8) -> Bool { symbol == 0x20 || symbol == GridCanvas.padding }
}
