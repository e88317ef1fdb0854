/// Finds the borders of a grid table whose `+` do not meet its columns, and draws them as they were meant.
///
/// docutils takes a stray `+` for a further column and a missing one for a span, without a word; the rows beside such a
/// border fall together into one cell.
struct GridBorderRepair {
  struct Border {
    var row: Int
    var redrawn: [UInt8]
    /// Columns with a `+` that no `|` meets.
    var stray: [Int]
    /// Columns where a `|` meets the border and there is no `+`.
    var missing: [Int]
  }

  private(set) var borders: [Border] = []
  /// The drawing with those borders redrawn.
  private(set) var canvas: GridCanvas
  /// Whether each row is a border over the whole width.
  private let isBorder: [Bool]

  /// Nil when all borders meet the columns.
  init?(_ canvas: GridCanvas) {
    self.canvas = canvas
    isBorder = (0..<canvas.height).map { Self.isBorder(canvas.row($0)) }
    var crossings = BorderCrossings()
    for row in 0..<canvas.height where isBorder[row] { crossings.add(canvas.row(row), at: row) }
    guard crossings.patterns.count > 1, let model = crossings.mostCommon else { return nil }
    for (row, pattern) in crossings.patternOfRow where pattern != model {
      let columns = crossings.patterns[pattern].columns
      if let border = misaligned(row, has: columns, model: crossings.patterns[model].columns) { borders.append(border) }
    }
    guard !borders.isEmpty else { return nil }
    for border in borders {
      let start = border.row * canvas.width
      self.canvas.symbols.replaceSubrange(start..<start + canvas.width, with: border.redrawn)
    }
  }

  private static func isBorder(_ row: ArraySlice<UInt8>) -> Bool {
    row.first == UInt8(ascii: "+") && row.last == UInt8(ascii: "+")
      && row.allSatisfy { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "=") }
  }

  private func misaligned(_ row: Int, has crossings: [Int], model: [Int]) -> Border? {
    let modelSet = Set(model)
    let own = Set(crossings)
    let stray = crossings.filter { !modelSet.contains($0) && !isMet(row, $0) }
    let missing = model.filter { !own.contains($0) && isSeparator(row, $0) }
    guard !stray.isEmpty || !missing.isEmpty else { return nil }
    let fill = canvas[row, 1] == UInt8(ascii: "=") ? UInt8(ascii: "=") : UInt8(ascii: "-")
    var redrawn = Array(repeating: fill, count: canvas.width)
    let strays = Set(stray)
    for column in model where own.contains(column) || isMet(row, column) { redrawn[column] = UInt8(ascii: "+") }
    for column in crossings where !strays.contains(column) { redrawn[column] = UInt8(ascii: "+") }
    return Border(row: row, redrawn: redrawn, stray: stray, missing: missing)
  }

  /// Whether a line of the drawing comes to the border from above or below.
  private func isMet(_ row: Int, _ column: Int) -> Bool {
    [row - 1, row + 1].contains { next in
      guard next >= 0, next < canvas.height else { return false }
      return canvas[next, column] == UInt8(ascii: "|") || canvas[next, column] == UInt8(ascii: "+")
    }
  }

  /// Whether a `|` stands on the border along the whole row above it or below it: a separator, not a text's own `|`.
  private func isSeparator(_ row: Int, _ column: Int) -> Bool {
    reachesBorder(from: row, by: -1, column) || reachesBorder(from: row, by: 1, column)
  }

  private func reachesBorder(from row: Int, by step: Int, _ column: Int) -> Bool {
    var next = row + step
    while next >= 0, next < canvas.height, canvas[next, column] == UInt8(ascii: "|") { next += step }
    return next != row + step && next >= 0 && next < canvas.height && isBorder[next]
  }
}

/// The columns of the `+` on each border: nearly always the same few patterns.
private struct BorderCrossings {
  private(set) var patterns: [(columns: [Int], count: Int)] = []
  private(set) var patternOfRow: [(row: Int, pattern: Int)] = []
  private var known: [[Int]: Int] = [:]
  private var last: (border: ArraySlice<UInt8>, pattern: Int)?

  mutating func add(_ border: ArraySlice<UInt8>, at row: Int) {
    let pattern = last.flatMap { $0.border.elementsEqual(border) ? $0.pattern : nil } ?? pattern(of: border)
    last = (border, pattern)
    patterns[pattern].count += 1
    patternOfRow.append((row, pattern))
  }

  private mutating func pattern(of border: ArraySlice<UInt8>) -> Int {
    let columns = border.indices.filter { border[$0] == UInt8(ascii: "+") }.map { $0 - border.startIndex }
    if let pattern = known[columns] { return pattern }
    patterns.append((columns, 0))
    known[columns] = patterns.count - 1
    return patterns.count - 1
  }

  /// The pattern that most borders have, the first of equals.
  var mostCommon: Int? {
    let most = patterns.map(\.count).max()
    return patterns.firstIndex { $0.count == most }
  }
}
