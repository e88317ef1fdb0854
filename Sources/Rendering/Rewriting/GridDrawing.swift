import Diagnostics

/// An existing grid table, cut into the lines of its cells.
struct GridDrawing {
  /// Lines before the drawing, such as the `table` directive's.
  let preface: [[UInt8]]
  let indentation: [UInt8]
  /// The widths between the borders, margins not counted.
  let widths: [Int]
  /// For each row, its lines; for each line, what stands between the borders in each column, margins included. Nil for a
  /// row whose lines are not divided where the columns are.
  let rows: [[[[UInt8]]]?]

  /// Nil where the lines hold no drawing of that many columns.
  init?(_ lines: TableLines, columns: Int) {
    let all = lines.all
    guard let top = all.firstIndex(where: { $0.first { $0 != UInt8(ascii: " ") } == UInt8(ascii: "+") }) else {
      return nil
    }
    preface = Array(all[..<top])
    let indent = all[top].prefix { $0 == UInt8(ascii: " ") }
    indentation = Array(indent)
    let drawn = all[top...].map { Self.trimmed($0.dropFirst(indent.count)) }
    let borders = drawn.indices.filter { Self.isBorder(drawn[$0]) }
    guard let crossings = Self.commonCrossings(borders.map { drawn[$0] }, count: columns + 1) else { return nil }
    widths = zip(crossings, crossings.dropFirst()).map { max(1, $1 - $0 - 3) }
    rows = zip(borders, borders.dropFirst()).map { above, below in
      let cut = drawn[above + 1..<below].compactMap { Self.cut($0, at: crossings) }
      return cut.count == below - above - 1 ? cut : nil
    }
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> [UInt8] {
    var line = line
    while line.last == UInt8(ascii: " ") { line.removeLast() }
    return Array(line)
  }

  private static func isBorder(_ line: [UInt8]) -> Bool {
    line.first == UInt8(ascii: "+")
      && line.allSatisfy { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "=") }
  }

  /// The columns of the `+` that most borders have, among those that have so many.
  private static func commonCrossings(_ borders: [[UInt8]], count: Int) -> [Int]? {
    var numbers: [[Int]: Int] = [:]
    for border in borders {
      numbers[border.indices.filter { border[$0] == UInt8(ascii: "+") }, default: 0] += 1
    }
    return numbers.filter { $0.key.count == count }.max { ($0.value, $1.key[1]) < ($1.value, $0.key[1]) }?.key
  }

  private static func cut(_ line: [UInt8], at crossings: [Int]) -> [[UInt8]]? {
    guard !line.allSatisfy({ $0 < 0x80 }) else { return cutASCII(line, at: crossings) }
    var cells: [[UInt8]] = []
    var column = 0
    var next = 0
    for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
      guard scalar != "\t", !TextWidth.isCombining(scalar.value), next < crossings.count else { return nil }
      if column == crossings[next] {
        guard scalar == "|" else { return nil }
        cells.append([])
        next += 1
      } else {
        guard !cells.isEmpty else { return nil }
        cells[cells.count - 1] += String(scalar).utf8
      }
      column += TextWidth.isWide(scalar.value) ? 2 : 1
    }
    guard next == crossings.count else { return nil }
    return cells.dropLast()
  }

  private static func cutASCII(_ line: [UInt8], at crossings: [Int]) -> [[UInt8]]? {
    guard line.count == (crossings.last ?? 0) + 1, crossings.allSatisfy({ line[$0] == UInt8(ascii: "|") }),
      !line.contains(UInt8(ascii: "\t"))
    else { return nil }
    return zip(crossings, crossings.dropFirst()).map { Array(line[$0 + 1..<$1]) }
  }
}
