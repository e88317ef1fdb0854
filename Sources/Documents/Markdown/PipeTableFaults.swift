import Diagnostics

/// Finds lines of a paragraph that are shaped like a table and are none.
struct PipeTableFaults {
  private let file: SourceFile
  private let bytes: [UInt8]
  private let lines: ArraySlice<Range<Int>>

  init(_ file: SourceFile, lines: ArraySlice<Range<Int>>) {
    self.file = file
    bytes = file.bytes
    self.lines = lines
  }

  func find() -> [DocumentFault] {
    var faults: [DocumentFault] = []
    var index = lines.startIndex
    while index < lines.endIndex {
      if isGridTop(index) {
        faults.append(malformed(.otherFormat(.restructuredText), text(index)))
        index = gridEnd(from: index)
        continue
      }
      guard mayBelongToTable(index) else {
        index += 1
        continue
      }
      let end = runEnd(from: index)
      if let fault = fault(inRun: index..<end) { faults.append(fault) }
      index = end
    }
    return faults
  }

  /// A header whose lower line is underlined, so that it became a heading: `| a | b |` above `---`.
  func underlinedHeader(of block: MarkdownBlock) -> [DocumentFault] {
    guard let header = lines.last, isDrawn(lines.endIndex - 1), block.offsets.upperBound > header.upperBound else {
      return []
    }
    let cells = PipeRow.count(bytes, text(lines.endIndex - 1))
    guard cells > 1 else { return [] }
    let end = block.offsets.upperBound
    guard bytes[end - 1] == .hyphen else { return [] }
    var start = end
    while start > header.upperBound, bytes[start - 1] == .hyphen { start -= 1 }
    return [malformed(.delimiterRowCellCount(header: cells, delimiter: 1), start..<end)]
  }

  // MARK: Lines

  private func text(_ index: Int) -> Range<Int> { bytes.trimmed(lines[index]) }

  private func firstByte(_ index: Int) -> UInt8? { bytes[text(index)].first }

  private func isDrawn(_ index: Int) -> Bool { PipeRow.isDrawn(bytes, text(index)) }

  private func isDelimiterRow(_ index: Int) -> Bool {
    let text = text(index)
    return bytes[text].contains(.pipe) && PipeRow.isDelimiterRow(bytes, text)
  }

  private func mayBelongToTable(_ index: Int) -> Bool {
    isDrawn(index) || isDelimiterRow(index) || (index + 1 < lines.endIndex && isDelimiterRow(index + 1))
  }

  /// The end of the lines from `start` on that look like one table.
  private func runEnd(from start: Int) -> Int {
    var end = start + 1
    while end < lines.endIndex, isDrawn(end) || isDelimiterRow(end) { end += 1 }
    return end
  }

  /// Whether a line is a grid table's border, `+---+---+`, with a row below it.
  private func isGridTop(_ index: Int) -> Bool {
    let text = text(index)
    guard text.count > 2, bytes[text.lowerBound] == .plus, bytes[text.upperBound - 1] == .plus,
      bytes[text.lowerBound + 1] != .plus, index + 1 < lines.endIndex, firstByte(index + 1) == .pipe
    else { return false }
    return bytes[text].allSatisfy { $0 == .plus || $0 == .hyphen || $0 == .equals }
  }

  private func gridEnd(from start: Int) -> Int {
    var end = start + 1
    while end < lines.endIndex, firstByte(end) == .pipe || firstByte(end) == .plus { end += 1 }
    return end
  }

  // MARK: Faults

  private func fault(inRun run: Range<Int>) -> DocumentFault? {
    if isDelimiterRow(run.lowerBound) {
      guard run.count > 1 else { return nil }
      let cells = PipeRow.count(bytes, text(run.lowerBound))
      return malformed(.delimiterRowCellCount(header: 0, delimiter: cells), text(run.lowerBound))
    }
    guard run.count > 1 else { return nil }
    guard let row = run.first(where: isDelimiterRow) else { return withoutDelimiterRow(run) }
    let header = PipeRow.count(bytes, lines[row - 1])
    let delimiter = PipeRow.count(bytes, text(row))
    if header != delimiter {
      return malformed(.delimiterRowCellCount(header: header, delimiter: delimiter), text(row))
    }
    // The two lines would make a table, did they not belong to a paragraph that is indented or in a container above.
    return DocumentFault(
      .swallowedTable, at: file.range(text(row - 1).lowerBound..<text(run.upperBound - 1).upperBound))
  }

  private func withoutDelimiterRow(_ run: Range<Int>) -> DocumentFault {
    if let cell = firstBadCell(run.lowerBound + 1, headerCells: PipeRow.count(bytes, text(run.lowerBound))) {
      let written = PlainText.collapsed(bytes[cell])
      return malformed(.delimiterRowCell(written), cell)
    }
    return malformed(.missingDelimiterRow, text(run.lowerBound))
  }

  /// The cell for which a line that is almost a delimiter row is none.
  private func firstBadCell(_ index: Int, headerCells: Int) -> Range<Int>? {
    var cells: [Range<Int>] = []
    _ = PipeRow.split(bytes, text(index), into: &cells)
    let bad = cells.filter { !PipeRow.isDelimiterRow(bytes, $0) }
    guard let first = bad.first else { return nil }
    let areAllRules = cells.allSatisfy { isRule($0) }
    let isMostlyRow = cells.count == headerCells && bad.count < cells.count && bad.count * 2 <= cells.count
    let hasRule = cells.contains { !$0.isEmpty }
    return hasRule && (areAllRules || isMostlyRow) ? first : nil
  }

  /// Whether a cell holds nothing but what rules are drawn with.
  private func isRule(_ cell: Range<Int>) -> Bool {
    let text = String(decoding: bytes[cell], as: UTF8.self)
    return text.unicodeScalars.allSatisfy { "-:=+_~\u{2013}\u{2014}\u{2212} ".unicodeScalars.contains($0) }
  }

  private func malformed(_ reason: DocumentFault.MalformedTable, _ offsets: Range<Int>) -> DocumentFault {
    DocumentFault(.malformedTable(reason), at: file.range(offsets))
  }
}
