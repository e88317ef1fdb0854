/// A line of a pipe table, split as GitHub Flavored Markdown does: at every `|` that has no backslash right before it, in
/// code spans too.
enum PipeRow {
  /// How many cells may be filled in; GitHub ends a table there, so that a wide header above many short rows is no memory
  /// bomb.
  static let fillLimit = 0x80000

  /// Adds the row's cells, trimmed.
  ///
  /// An empty cell is the empty range where its text would start.
  /// - Returns: how many; a line without any is no row.
  static func split(_ bytes: [UInt8], _ line: Range<Int>, into cells: inout [Range<Int>]) -> Int {
    var count = 0
    var offset = skipPipe(bytes, line.lowerBound, line.upperBound)
    var start = bytes.isPipe(at: line.lowerBound, before: line.upperBound) ? line.lowerBound + 1 : line.lowerBound
    while offset < line.upperBound {
      let end = cellEnd(bytes, offset..<line.upperBound)
      let text = bytes.trimmed(offset..<end)
      if text.isEmpty {
        let place = min(start + 1, end)
        cells.append(place..<place)
      } else {
        cells.append(text)
      }
      count += 1
      start = end + 1
      offset = skipPipe(bytes, end, line.upperBound)
    }
    return count
  }

  /// How many cells the row has.
  static func count(_ bytes: [UInt8], _ line: Range<Int>) -> Int {
    var count = 0
    var offset = skipPipe(bytes, line.lowerBound, line.upperBound)
    while offset < line.upperBound {
      offset = skipPipe(bytes, cellEnd(bytes, offset..<line.upperBound), line.upperBound)
      count += 1
    }
    return count
  }

  /// Whether every cell consists of hyphens, with colons at its ends for the alignment.
  static func isDelimiterRow(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    var offset = line.lowerBound
    let end = line.upperBound
    func peek() -> UInt8 { offset < end ? bytes[offset] : .lineFeed }
    func skipSpace() { while offset < end, bytes[offset].isInlineSpace { offset += 1 } }
    if peek() == .pipe { offset += 1 }
    repeat {
      skipSpace()
      if peek() == .colon { offset += 1 }
      guard peek() == .hyphen else { return false }
      while peek() == .hyphen { offset += 1 }
      if peek() == .colon { offset += 1 }
      skipSpace()
      guard peek() == .pipe else { return offset >= end }
      offset += 1
      skipSpace()
    } while offset < end
    return true
  }

  private static func cellEnd(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var offset = range.lowerBound
    while offset < range.upperBound {
      if bytes[offset] == .pipe, offset == range.lowerBound || bytes[offset - 1] != .backslash { break }
      offset += 1
    }
    return offset
  }

  private static func skipPipe(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    guard bytes.isPipe(at: start, before: end) else { return start }
    var offset = start + 1
    while offset < end, bytes[offset].isInlineSpace { offset += 1 }
    return offset
  }
}

extension [UInt8] {
  fileprivate func isPipe(at offset: Int, before end: Int) -> Bool {
    offset < end && self[offset] == .pipe
  }
}
