import Diagnostics
import Documents

/// Rewrites rows of a simple table: the lines of the others stay, shifted where a column has to grow.
struct SimpleRewriting {
  private let plan: RewritePlan
  private let source: TableLines
  private let lines: [[UInt8]]
  private let indentation: [UInt8]
  /// The top border, by its index in `lines`, and the bottom one.
  private let top: Int
  private let bottom: Int
  /// The display columns of each table column, as the top border has them.
  private let columns: [Range<Int>]
  /// The lines of each row, with blank lines behind it and borders below it.
  private let blocks: [Range<Int>]
  private let cells: CellSource

  init(_ plan: RewritePlan, _ source: TableLines, _ cells: CellSource) throws(RewriteObstacle) {
    self.plan = plan
    self.source = source
    self.cells = cells
    lines = source.all
    guard let top = lines.firstIndex(where: { Self.borderMark(of: $0) == UInt8(ascii: "=") }),
      let bottom = lines.lastIndex(where: { Self.borderMark(of: $0) == UInt8(ascii: "=") }), bottom > top
    else { throw RewriteObstacle(.unclearColumns, at: plan.table.range) }
    self.top = top
    self.bottom = bottom
    indentation = Array(lines[top].prefix { $0 == UInt8(ascii: " ") })
    columns = Self.stretches(of: lines[top])
    var starts = plan.table.rows.map { ($0.first?.range.start.line ?? 0) - source.first }
    // The line of `=` below the head, and lines above the first row's text, belong to nobody.
    guard columns.count == plan.columnCount, zip(starts, starts.dropFirst()).allSatisfy(<),
      starts.allSatisfy({ $0 > top && $0 < bottom })
    else { throw RewriteObstacle(.unclearColumns, at: plan.table.range) }
    starts.append(bottom)
    blocks = zip(starts, starts.dropFirst()).map { $0..<$1 }
  }

  func lines(targets: inout LinkTargets) throws(RewriteObstacle) -> [[UInt8]] {
    let rows = plan.completedRows
    var written: [[[[UInt8]]]?] = []
    for row in rows { written.append(row.isWhole ? nil : try self.written(row, &targets)) }
    let growth = columns.indices.map { column in
      column == columns.count - 1
        ? 0 : max(0, (written.compactMap { Self.width(of: $0?[column]) }.max() ?? 0) - columns[column].count)
    }
    guard !growth.contains(where: { $0 > 0 }) || !plan.table.rows.contains(where: { $0.contains { $0.columns > 1 } })
    else { throw RewriteObstacle(.sharedCell, at: plan.table.range) }
    var result = Array(lines[..<top])
    let firstRow = blocks.first?.lowerBound ?? bottom
    result += lines[top..<firstRow].map { widened($0, growth) }
    for (row, cells) in zip(rows, written) {
      let block = row.existing.map { blocks[$0] }
      if let cells {
        result += self.lines(of: cells, growth, isVariant: row.existing.map { isVariant($0, row) } ?? false)
        // Blank lines behind the row, and a border below it.
        let end = lines[block ?? 0..<0].reversed().prefix { $0.isBlank || Self.borderMark(of: $0) != nil }
        result += end.reversed().map { widened($0, growth) }
      } else if let block {
        result += lines[block].map { widened($0, growth) }
      }
    }
    return result + lines[bottom...].map { widened($0, growth) }
  }

  // MARK: Cells

  private func written(_ row: RewritePlan.Row, _ targets: inout LinkTargets) throws(RewriteObstacle) -> [[[UInt8]]] {
    var written: [[[UInt8]]] = []
    for (column, cell) in row.cells.enumerated() {
      switch cell {
      case .kept:
        let standing = row.existing.flatMap { plan.table.rows[$0].first { $0.column == column } }
        written.append(standing.map(cells.lines) ?? [])
      case .lines(let lines):
        guard column == 0, lines.count > 1 else {
          written.append(lines)
          continue
        }
        // A line without text in the first column goes on with the row above it.
        guard let line = lines.joinedToOne else { throw RewriteObstacle(.severalLines, at: plan.range(of: row)) }
        written.append([line])
      case .content(let content):
        let words = RSTCell.words(of: content, targets: &targets)
        written.append(RSTLine.wrap(words, limit: limit(of: column, for: words)))
      }
    }
    return written
  }

