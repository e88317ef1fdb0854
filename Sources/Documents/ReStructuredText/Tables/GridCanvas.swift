import Diagnostics

/// A grid table's drawing: one symbol for each column of each line.
///
/// A column is a character, a wide one takes two (docutils, `StringList.pad_double_width`). Only the drawing's own
/// characters matter here, so every character beyond ASCII is the same symbol, and white space a space.
struct GridCanvas {
  static let character: UInt8 = 0x80
  static let padding: UInt8 = 0x81

  let width: Int
  let height: Int
  /// Row by row.
  var symbols: [UInt8]
  let lines: [LineSlice]
  /// The byte offset of each column, and of the line's end, for lines that hold more than ASCII.
  private let columnOffsets: [Int: ColumnOffsets]

  /// Nil when a line's width is not that of the first.
  init?(_ lines: [LineSlice], in source: SourceText) {
    var symbols: [UInt8] = []
    var columnOffsets: [Int: ColumnOffsets] = [:]
    var width = 0
    for (row, line) in lines.enumerated() {
      let bytes = source.bytes[line.offsets]
      let start = symbols.count
      if bytes.allSatisfy({ $0 < 0x80 }) {
        symbols += bytes
      } else {
        let columns = ColumnOffsets(line, in: source)
        symbols += columns.symbols
        columnOffsets[row] = columns
      }
      if row == 0 {
        width = symbols.count
        symbols.reserveCapacity(width * lines.count)
      }
      guard symbols.count - start == width else { return nil }
    }
    self.lines = lines
    self.symbols = symbols
    self.width = width
    self.columnOffsets = columnOffsets
    height = lines.count
  }

  subscript(row: Int, column: Int) -> UInt8 { symbols[row * width + column] }

  func row(_ row: Int) -> ArraySlice<UInt8> { symbols[row * width..<(row + 1) * width] }

  /// The slice of a line between two columns, without white space at its end.
  ///
  /// docutils leaves combining characters out when it counts columns here, though not when it follows borders, and it
  /// carries the difference from line to line (`StringList.get_2D_block`): `left` and `right` come back as it would use
  /// them on the next line.
  func slice(_ row: Int, _ left: inout Int, _ right: inout Int, in source: SourceText) -> LineSlice {
    let line = lines[row]
    var slice: LineSlice
    if let columns = columnOffsets[row] {
      left = columns.skippingCombining(left)
      right = columns.skippingCombining(right)
      slice = LineSlice(start: columns.offset(left), end: columns.offset(right))
    } else {
      slice = LineSlice(start: min(line.start + left, line.end), end: min(line.start + right, line.end))
    }
    slice.end = source.trimmedEnd(of: slice)
    return slice
  }

  /// The byte offset of a column.
  func offset(_ row: Int, _ column: Int) -> Int {
    columnOffsets[row]?.offset(column) ?? min(lines[row].start + column, lines[row].end)
  }
}

/// Where the columns of a line with wide or combining characters are.
struct ColumnOffsets {
  private(set) var symbols: [UInt8] = []
  private var offsets: [Int] = []
  /// The columns that do not hold a combining character; empty when none does.
  private var spacing: [Int] = []

  init(_ line: LineSlice, in source: SourceText) {
    source.bytes.withUnsafeBufferPointer { bytes in
      var index = line.start
      var hasCombining = false
      while index < line.end {
        let length = max(1, UTF8Sequence.length(at: index, in: bytes))
        let scalar = Self.scalar(at: index, length: length, in: bytes)
        if TextWidth.isCombining(scalar) { hasCombining = true } else { spacing.append(offsets.count) }
        offsets.append(index)
        symbols.append(Self.symbol(at: index, in: bytes))
        if TextWidth.isWide(scalar) {
          spacing.append(offsets.count)
          offsets.append(index + length)
          symbols.append(GridCanvas.padding)
        }
        index += length
      }
      offsets.append(line.end)
      if !hasCombining { spacing = [] }
    }
  }

  var count: Int { symbols.count }

  /// How many columns there are, combining characters not counted.
  var spacingCount: Int { spacing.isEmpty ? count : spacing.count }

  func offset(_ column: Int) -> Int { offsets[min(max(column, 0), offsets.count - 1)] }

  func skippingCombining(_ column: Int) -> Int {
    guard !spacing.isEmpty else { return column }
    return column < spacing.count ? spacing[column] : column + count - spacing.count
  }

  private static func symbol(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
    if bytes[index] < 0x80 { return bytes[index] }
    return WhiteSpace.length(at: index, in: bytes) > 0 ? 0x20 : GridCanvas.character
  }

  private static func scalar(at index: Int, length: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    switch length {
    case 2: UInt32(bytes[index] & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F)
    case 3:
      UInt32(bytes[index] & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
    case 4:
      UInt32(bytes[index] & 0x07) << 18 | UInt32(bytes[index + 1] & 0x3F) << 12
        | UInt32(bytes[index + 2] & 0x3F) << 6 | UInt32(bytes[index + 3] & 0x3F)
    default: UInt32(bytes[index])
    }
  }
}
