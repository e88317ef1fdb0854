/// A line of a simple table, by display columns.
struct SimpleTableLine {
  private let line: LineSlice
  /// Nil for a line of ASCII, whose columns are its bytes.
  private let offsets: ColumnOffsets?

  init(_ line: LineSlice, in source: SourceText) {
    self.line = line
    offsets = source.bytes[line.offsets].allSatisfy { $0 < 0x80 } ? nil : ColumnOffsets(line, in: source)
  }

  private var count: Int { offsets?.count ?? line.offsets.count }

  /// The columns up to the last character, combining ones not counted.
  var visibleEnd: Int { offsets?.spacingCount ?? count }

  private func symbol(_ column: Int, of source: SourceText) -> UInt8 {
    offsets?.symbols[column] ?? source.bytes[line.start + column]
  }

  /// What the line is drawn with, `=` or `-`, if with spaces it holds nothing else.
  func border(in source: SourceText) -> UInt8? {
    let mark = source.byte(line.start)
    guard !line.isBlank, mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-"),
      source.bytes[line.offsets].allSatisfy({ $0 == mark || $0 == 0x20 })
    else { return nil }
    return mark
  }

  /// The columns of each run that begins with a mark and goes up to a space.
  func stretches(of mark: UInt8, in source: SourceText) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    var index = 0
    while index < count {
      guard symbol(index, of: source) == mark else {
        index += 1
        continue
      }
      let start = index
      while index < count, symbol(index, of: source) != 0x20 { index += 1 }
      stretches.append(start..<index)
    }
    return stretches
  }

  func hasText(in columns: Range<Int>, of source: SourceText) -> Bool {
    columns.clamped(to: 0..<count).contains { !isSpace(symbol($0, of: source)) }
  }

  /// The same, with columns counted without combining characters.
  func hasVisibleText(in columns: Range<Int>, of source: SourceText) -> Bool {
    guard let offsets else { return hasText(in: columns, of: source) }
    return columns.clamped(to: 0..<offsets.spacingCount).contains {
      !isSpace(symbol(offsets.skippingCombining($0), of: source))
    }
  }

  /// The part of the line between two columns, without white space at its end; see `GridCanvas.slice`.
  func slice(_ left: inout Int, _ right: inout Int, in source: SourceText) -> LineSlice {
    var slice: LineSlice
    if let offsets {
      left = offsets.skippingCombining(left)
      right = offsets.skippingCombining(right)
      slice = LineSlice(start: offsets.offset(left), end: offsets.offset(right))
    } else {
      slice = LineSlice(start: min(line.start + left, line.end), end: min(line.start + right, line.end))
    }
    slice.end = source.trimmedEnd(of: slice)
    return slice
  }

  /// The second column of a wide character is no space: docutils fills it with a character of its own.
  private func isSpace(_ symbol: UInt8) -> Bool { symbol == 0x20 }
}
