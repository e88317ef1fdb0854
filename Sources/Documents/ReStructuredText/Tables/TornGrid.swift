package import Diagnostics

/// Puts together a grid table that a blank line, a space before a line or a lost first character has torn.
package enum TornGrid {
  /// The edits that make one table of the lines from `first` on, in the order of the file.
  ///
  /// - Parameter first: the line, from 1, of the table's top border.
  /// - Returns: nil where the lines do not make one table without a fault.
  package static func mend(_ file: SourceFile, from first: Int) -> [TextEdit]? {
    var edits: [TextEdit] = []
    var blank: [TextEdit] = []
    var drawn: [UInt8] = []
    var headCount = 0
    let width = columns(trimmed(file.line(first)))
    for number in first...max(first, file.lineCount) {
      let line = file.line(number)
      let text = trimmed(line)
      if text.isEmpty {
        let next = number < file.lineCount ? file.line(number + 1).startIndex : file.bytes.count
        blank.append(TextEdit(line.startIndex..<next, []))
        if blank.count > 2 { break }
        continue
      }
      guard let (edit, mended) = mended(text, width: width) else { break }
      if mended.starts(with: "+=".utf8) { headCount += 1 }
      // Another table has a head of its own.
      guard headCount < 2 else { break }
      edits += blank + (edit.map { [$0] } ?? [])
      blank = []
      drawn += mended + [0x0A]
    }
    guard !edits.isEmpty else { return nil }
    let document = ReStructuredTextReader.read(SourceFile(path: file.path, bytes: drawn))
    let tables = document.tables.filter { !$0.isNested }
    guard document.faults.isEmpty, document.strayRows.isEmpty, tables.count == 1, tables[0].headRowCount > 0,
      tables[0].range.start.line == 1
    else { return nil }
    return edits
  }

  /// The line as it is drawn in a table of this width, and the edit that makes it so; nil where that is not plain.
  private static func mended(_ line: ArraySlice<UInt8>, width: Int) -> (edit: TextEdit?, line: [UInt8])? {
    let text = line.drop { $0 == 0x20 }
    if let first = text.first, first == UInt8(ascii: "|") || first == UInt8(ascii: "+") {
      guard columns(text) == width else { return nil }
      let isMoved = text.startIndex > line.startIndex
      return (isMoved ? TextEdit(line.startIndex..<text.startIndex, []) : nil, Array(text))
    }
    let missing = width - columns(line)
    guard missing == 0 || missing == 1, let first = line.first, first < 0x80 else { return nil }
    let rest = missing == 1 ? line : line.dropFirst()
    guard let last = rest.last, last == UInt8(ascii: "|") || last == UInt8(ascii: "+") else { return nil }
    let isBorder = rest.allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "+") }
    let edge = isBorder ? UInt8(ascii: "+") : UInt8(ascii: "|")
    return (TextEdit(line.startIndex..<rest.startIndex, [edge]), [edge] + rest)
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.prefix(line.lastIndex { $0 != 0x20 && $0 != 0x0D }.map { $0 + 1 - line.startIndex } ?? 0)
  }

  private static func columns(_ line: ArraySlice<UInt8>) -> Int {
    String(decoding: line, as: UTF8.self).unicodeScalars.reduce(0) { $0 + (TextWidth.isWide($1.value) ? 2 : 1) }
  }
}
