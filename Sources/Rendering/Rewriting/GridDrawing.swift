import Diagnostics

/// An existing grid table, cut into its rows and columns.
struct GridDrawing {
  /// Lines before the drawing, such as the `table` directive's, and behind it.
  let preface: [[UInt8]]
  let appendix: [[UInt8]]
  let indentation: [UInt8]
  /// The display columns of the borders between the columns, the outer ones included.
  let crossings: [Int]
  private let lines: [[UInt8]]
  /// The lines that divide rows, the outer borders included.
  private let separators: [Int]

  /// Nil where the lines hold no drawing of so many columns and rows.
  init?(_ source: TableLines, columns: Int, rows: Int) {
    let all = source.all
    guard let top = all.firstIndex(where: { $0.first { $0 != UInt8(ascii: " ") } == UInt8(ascii: "+") }),
      let bottom = all.lastIndex(where: { $0.contains { $0 != UInt8(ascii: " ") } })
    else { return nil }
    preface = Array(all[..<top])
    appendix = Array(all[(bottom + 1)...])
    let indent = all[top].prefix { $0 == UInt8(ascii: " ") }
    indentation = Array(indent)
    let lines = all[top...bottom].map { Self.trimmed($0.dropFirst(indent.count)) }
    let borders = lines.filter(Self.isBorder)
    let crossings = Set(borders.flatMap { border in border.indices.filter { border[$0] == UInt8(ascii: "+") } })
      .sorted()
    guard crossings.count == columns + 1 else { return nil }
    let separators = lines.indices.filter { Self.isSeparator(lines[$0], crossings) }
    guard separators.count == rows + 1, separators.first == 0, separators.last == lines.count - 1 else { return nil }
    self.lines = lines
    self.crossings = crossings
    self.separators = separators
  }

  /// The lines of a row, without those that divide it from the others.
  func row(_ index: Int) -> ArraySlice<[UInt8]> { lines[separators[index] + 1..<separators[index + 1]] }

  /// The line above a row.
  func border(above index: Int) -> [UInt8] { lines[separators[index]] }

  /// For each line of a row, what stands between the borders in each column, margins included. Nil where the lines are
  /// not divided where the columns are.
  func cells(of index: Int) -> [[[UInt8]]]? {
    let cut = row(index).compactMap(cut)
    return cut.count == row(index).count ? cut : nil
  }

  private func cut(_ line: [UInt8]) -> [[UInt8]]? {
    let offsets = DisplayColumns.offsets(of: crossings, in: line)
    guard offsets.count == crossings.count, offsets.allSatisfy({ line[$0] == UInt8(ascii: "|") }) else { return nil }
    return zip(offsets, offsets.dropFirst()).map { Array(line[$0 + 1..<$1]) }
  }

  /// A line with columns that are wider by so much. Nil where the line is not divided where the columns are.
  func widened(_ line: [UInt8], by growth: [Int]) -> [UInt8]? {
    guard growth.contains(where: { $0 > 0 }) else { return line }
    let offsets = DisplayColumns.offsets(of: crossings, in: line)
    guard offsets.count == crossings.count else { return nil }
    var result = Array(line[...offsets[0]])
    var start = 0
    var due = 0
    for (column, growth) in growth.enumerated() {
      due += growth
      let border = line[offsets[column + 1]]
      // A cell that spans columns gets the space of all of them at its end.
      guard border == UInt8(ascii: "|") || border == UInt8(ascii: "+") else { continue }
      let text = line[offsets[start] + 1..<offsets[column + 1]]
      result += text
      result.append(contentsOf: repeatElement(Self.filling(text), count: due))
      result.append(border)
      start = column + 1
      due = 0
    }
    return start == growth.count ? result : nil
  }

  private static func filling(_ text: ArraySlice<UInt8>) -> UInt8 {
    guard let first = text.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "="),
      text.allSatisfy({ $0 == first })
    else { return UInt8(ascii: " ") }
    return first
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> [UInt8] {
    var line = line
    while line.last == UInt8(ascii: " ") { line.removeLast() }
    return Array(line)
  }

  private static func isBorder(_ line: [UInt8]) -> Bool {
    line.first == UInt8(ascii: "+") && line.allSatisfy(isDrawn)
  }

  private static func isDrawn(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "=")
  }

  /// Whether part of the line at least is a border from one crossing to another.
  private static func isSeparator(_ line: [UInt8], _ crossings: [Int]) -> Bool {
    guard line.contains(UInt8(ascii: "+")) else { return false }
    let offsets = DisplayColumns.offsets(of: crossings, in: line)
    var start: Int?
    for offset in offsets where line[offset] == UInt8(ascii: "+") {
      if let start, line[start...offset].allSatisfy(isDrawn) { return true }
      start = offset
    }
    return false
  }
}

/// Where display columns are in a line's bytes.
enum DisplayColumns {
  /// The byte offsets of those columns that the line has, given in order; a wide character takes two columns, every other
  /// one, as docutils counts them.
  static func offsets(of columns: [Int], in line: [UInt8]) -> [Int] {
    if line.allSatisfy({ $0 < 0x80 }) { return columns.filter { $0 < line.count } }
    var offsets: [Int] = []
    var column = 0
    var offset = 0
    var next = 0
    for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
      while next < columns.count, columns[next] < column { next += 1 }
      guard next < columns.count else { break }
      if columns[next] == column { offsets.append(offset) }
      column += TextWidth.isWide(scalar.value) ? 2 : 1
      offset += scalar.utf8.count
    }
    return offsets
  }
}
