package import Diagnostics

/// The inline elements of a document's cells and list items: their markup, which their plain texts do not show.
///
/// Each is read again when it is asked for, in time linear in its own length, so that linting pays nothing for it.
package struct DocumentElements {
  private struct Cell {
    var kind: Table.Kind
    /// Where the cell to the right begins.
    var next: SourcePosition?
  }

  private let file: SourceFile
  private let format: DocumentFormat
  private var cells: [SourcePosition: Cell] = [:]
  private let links: LinkResolver
  /// What Markdown's references by name mean.
  private let definitions: [String: String]

  package init(of document: PolicyDocument, in file: SourceFile) {
    self.file = file
    format = document.format
    links = LinkResolver(of: document)
    definitions = format == .markdown ? links.uris : [:]
    for table in document.tables {
      for row in table.meantRows {
        for (index, cell) in zip(row.indices, row) {
          let next = index + 1 < row.endIndex ? row[index + 1].range.start : nil
          cells[cell.range.start] = Cell(kind: table.kind, next: next)
        }
      }
    }
  }

  /// Whether a table's cell begins here, rather than a part of an item.
  package func isCell(at range: SourceRange) -> Bool { cells[range.start] != nil }

  /// The elements of the cell, or of the list item, that has this range.
  ///
  /// A link by name has the URI that the name leads to; one that leads nowhere outside the document is text. Where a text
  /// is made of several blocks, or of markup that has no counterpart here, what comes out reads differently than the
  /// text does: whoever asks has to compare.
  package func elements(at range: SourceRange) -> [InlineElement] {
    let cell = cells[range.start]
    let lines =
      cell.map { CellLines(range, kind: $0.kind, next: $0.next).offsets(in: file) } ?? [file.offsets(of: range)]
    let parts = lines.flatMap { file.bytes[$0].split(separator: UInt8(ascii: "\n")) }.map(Self.trimmed)
    return elements(of: parts, at: range.start)
  }

  /// The lines of a cell with another text in the place of one that stands there once, whatever markup is around it; nil
  /// where the cell would not read so.
  package func lines(at range: SourceRange, with text: String, for old: String) -> [[UInt8]]? {
    let written = lines(at: range)
    guard written.count == 1, !old.isEmpty,
      text.allSatisfy({ $0.isLetter || $0.isNumber || " -_./+()".contains($0) })
    else { return nil }
    let line = String(decoding: written[0], as: UTF8.self)
    let shown = elements(at: range).map { $0.text }.joined()
    guard let start = line.firstRange(of: old), line[start.upperBound...].firstRange(of: old) == nil,
      let place = shown.firstRange(of: old)
    else { return nil }
    let changed = Array((line[..<start.lowerBound] + text + line[start.upperBound...]).utf8)
    let read = elements(of: [changed[...]], at: range.start).map { $0.text }.joined()
    return read == shown[..<place.lowerBound] + text + shown[place.upperBound...] ? [changed] : nil
  }

  private func elements(of parts: [ArraySlice<UInt8>], at start: SourcePosition) -> [InlineElement] {
    switch format {
    case .restructuredText:
      var reader = RSTElementReader(Array(parts.joined(separator: [UInt8(ascii: "\n")])))
      var anonymousCount = 0
      return reader.elements { name in
        if let name { return links.uri(of: name) }
        anonymousCount += 1
        return links.anonymousURI(anonymousCount, from: start)
      }
    case .markdown:
      let text = String(decoding: Array(parts.joined(separator: [UInt8(ascii: " ")])), as: UTF8.self)
      return MarkdownInline.parse(
        cells[start] == nil ? text : Self.withoutPipeEscapes(text), definitions: definitions, showsHTML: false)
    }
  }

  /// The lines of the cell that has this range as they are written, from its left edge on.
  package func lines(at range: SourceRange) -> [[UInt8]] {
    let cell = cells[range.start]
    let isDrawn = cell?.kind == .grid || cell?.kind == .simple
    let parts =
      cell.map { CellLines(range, kind: $0.kind, next: $0.next).offsets(in: file) } ?? [file.offsets(of: range)]
    let texts: [ArraySlice<UInt8>] =
      isDrawn
      ? parts.map { file.bytes[$0] } : parts.flatMap { Self.dedented(file.bytes[$0], startingAt: range.start) }
    let start = file.offset(of: range.start)
    let isQuoted = cell?.kind == .csv && start > 0 && file.bytes[start - 1] == UInt8(ascii: "\"")
    return texts.map { line -> [UInt8] in
      var line = line
      while let last = line.last, last == UInt8(ascii: " ") || last == 0x0D { line.removeLast() }
      return isQuoted ? Self.withoutDoubledQuotes(line) : Array(line)
    }
  }

  private static func withoutDoubledQuotes(_ line: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var isDoubled = false
    for byte in line {
      isDoubled = byte == UInt8(ascii: "\"") && !isDoubled && result.last == byte
      if !isDoubled { result.append(byte) }
    }
    return result
  }

  private static func dedented(_ text: ArraySlice<UInt8>, startingAt start: SourcePosition) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let margin = line.prefix(lines.isEmpty ? 0 : max(0, start.column - 1)).prefix { $0 == UInt8(ascii: " ") }
      lines.append(line.dropFirst(margin.count))
    }
    return lines
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    while let last = line.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\t") || last == 0x0D {
      line.removeLast()
    }
    return line
  }

  /// A pipe table takes the backslash off before the cell is read.
  private static func withoutPipeEscapes(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte == UInt8(ascii: "|"), bytes.last == UInt8(ascii: "\\") { bytes.removeLast() }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
