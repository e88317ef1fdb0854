import Diagnostics

/// The texts of a document's blocks: plain ones as they are written, the others as libcmark reads them.
struct MarkdownContents {
  private let file: SourceFile
  private let blocks: MarkdownBlocks
  private(set) var inlines: InlineReader
  /// For each block, the index of its first content that libcmark reads.
  private var firstContents: [Int] = []
  /// What is lost of the tables' rows.
  private(set) var faults: [DocumentFault] = []

  init(_ file: SourceFile, _ blocks: MarkdownBlocks) {
    self.file = file
    self.blocks = blocks
    inlines = InlineReader(file, definitions: blocks.definitions)
  }

  /// Reads all blocks, in document order.
  mutating func read() {
    firstContents.reserveCapacity(blocks.blocks.count)
    let withText = textBlocks()
    var cells: [Range<Int>] = []
    for (index, block) in blocks.blocks.enumerated() {
      firstContents.append(inlines.count)
      switch block.kind {
      case .table: readTable(block, &cells)
      case .paragraph, .heading:
        let lines = blocks.lines[block.lines]
        if !isPlain(lines) {
          inlines.add(lines, scope: block.offsets, needsText: withText[index])
        }
      default: break
      }
    }
    inlines.flush()
  }

  /// The text of a paragraph or heading.
  func text(of index: Int) -> InlineReader.Content {
    let lines = blocks.lines[blocks.blocks[index].lines]
    guard isPlain(lines) else { return inlines.results[firstContents[index]] ?? .init(text: "", emphasised: []) }
    let words = lines.map { PlainText.collapsed(file.bytes[file.bytes.trimmed($0)]) }
    return .init(text: words.filter { !$0.isEmpty }.joined(separator: " "), emphasised: [])
  }

  /// The rows of a table, short ones filled and long ones cut to the header's width.
  func rows(ofTable index: Int, columns: Int) -> TableRows {
    let block = blocks.blocks[index]
    var rows = TableRows()
    rows.reserveCapacity(
      rows: block.lines.count - 1,
      cells: min((block.lines.count - 1) * columns, block.offsets.count + PipeRow.fillLimit + columns))
    var ranges: [Range<Int>] = []
    var cells: [TableCell] = []
    var next = firstContents[index]
    forEachRow(of: block) { line, number in
      splitRow(line, columns: columns, &ranges)
      cells.removeAll(keepingCapacity: true)
      for (column, range) in ranges.enumerated() {
        cells.append(TableCell(text: text(ofCell: range, &next), range: place(range, number), column: column))
      }
      let end = file.bytes.trimmed(line).upperBound
      for column in ranges.count..<max(columns, ranges.count) {
        cells.append(TableCell(text: "", range: place(end..<end, number), column: column))
      }
      rows.append(cells)
    }
    return rows
  }

  private func place(_ range: Range<Int>, _ line: Int) -> SourceRange {
    let start = file.lineStarts[line - 1]
    return SourceRange(
      SourcePosition(line: line, column: range.lowerBound - start + 1),
      SourcePosition(line: line, column: range.upperBound - start + 1))
  }

  private func text(ofCell range: Range<Int>, _ next: inout Int) -> String {
    if PlainText.isPlain(file.bytes, range) { return PlainText.collapsed(file.bytes[range]) }
    defer { next += 1 }
    return inlines.results[next]?.text ?? ""
  }

  private func forEachRow(of block: MarkdownBlock, _ body: (_ line: Range<Int>, _ number: Int) -> Void) {
    for (offset, line) in zip(0..., blocks.lines[block.lines]) where offset != 1 {
      body(line, block.line + offset)
    }
  }

  private func splitRow(_ line: Range<Int>, columns: Int, _ cells: inout [Range<Int>]) {
    cells.removeAll(keepingCapacity: true)
    _ = PipeRow.split(file.bytes, line, into: &cells)
    if cells.count > columns { cells.removeSubrange(columns...) }
  }

  private mutating func readTable(_ block: MarkdownBlock, _ cells: inout [Range<Int>]) {
    guard case .table(let columns) = block.kind else { return }
    for (offset, line) in zip(0..., blocks.lines[block.lines]) where offset != 1 {
      cells.removeAll(keepingCapacity: true)
      let count = PipeRow.split(file.bytes, line, into: &cells)
      if count > columns {
        noteSurplus(cells[columns...], header: columns)
        cells.removeSubrange(columns...)
      }
      let scope = file.bytes.trimmed(line)
      for cell in cells where !PlainText.isPlain(file.bytes, cell) {
        inlines.add([cell], isCell: true, scope: scope, needsText: true)
      }
    }
  }

  /// An empty cell is no loss: a line may end in more pipes than it needs.
  private mutating func noteSurplus(_ cells: ArraySlice<Range<Int>>, header: Int) {
    guard let first = cells.first(where: { !$0.isEmpty }), let last = cells.last(where: { !$0.isEmpty }) else { return }
    faults.append(
      DocumentFault(
        .malformedTable(.surplusCells(header: header, cells: cells.endIndex)),
        at: file.range(first.lowerBound..<last.upperBound)))
  }

  private func isPlain(_ lines: ArraySlice<Range<Int>>) -> Bool {
    guard let first = lines.first, let last = lines.last else { return true }
    guard last.upperBound - first.lowerBound <= PlainText.markupLimit else { return true }
    return lines.allSatisfy { PlainText.isPlain(file.bytes, $0) }
  }

  /// Which blocks' texts the document keeps: headings, items, and what stands above a table or list or may be a header.
  private func textBlocks() -> [Bool] {
    var result = blocks.blocks.map { if case .heading = $0.kind { true } else { false } }
    for (index, block) in blocks.blocks.enumerated() {
      switch block.kind {
      case .paragraph:
        if let parent = block.parent, block.previous == nil, blocks.blocks[parent].kind == .item {
          result[index] = true
        }
      case .list, .table:
        if let above = blocks.visiblePrevious(of: block, bytes: file.bytes) { result[above] = true }
      default: break
      }
    }
    return result
  }
}
