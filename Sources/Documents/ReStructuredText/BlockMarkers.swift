/// What a line of reStructuredText begins with (docutils, `Body.patterns`).
///
/// Each function looks at one line and returns how many bytes of it the marker takes, the white space behind it
/// included, or nil where the line has no such marker.
extension SourceText {
  func bulletLength(_ line: LineSlice) -> Int? {
    let first = byte(line.start)
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "*") || first == UInt8(ascii: "+") {
      return markerLength(line, upTo: line.start + 1)
    }
    // U+2022, U+2023 and U+2043.
    guard first == 0xE2, line.end - line.start >= 3 else { return nil }
    let second = byte(line.start + 1)
    let third = byte(line.start + 2)
    guard second == 0x80 && (third == 0xA2 || third == 0xA3) || second == 0x81 && third == 0x83 else { return nil }
    return markerLength(line, upTo: line.start + 3)
  }

  /// `:name:`; the name is what is between the first byte and the returned `nameEnd`.
  func fieldMarker(_ line: LineSlice) -> (length: Int, nameEnd: Int)? {
    guard byte(line.start) == UInt8(ascii: ":"), line.end - line.start > 2 else { return nil }
    var index = line.start + 1
    guard byte(index) != UInt8(ascii: ":"), byte(index) != 0x20 else { return nil }
    while index < line.end {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: ":"):
        if index + 1 == line.end || bytes[index + 1] == 0x20 {
          guard bytes[index - 1] != 0x20, let length = markerLength(line, upTo: index + 1) else { return nil }
          return (length, index)
        }
        if bytes[index + 1] == UInt8(ascii: "`") { return nil }
        index += 1
      default: index += 1
      }
    }
    return nil
  }

  func doctestLength(_ line: LineSlice) -> Int? {
    starts(line, with: ">>>") ? markerLength(line, upTo: line.start + 3) : nil
  }

  func lineBlockLength(_ line: LineSlice) -> Int? {
    byte(line.start) == UInt8(ascii: "|") && !line.isBlank ? markerLength(line, upTo: line.start + 1) : nil
  }

  func explicitMarkupLength(_ line: LineSlice) -> Int? {
    starts(line, with: "..") ? markerLength(line, upTo: line.start + 2) : nil
  }

  func anonymousTargetLength(_ line: LineSlice) -> Int? {
    starts(line, with: "__") ? markerLength(line, upTo: line.start + 2) : nil
  }

  /// A line of one punctuation character: a title's underline or overline, or a transition.
  func isPunctuationLine(_ line: LineSlice) -> Bool {
    guard !line.isBlank, isPunctuation(bytes[line.start]) else { return false }
    let first = bytes[line.start]
    return bytes[line.offsets].allSatisfy { $0 == first }
  }

  /// `+---+---+`
  func isGridBorder(_ line: LineSlice) -> Bool {
    let count = line.end - line.start
    guard count >= 4, starts(line, with: "+-"), bytes[line.end - 1] == UInt8(ascii: "+"),
      bytes[line.end - 2] == UInt8(ascii: "-")
    else { return false }
    // The pattern wants something between the two dashes of `+-` and `-+`.
    return count >= 5 && bytes[line.offsets].allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
  }

  /// `=====  =====`, at least two columns.
  func isSimpleTableTop(_ line: LineSlice) -> Bool {
    isSimpleTableBorder(line) && bytes[line.offsets].contains(0x20)
  }

  /// `=====  =====` or `=====`.
  func isSimpleTableBorder(_ line: LineSlice) -> Bool {
    guard byte(line.start) == UInt8(ascii: "="), !line.isBlank else { return false }
    return bytes[line.offsets].allSatisfy { $0 == UInt8(ascii: "=") || $0 == 0x20 }
  }

  func starts(_ line: LineSlice, with marker: StaticString) -> Bool {
    guard line.end - line.start >= marker.utf8CodeUnitCount else { return false }
    for index in 0..<marker.utf8CodeUnitCount where bytes[line.start + index] != marker.utf8Start[index] {
      return false
    }
    return true
  }

  func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// The length of a marker that ends at `end` and must be followed by spaces or the line's end.
  func markerLength(_ line: LineSlice, upTo end: Int) -> Int? {
    if end == line.end { return end - line.start }
    guard end < line.end, bytes[end] == 0x20 else { return nil }
    var index = end
    while index < line.end, bytes[index] == 0x20 { index += 1 }
    return index - line.start
  }
}
