/// The cells of a grid table, found by walking along its borders as docutils does (`GridTableParser`).
struct GridLayout {
  /// A cell's corners: the rows and columns of its borders.
  struct Cell {
    var top: Int
    var left: Int
    var bottom: Int
    var right: Int
  }

  enum Failure: Error {
    /// Some part of the drawing belongs to no closed cell.
    case open(row: Int, column: Int)
    /// A second line of `=`.
    case repeatedHeadSeparator(row: Int)
  }

  private(set) var cells: [Cell] = []
  private(set) var rowBorders: [Int] = []
  private(set) var columnBorders: [Int] = []
  /// How many rows are above the line of `=`.
  private(set) var headRowCount = 0

  init(_ canvas: GridCanvas) throws(Failure) {
    var symbols = canvas.symbols
    let separator = try Self.takeHeadSeparator(canvas, &symbols)
    var walk = GridWalk(width: canvas.width, height: canvas.height)
    let open = symbols.withUnsafeBufferPointer { walk.run($0) }
    if let open { throw .open(row: open.row, column: open.column) }
    cells = walk.cells
    rowBorders = walk.isRowBorder.indices.filter { walk.isRowBorder[$0] }
    columnBorders = walk.isColumnBorder.indices.filter { walk.isColumnBorder[$0] }
    if let separator { headRowCount = rowBorders.prefix { $0 < separator }.count }
  }

  /// Finds the line of `=` and draws it with `-`, as which it is a border like others.
  private static func takeHeadSeparator(
    _ canvas: GridCanvas, _ symbols: inout [UInt8]
  ) throws(Failure) -> Int? {
    var separator: Int?
    for row in 0..<canvas.height where isHeadSeparator(canvas.row(row)) {
      if separator != nil { throw .repeatedHeadSeparator(row: row) }
      separator = row
      for index in row * canvas.width..<(row + 1) * canvas.width where symbols[index] == UInt8(ascii: "=") {
        symbols[index] = UInt8(ascii: "-")
      }
    }
    return separator
  }

  static func isHeadSeparator(_ row: ArraySlice<UInt8>) -> Bool {
    guard row.count >= 5, row.first == UInt8(ascii: "+"), row[row.startIndex + 1] == UInt8(ascii: "="),
      row.last == UInt8(ascii: "+"), row[row.endIndex - 2] == UInt8(ascii: "=")
    else { return false }
    return row.allSatisfy { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "+") }
  }
}

/// The walk: from each corner right, down, left and up again.
private struct GridWalk {
  private let width: Int
  private let height: Int
  private(set) var cells: [GridLayout.Cell] = []
  private(set) var isRowBorder: [Bool]
  private(set) var isColumnBorder: [Bool]
  /// The last row of each column that is part of a cell already.
  private var done: [Int]
  private var corners = CornerQueue()
  /// Steps that are left: a drawing made to be slow is given up, where docutils would go on for hours.
  private var budget: Int

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    isRowBorder = Array(repeating: false, count: height)
    isColumnBorder = Array(repeating: false, count: width)
    done = Array(repeating: -1, count: width)
    budget = 64 * width * height + 100_000
  }

  /// Returns a place that belongs to no cell, nil when all is closed.
  mutating func run(_ symbols: UnsafeBufferPointer<UInt8>) -> (row: Int, column: Int)? {
    isRowBorder[0] = true
    isColumnBorder[0] = true
    corners.insert(0, 0)
    while let (top, left) = corners.popFirst() {
      if top == height - 1 || left == width - 1 || top <= done[left] { continue }
      guard let cell = close(top, left, symbols) else { continue }
      for column in left..<cell.right {
        guard done[column] == top - 1 else { return (top, column) }
        done[column] = cell.bottom - 1
      }
      noteBorders(of: cell, symbols)
      cells.append(cell)
      corners.insert(top, cell.right)
      corners.insert(cell.bottom, left)
    }
    guard let column = done.dropLast().firstIndex(where: { $0 != height - 2 }) else { return nil }
    return (done[column] + 1, column)
  }

  private mutating func close(_ top: Int, _ left: Int, _ symbols: UnsafeBufferPointer<UInt8>) -> GridLayout.Cell? {
    for right in left + 1..<width {
      let symbol = symbols[top * width + right]
      budget -= 1
      if symbol == UInt8(ascii: "+") {
        if let bottom = bottom(top, left, right, symbols) {
          return GridLayout.Cell(top: top, left: left, bottom: bottom, right: right)
        }
      } else if symbol != UInt8(ascii: "-") {
        return nil
      }
    }
    return nil
  }

  private mutating func bottom(
    _ top: Int, _ left: Int, _ right: Int, _ symbols: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    for row in top + 1..<height {
      budget -= 1
      guard budget > 0 else { return nil }
      let symbol = symbols[row * width + right]
      if symbol == UInt8(ascii: "+") {
        if closesLeft(top, left, row, right, symbols) { return row }
      } else if symbol != UInt8(ascii: "|") {
        return nil
      }
    }
    return nil
  }

  private mutating func closesLeft(
    _ top: Int, _ left: Int, _ bottom: Int, _ right: Int, _ symbols: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard symbols[bottom * width + left] == UInt8(ascii: "+") else { return false }
    var column = right - 1
    while column > left {
      budget -= 1
      let symbol = symbols[bottom * width + column]
      guard symbol == UInt8(ascii: "+") || symbol == UInt8(ascii: "-") else { return false }
      column -= 1
    }
    var row = bottom - 1
    while row > top {
      budget -= 1
      let symbol = symbols[row * width + left]
      guard symbol == UInt8(ascii: "+") || symbol == UInt8(ascii: "|") else { return false }
      row -= 1
    }
    return true
  }

  /// Every `+` on a cell's four sides divides rows or columns of the table.
  private mutating func noteBorders(of cell: GridLayout.Cell, _ symbols: UnsafeBufferPointer<UInt8>) {
    for column in cell.left + 1...cell.right {
      if symbols[cell.top * width + column] == UInt8(ascii: "+") { isColumnBorder[column] = true }
      if column < cell.right, symbols[cell.bottom * width + column] == UInt8(ascii: "+") {
        isColumnBorder[column] = true
      }
    }
    for row in cell.top + 1...cell.bottom {
      if symbols[row * width + cell.right] == UInt8(ascii: "+") { isRowBorder[row] = true }
      if row < cell.bottom, symbols[row * width + cell.left] == UInt8(ascii: "+") { isRowBorder[row] = true }
    }
  }
}

/// Corners still to be tried, topmost first and leftmost among those: a binary heap.
private struct CornerQueue {
  private var heap: [(row: Int, column: Int)] = []

  mutating func insert(_ row: Int, _ column: Int) {
    heap.append((row, column))
    var index = heap.count - 1
    while index > 0, heap[index] < heap[(index - 1) / 2] {
      heap.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  mutating func popFirst() -> (row: Int, column: Int)? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return first }
    heap[0] = last
    var index = 0
    while true {
      let left = 2 * index + 1
      guard left < heap.count else { return first }
      let child = left + 1 < heap.count && heap[left + 1] < heap[left] ? left + 1 : left
      guard heap[child] < heap[index] else { return first }
      heap.swapAt(child, index)
      index = child
    }
  }
}
