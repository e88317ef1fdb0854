/// The bytes of a file, the name it is shown under, and where its lines begin.
///
/// Bytes are kept as they were read, whatever they are: byte order mark, carriage returns and invalid UTF-8 included, so
/// that every range and every edit refers to the file on disk.
///
/// A class, since it never changes and is handed to every part of a run: a copy counts one reference and not three.
package final class SourceFile: Sendable {
  /// The path as diagnostics print it; it need not exist on disk (standard input, a blob of a git revision).
  package let path: String
  package let bytes: [UInt8]
  /// The byte offset of each line's first byte. A line ends with LF, CR LF or CR, as in CommonMark and in Python's text
  /// files; a final line ending opens no further line.
  package let lineStarts: [Int]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    lineStarts = Self.findLineStarts(in: bytes)
  }

  package convenience init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  package var lineCount: Int { lineStarts.count }

  /// The bytes of a line (counted from 1) without its line ending; empty for a line that is not there.
  package func line(_ number: Int) -> ArraySlice<UInt8> {
    guard number >= 1, number <= lineStarts.count else { return [] }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return bytes[start..<end]
  }

  /// The position of a byte offset; an offset outside the file gives the nearest end of it.
  package func position(at offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), bytes.count)
    let line = lineStarts.partitioningIndex { $0 > offset }
    guard line > 0 else { return SourcePosition(line: 1, column: offset + 1) }
    return SourcePosition(line: line, column: offset - lineStarts[line - 1] + 1)
  }

  /// The byte offset of a position, kept inside the file.
  package func offset(of position: SourcePosition) -> Int {
    guard position.line >= 1 else { return 0 }
    guard position.line <= lineStarts.count else { return bytes.count }
    return min(lineStarts[position.line - 1] + max(position.column - 1, 0), bytes.count)
  }

  package func range(_ offsets: Range<Int>) -> SourceRange {
    let start = position(at: offsets.lowerBound)
    let lineEnd = start.line < lineStarts.count ? lineStarts[start.line] : bytes.count + 1
    // Most ranges end on the line that they begin on.
    guard offsets.lowerBound >= 0, offsets.upperBound < lineEnd else {
      return SourceRange(start, position(at: offsets.upperBound))
    }
    return SourceRange(start, SourcePosition(line: start.line, column: start.column + offsets.count))
  }

  package func offsets(of range: SourceRange) -> Range<Int> {
    let start = offset(of: range.start)
    return start..<max(start, offset(of: range.end))
  }

  /// The text of a range, with invalid UTF-8 replaced; escape it before it goes anywhere.
  package func text(in range: SourceRange) -> String {
    String(decoding: bytes[offsets(of: range)], as: UTF8.self)
  }

  private static func findLineStarts(in bytes: [UInt8]) -> [Int] {
    guard !bytes.isEmpty else { return [] }
    return bytes.withUnsafeBufferPointer { buffer in
      var starts = [0]
      var index = 0
      let end = buffer.count
      while true {
        index = buffer.indexAfterPlainBytes(from: index) { $0.bytes(below: 0x0E) }
        guard index < end else { break }
        let byte = buffer[index]
        index += 1
        if byte > 0x0D { continue }
        if byte == 0x0D, index < end, buffer[index] == 0x0A { index += 1 }
        if byte == 0x0A || byte == 0x0D, index < end { starts.append(index) }
      }
      return starts
    }
  }
}
