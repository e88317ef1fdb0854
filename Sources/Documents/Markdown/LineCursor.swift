/// A place in one line, with the columns that CommonMark counts indentation in: a tab reaches to the next multiple of 4.
struct LineCursor {
  private let bytes: [UInt8]
  /// Behind the line's last byte, its line ending excluded.
  let end: Int
  private(set) var offset: Int
  private(set) var column = 0
  private(set) var firstNonspace: Int
  private var firstNonspaceColumn = 0

  init(_ bytes: [UInt8], line: Range<Int>) {
    self.bytes = bytes
    offset = line.lowerBound
    end = line.upperBound
    firstNonspace = offset
    findNonspace()
  }

  /// Columns of white space before the next other character.
  var indent: Int { firstNonspaceColumn - column }
  var isBlank: Bool { firstNonspace >= end }
  var isIndentedCode: Bool { indent >= 4 }

  /// The byte at an offset of the file; LF at and behind the line's end.
  func peek(_ offset: Int) -> UInt8 {
    offset < end ? bytes[offset] : .lineFeed
  }

  /// Moves on by columns; a tab may be consumed in part.
  mutating func advance(columns: Int) {
    var count = columns
    while count > 0, offset < end {
      if bytes[offset] == .tab {
        let width = 4 - column % 4
        let step = min(count, width)
        column += step
        count -= step
        if step == width { offset += 1 }
      } else {
        offset += 1
        column += 1
        count -= 1
      }
    }
    findNonspace()
  }

  mutating func advance(to target: Int) {
    while offset < min(target, end) {
      column += bytes[offset] == .tab ? 4 - column % 4 : 1
      offset += 1
    }
    findNonspace()
  }

  /// Skips one column of white space, if there is one.
  mutating func skipOptionalSpace() {
    if offset < end, bytes[offset].isSpaceOrTab { advance(columns: 1) }
  }

  private mutating func findNonspace() {
    // A place found earlier still holds while the offset has not passed it.
    if firstNonspace > offset { return }
    firstNonspace = offset
    firstNonspaceColumn = column
    while firstNonspace < end {
      if bytes[firstNonspace] == .space {
        firstNonspaceColumn += 1
      } else if bytes[firstNonspace] == .tab {
        firstNonspaceColumn += 4 - firstNonspaceColumn % 4
      } else {
        return
      }
      firstNonspace += 1
    }
  }
}