  /// A text that does not fit into a column, or its table's lines, is wrapped where there is room to.
  private func limit(of column: Int, for words: [RSTWord]) -> Int {
    let natural = RSTLine.width(of: words)
    guard column > 0 else { return natural }
    let width =
      column < columns.count - 1
      ? columns[column].count
      : max(79, lines.map(RSTWord.width).max() ?? 0) - columns[column].lowerBound
    let longest = words.map { $0.minimumWidth }.max() ?? 1
    return width >= Self.readableWidth && width >= longest
      ? width : max(natural.clamped(to: 1...Self.comfortableWidth), width, longest)
  }

  private static let readableWidth = 20
  private static let comfortableWidth = 40

  private static func width(of lines: [[UInt8]]?) -> Int? { lines?.map(RSTWord.width).max() }

  /// Whether a row stands below a blank line, with what it is called in the row above.
  private func isVariant(_ existing: Int, _ row: RewritePlan.Row) -> Bool {
    guard case .kept? = row.cells.first, let first = columns.first else { return false }
    return lines[blocks[existing].lowerBound].prefix(first.upperBound).isBlank
  }

  private func lines(of cells: [[[UInt8]]], _ growth: [Int], isVariant: Bool) -> [[UInt8]] {
    let space = UInt8(ascii: " ")
    return (0..<max(1, cells.map { $0.count }.max() ?? 1)).map { number in
      var line = indentation
      var shift = 0
      for (column, lines) in cells.enumerated() {
        let start = columns[column].lowerBound + shift
        line.append(contentsOf: repeatElement(space, count: max(0, start - RSTWord.width(of: line))))
        if number < lines.count { line += lines[number] }
        // Without anything in its first column, a line is no row's first.
        if number == 0, column == 0, !isVariant, lines.first?.isEmpty ?? true { line.append(UInt8(ascii: "\\")) }
        shift += growth[column]
      }
      while line.last == space { line.removeLast() }
      return line
    }
  }

  // MARK: Lines

  /// What a border is drawn with; nil for a line that is none.
  private static func borderMark(of line: [UInt8]) -> UInt8? {
    let text = line.drop { $0 == UInt8(ascii: " ") }
    guard let mark = text.first, mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-"),
      text.allSatisfy({ $0 == mark || $0 == UInt8(ascii: " ") })
    else { return nil }
    return mark
  }

  private static func stretches(of border: [UInt8]) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    for (column, byte) in border.enumerated() where byte == UInt8(ascii: "=") {
      if let last = stretches.last, last.upperBound == column {
        stretches[stretches.count - 1] = last.lowerBound..<column + 1
      } else {
        stretches.append(column..<column + 1)
      }
    }
    return stretches
  }

  /// A line with more room at the end of each column.
  private func widened(_ line: [UInt8], _ growth: [Int]) -> [UInt8] {
    guard growth.contains(where: { $0 > 0 }) else { return line }
    let mark = Self.borderMark(of: line) ?? UInt8(ascii: " ")
    var result: [UInt8] = []
    var start = 0
    for (column, growth) in growth.enumerated() where growth > 0 {
      guard let offset = DisplayColumns.offsets(of: [columns[column].upperBound], in: line).first else { break }
      result += line[start..<offset]
      result.append(contentsOf: repeatElement(mark, count: growth))
      start = offset
    }
    return result + line[start...]
  }
}

extension [[UInt8]] {
  /// The lines of one paragraph as one line; nil where there are several paragraphs.
  var joinedToOne: [UInt8]? {
    let lines = map { line in
      var text = line.drop { $0 == UInt8(ascii: " ") }
      while text.last == UInt8(ascii: " ") { text.removeLast() }
      return text
    }
    guard lines.count < 2 || !lines.contains(where: { $0.isEmpty }) else { return nil }
    return Array<UInt8>(lines.joined(separator: [UInt8(ascii: " ")]))
  }
}

extension Collection<UInt8> {
  var isBlank: Bool { allSatisfy { $0 == UInt8(ascii: " ") } }
}

extension Int {
  fileprivate func clamped(to range: ClosedRange<Int>) -> Int {
    Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
