/// The text of one block as inline markup is searched in it, and where each byte of it stands in the source.
///
/// As in docutils, a backslash that escapes the character behind it is a NUL here, so that whoever looks at a character
/// sees from the one before whether it is escaped. A NUL of the source is taken for such a backslash, also as in docutils.
///
/// A class, since each scanner of a block holds it.
final class InlineText: Sendable {
  static let escape: UInt8 = 0

  let bytes: [UInt8]
  /// Whether any of `bytes` is an escape.
  private let hasEscapes: Bool
  private let lines: [LineSlice]
  /// The offset in `bytes` of each line.
  private let lineStarts: [Int]

  /// - Parameter joined: the `lines`, joined by LF.
  convenience init(_ joined: [UInt8], lines: [LineSlice]) {
    self.init(joined, lines: lines, hasEscapes: InlineBytes.all(in: joined).contains(.escape))
  }

  /// - Parameter hasEscapes: whether there is an escape or a backslash in the text.
  init(_ joined: [UInt8], lines: [LineSlice], hasEscapes: Bool) {
    bytes = hasEscapes ? Self.markingEscapes(in: joined) : joined
    self.lines = lines
    self.hasEscapes = hasEscapes
    var start = 0
    lineStarts = lines.map { line in
      defer { start += line.offsets.count + 1 }
      return start
    }
  }

  private static func markingEscapes(in joined: [UInt8]) -> [UInt8] {
    var bytes = joined
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\\") {
        bytes[index] = escape
        index += 1
      }
      index += 1
    }
    return bytes
  }

  /// Where a stretch of the text stands in the source.
  func sourceOffsets(_ range: Range<Int>) -> Range<Int> {
    let start = sourceOffset(range.lowerBound)
    guard !range.isEmpty else { return start..<start }
    return start..<max(start, sourceOffset(range.upperBound - 1) + 1)
  }

  private func sourceOffset(_ offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return offset }
    return lines[low - 1].start + offset - lineStarts[low - 1]
  }

  // MARK: Texts

  /// A stretch with its escapes resolved: the backslash vanishes, and with it an escaped space or line break.
  func resolved(_ range: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    appendResolved(range, to: &text)
    return text
  }

  func appendResolved(_ range: Range<Int>, to text: inout [UInt8]) {
    var start = range.lowerBound
    while let escape = firstEscape(in: start..<range.upperBound) {
      text.append(start..<escape, of: bytes)
      start = escape + 1
      if start < range.upperBound, bytes[start] == UInt8(ascii: " ") || bytes[start] == UInt8(ascii: "\n") {
        start += 1
      }
    }
    text.append(start..<range.upperBound, of: bytes)
  }

  /// A stretch as it is written, backslashes included.
  func appendVerbatim(_ range: Range<Int>, to text: inout [UInt8]) {
    var start = range.lowerBound
    while let escape = firstEscape(in: start..<range.upperBound) {
      text.append(start..<escape, of: bytes)
      text.append(UInt8(ascii: "\\"))
      start = escape + 1
    }
    text.append(start..<range.upperBound, of: bytes)
  }

  private func firstEscape(in range: Range<Int>) -> Int? {
    hasEscapes ? bytes.firstOffset(of: Self.escape, in: range) : nil
  }

  // MARK: Characters

  /// The character that starts at an offset inside the text, and where it ends.
  func character(at offset: Int) -> (scalar: Unicode.Scalar, end: Int) { bytes.character(at: offset) }

  /// The character that ends at an offset above 0, and where it starts.
  func character(before offset: Int) -> (scalar: Unicode.Scalar, start: Int) {
    let last = bytes[offset - 1]
    if last < 0x80 { return (Unicode.Scalar(last), offset - 1) }
    var start = offset - 1
    while start > 0, offset - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let found = character(at: start)
    return found.end == offset ? (found.scalar, start) : ("\u{FFFD}", offset - 1)
  }

  func classOfCharacter(at offset: Int) -> InlineCharacterClass {
    InlineCharacterClass(of: character(at: offset).scalar)
  }

  func classOfCharacter(before offset: Int) -> InlineCharacterClass {
    InlineCharacterClass(of: character(before: offset).scalar)
  }

  /// The byte at an offset, or nil behind the end.
  func byte(at offset: Int) -> UInt8? {
    offset < bytes.count ? bytes[offset] : nil
  }
}

extension [UInt8] {
  /// Appends a stretch of other bytes, as far as they reach. A slice would be counted as a reference of its own.
  mutating func append(_ range: Range<Int>, of bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { buffer in
      append(contentsOf: UnsafeBufferPointer(rebasing: buffer[range.clamped(to: buffer.indices)]))
    }
  }

  func firstOffset(of byte: UInt8, in range: Range<Int>) -> Int? {
    withUnsafeBufferPointer { buffer in
      var index = Swift.max(range.lowerBound, 0)
      let end = Swift.min(range.upperBound, buffer.count)
      while index < end {
        if buffer[index] == byte { return index }
        index += 1
      }
      return nil
    }
  }

  /// The character that starts at an offset, and where it ends; a byte that is not part of UTF-8 counts as one U+FFFD.
  func character(at offset: Int) -> (scalar: Unicode.Scalar, end: Int) {
    let first = self[offset]
    if first < 0x80 { return (Unicode.Scalar(first), offset + 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    let end = offset + length
    guard first >= 0xC2, end <= count else { return ("\u{FFFD}", offset + 1) }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for byte in self[(offset + 1)..<end] {
      guard byte & 0xC0 == 0x80 else { return ("\u{FFFD}", offset + 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard let scalar = Unicode.Scalar(value) else { return ("\u{FFFD}", offset + 1) }
    return (scalar, end)
  }
}
