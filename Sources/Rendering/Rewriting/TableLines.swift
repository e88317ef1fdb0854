import Diagnostics

/// The lines of a file that a table or list takes.
struct TableLines {
  let first: Int
  let last: Int
  private let file: SourceFile

  init(_ file: SourceFile, _ range: SourceRange) {
    self.file = file
    first = max(1, range.start.line)
    let end = range.end
    last = max(first, end.column == 1 && end.line > first ? end.line - 1 : end.line)
  }

  subscript(number: Int) -> [UInt8] { Array(file.line(number)) }

  var all: [[UInt8]] { (first...last).map { self[$0] } }

  /// The edit that makes these lines of the table's, nil where they are the same; lines at the table's start and end that
  /// stay are no part of it.
  func edit(to lines: [[UInt8]]) -> TextEdit? {
    let old = all
    guard old != lines else { return nil }
    var start = 0
    while start < min(old.count, lines.count), old[start] == lines[start] { start += 1 }
    var tail = 0
    while tail < min(old.count, lines.count) - start, old[old.count - 1 - tail] == lines[lines.count - 1 - tail] {
      tail += 1
    }
    let written = lines[start..<lines.count - tail]
    let removed = (first + start)..<(last + 1 - tail)
    if removed.isEmpty, tail == 0 {
      return TextEdit(end(of: last)..<end(of: last), written.flatMap { lineEnd + $0 })
    }
    if written.isEmpty, tail == 0, start > 0 {
      return TextEdit(end(of: removed.lowerBound - 1)..<end(of: last), [])
    }
    // Whole lines with their ends, except where the file's last line has none.
    let bounds = lineStart(removed.lowerBound)..<(tail > 0 ? lineStart(removed.upperBound) : end(of: last))
    let text = written.flatMap { $0 + lineEnd }
    return TextEdit(bounds, tail > 0 ? text : text.dropLast(lineEnd.count))
  }

  private func lineStart(_ number: Int) -> Int { file.offset(of: SourcePosition(line: number, column: 1)) }

  private func end(of number: Int) -> Int { file.line(number).endIndex }

  private var lineEnd: [UInt8] { file.lineEnd(after: first) }
}

extension TextEdit {
  fileprivate init(_ offsets: Range<Int>, _ replacement: ArraySlice<UInt8>) {
    self.init(offsets, Array(replacement))
  }
}

extension SourceFile {
  /// How a line ends: LF, CR LF or CR; LF where it ends with the file.
  func lineEnd(after number: Int) -> [UInt8] {
    let rest = bytes[line(number).endIndex...].prefix(2)
    if rest.first == UInt8(ascii: "\r") {
      return rest.dropFirst().first == UInt8(ascii: "\n") ? Array(rest) : [UInt8(ascii: "\r")]
    }
    return [UInt8(ascii: "\n")]
  }
}
