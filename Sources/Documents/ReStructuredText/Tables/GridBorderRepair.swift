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
  /// Places on the columns with a `+` where a `|` belongs: docutils begins a row there.
  private(set) var strayCorners: [(row: Int, column: Int)] = []
  /// The drawing with those borders redrawn.
  private(set) var canvas: GridCanvas
  /// Whether each row is a border over the whole width.
  private let isBorder: [Bool]
  /// The borders that hold one character that is none of a border's, or both `-` and `=`.
  private let isMistyped: [Bool]

  /// Nil when all borders meet the columns.
  init?(_ canvas: GridCanvas) {
    self.canvas = canvas
    let kinds = (0..<canvas.height).map { Self.kind(of: canvas.row($0)) }
    isBorder = kinds.map { $0 != .text }
    isMistyped = kinds.map { $0 == .mistypedBorder }
    var crossings = BorderCrossings()
    for row in 0..<canvas.height where isBorder[row] { crossings.add(canvas.row(row), at: row) }
    guard let model = crossings.mostCommon else { return nil }
    let columns = crossings.patterns[model].columns
    for (row, pattern) in crossings.patternOfRow where pattern != model || isMistyped[row] {
      if let border = misaligned(row, has: crossings.patterns[pattern].columns, model: columns) {
        borders.append(border)
      }
    }
    for row in 0..<canvas.height where !isBorder[row] {
      for column in columns where isStrayCorner(row, column) { strayCorners.append((row, column)) }
    }
    guard !borders.isEmpty || !strayCorners.isEmpty else { return nil }
    for border in borders {
      let start = border.row * canvas.width
      self.canvas.symbols.replaceSubrange(start..<start + canvas.width, with: border.redrawn)
    }
    for (row, column) in strayCorners { self.canvas.symbols[row * canvas.width + column] = UInt8(ascii: "|") }
  }

  private enum Kind {
    case text
    case border
    case mistypedBorder
  }

  private static func kind(of row: ArraySlice<UInt8>) -> Kind {
    var dashes = 0
    var equals = 0
    var others = 0
    for symbol in row {
      switch symbol {
      case UInt8(ascii: "-"): dashes += 1
      case UInt8(ascii: "="): equals += 1
      case UInt8(ascii: "+"): break
      default: others += 1
      }
      if others > 1 { return .text }
    }
    if others == 0, row.first == UInt8(ascii: "+"), row.last == UInt8(ascii: "+") {
      return dashes == 0 || equals == 0 ? .border : .mistypedBorder
    }
    return max(dashes, equals) >= 4 ? .mistypedBorder : .text
  }

  /// Whether a `+` stands on a column within a row's text, where no border comes to it from either side.
  private func isStrayCorner(_ row: Int, _ column: Int) -> Bool {
    guard canvas[row, column] == UInt8(ascii: "+"), isMet(row, column) else { return false }
    return ![column - 1, column + 1].contains { next in
      next >= 0 && next < canvas.width
        && (canvas[row, next] == UInt8(ascii: "-") || canvas[row, next] == UInt8(ascii: "="))
    }
  }

  private func misaligned(_ row: Int, has crossings: [Int], model: [Int]) -> Border? {
    let modelSet = Set(model)
    let own = Set(crossings)
    let stray = crossings.filter { !modelSet.contains($0) && !isMet(row, $0) }
    let missing = model.filter { !own.contains($0) && isSeparator(row, $0) }
    guard !stray.isEmpty || !missing.isEmpty || isMistyped[row] else { return nil }
    let equals = canvas.row(row).count { $0 == UInt8(ascii: "=") }
    let fill = equals * 2 > canvas.width ? UInt8(ascii: "=") : UInt8(ascii: "-")
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
    let most = patterns.map { $0.count }.max()
    return patterns.firstIndex { $0.count == most }
  }
}
