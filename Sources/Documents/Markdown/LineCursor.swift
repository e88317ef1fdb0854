import Diagnostics

/// A place in one line, with the columns that CommonMark counts indentation in: a tab reaches to the next multiple of 4.
struct LineCursor {
  private let bytes: [UInt8]
  /// Behind the line's last byte, its line ending excluded.
  let end: Int
  private(set) var offset: Int
  private var column = 0
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
  var firstByte: UInt8? { isBlank ? nil : bytes[firstNonspace] }

  /// Moves behind the marks of containers.
  ///
  /// - Parameter line: the line's number: an item that begins on it has its bullet there, and no indentation.
  /// - Returns: whether the line stands in all of them; one that goes on with a paragraph lazily does not.
  mutating func skipMarks(of containers: [BlockReader.Container], line: Int) -> Bool {
    for container in containers {
      switch container.kind {
      case .blockQuote:
        guard indent <= 3, firstByte == .greaterThan else { return false }
        advance(columns: indent + 1)
        if offset < end, bytes[offset].isSpaceOrTab { advance(columns: 1) }
      case .item:
        guard container.line == line || indent >= container.itemIndent else { return false }
        advance(columns: container.itemIndent)
      default: break
      }
    }
    return true
  }

  /// How wide a list item's bullet or number is that stands here, and what the item's other lines are indented by.
  func itemMarker() -> (width: Int, itemIndent: Int) {
    var behind = self
    let digits = bytes[firstNonspace..<end].prefix { $0.isASCIIDigit }.count
    behind.advance(columns: indent + digits + 1)
    let isText = (1...4).contains(behind.indent) && !behind.isBlank
    return (digits + 1, indent + digits + 1 + (isText ? behind.indent : 1))
  }

  /// Moves on by columns; a tab may be consumed in part.
  private mutating func advance(columns: Int) {
    let target = column + columns
    while column < target, offset < end {
      let width = bytes[offset] == .tab ? 4 - column % 4 : 1
      column += min(width, target - column)
      if bytes[offset] != .tab || column % 4 == 0 { offset += 1 }
    }
    findNonspace()
  }

  private mutating func findNonspace() {
    // A place found earlier still holds while the offset has not passed it.
    if firstNonspace > offset { return }
    firstNonspace = offset
    firstNonspaceColumn = column
    while firstNonspace < end, bytes[firstNonspace].isSpaceOrTab {
      firstNonspaceColumn += bytes[firstNonspace] == .tab ? 4 - firstNonspaceColumn % 4 : 1
      firstNonspace += 1
    }
  }
}

extension UInt8 {
  var isLineEnd: Bool { self == .lineFeed || self == 0x0D }
}

extension SourceFile {
  /// The offsets of a line (counted from 1) without its line ending, and of the first one without a byte order mark.
  func lineOffsets(_ number: Int) -> Range<Int> {
    var start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] : bytes.count
    if number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    while end > start, bytes[end - 1].isLineEnd { end -= 1 }
    return start..<max(start, end)
  }
}
