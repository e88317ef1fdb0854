import Diagnostics

/// Finds lines that look like rows of a table and are none, and rows that were hardly meant as such.
struct StrayRows {
  private let file: SourceFile
  private let blocks: MarkdownBlocks
  /// For each block, the next one in the same container, comments left out.
  private var followers: [Int?]
  private(set) var faults: [DocumentFault] = []
  /// The paragraphs of which all is said.
  private(set) var explained: Set<Int> = []

  private var bytes: [UInt8] { file.bytes }

  init(_ file: SourceFile, _ blocks: MarkdownBlocks) {
    self.file = file
    self.blocks = blocks
    followers = Array(repeating: nil, count: blocks.blocks.count)
    for (index, block) in blocks.blocks.enumerated() where !blocks.isInvisible(block, bytes: file.bytes) {
      if let above = blocks.visiblePrevious(of: block, bytes: file.bytes) { followers[above] = index }
    }
    for (index, block) in blocks.blocks.enumerated() {
      guard case .table(let columns) = block.kind else { continue }
      checkAbove(block, columns: columns)
      checkRows(of: block, columns: columns)
      checkBelow(index, columns: columns)
    }
  }

  private mutating func note(
    _ stray: DocumentFault.StrayRow, _ offsets: Range<Int>, repair: [TextEdit] = []
  ) {
    faults.append(DocumentFault(.malformedTable(.strayRow(stray)), at: file.range(offsets), repair: repair))
  }

  // MARK: Above a table and in it

  private mutating func checkAbove(_ table: MarkdownBlock, columns: Int) {
    guard let index = table.previous, blocks.blocks[index].kind == .paragraph,
      let line = blocks.lines[blocks.blocks[index].lines].last,
      blocks.endLine(of: blocks.blocks[index]) + 1 == table.line
    else { return }
    let text = bytes.trimmed(line)
    guard PipeRow.isDrawn(bytes, text), PipeRow.count(bytes, text) == columns else { return }
    explained.insert(index)
    note(.aboveHeader, text)
  }

  private mutating func checkRows(of table: MarkdownBlock, columns: Int) {
    guard let header = blocks.lines[table.lines].first else { return }
    let shape = RowShape(bytes, header)
    var above: RowShape?
    for (number, line) in zip((table.line + 2)..., blocks.lines[table.lines].dropFirst(2)) {
      let row = RowShape(bytes, line)
      defer { above = row }
      if isDelimiterRow(line),
        above == nil || bytes.firstOffset(of: "--", in: line) != nil || bytes[line].contains(.colon)
      {
        note(.repeatedDelimiterRow, bytes.trimmed(line), repair: [TextEdit(wholeLine(number), [])])
      } else if columns == 1 {
        continue
      } else if shape.isOpened, !row.isOpened, row.cells == 1, !row.isClosed {
        note(.text, bytes.trimmed(line))
      } else if isIncomplete(row, below: above, of: shape) {
        note(.incomplete, bytes.trimmed(line))
      }
    }
  }

  /// Whether a row lacks a `|`, or is on two lines: GitHub leaves its last columns empty. One that has a title's only cell, or
  /// ends in an empty one, is whole.
  private func isIncomplete(_ row: RowShape, below above: RowShape?, of header: RowShape) -> Bool {
    guard row.cells < header.cells else {
      return header.isOpened && !row.isOpened && above.map { $0.cells + row.cells == header.cells + 1 } ?? false
    }
    if header.isOpened && !row.isOpened || header.isClosed && !row.isClosed { return true }
    if row.cells == 1 { return row.isSpaced }
    return header.isClosed || !row.isClosed || row.cells < header.cells - 1
  }

  private func wholeLine(_ number: Int) -> Range<Int> {
    file.lineStarts[number - 1]..<(number < file.lineCount ? file.lineStarts[number] : bytes.count)
  }

  // MARK: Below a table

  private mutating func checkBelow(_ table: Int, columns: Int) {
    var above = table
    while let index = followers[above], blocks.blocks[index].kind == .paragraph {
      guard addOrphans(index, below: above, columns: columns, of: table) else { return }
      above = index
    }
    guard above == table, let index = followers[table] else { return }
    let block = blocks.blocks[index]
    guard block.line == blocks.endLine(of: blocks.blocks[table]) + 1 else { return }
    let line = file.lineOffsets(block.line)
    let text = bytes.trimmed(block.offsets.lowerBound..<max(block.offsets.lowerBound, line.upperBound))
    if block.kind == .code, bytes[text].first == .pipe {
      note(.indentation, text, repair: unindented(block, as: blocks.lines[blocks.blocks[table].lines.upperBound - 1]))
    } else if PipeRow.count(bytes, text) > 1 {
      note(.otherBlock, text)
    } else {
      return
    }
    guard let rest = followers[index], blocks.blocks[rest].kind == .paragraph else { return }
    if let first = blocks.lines[blocks.blocks[rest].lines].first, bytes[bytes.trimmed(first)].first == .pipe {
      explained.insert(rest)
    }
  }

  /// Notes the rows in a paragraph that blank lines part from a table.
  private mutating func addOrphans(_ index: Int, below above: Int, columns: Int, of table: Int) -> Bool {
    let paragraph = blocks.blocks[index]
    let lines = blocks.lines[paragraph.lines].map(bytes.trimmed)
    let isOpened = RowShape(bytes, blocks.lines[blocks.blocks[table].lines.lowerBound]).isOpened
    let count = lines.prefix { line in
      PipeRow.isDrawn(bytes, line) || !isOpened && columns > 1 && PipeRow.count(bytes, line) == columns
    }.count
    let end = blocks.endLine(of: blocks.blocks[above])
    let isAdjacent = paragraph.line == end + 1
    guard count > 0 || isAdjacent, let first = lines.first, !lines.contains(where: { isDelimiterRow($0) }) else {
      return false
    }
    explained.insert(index)
    let rows = first.lowerBound..<lines[max(count, 1) - 1].upperBound
    if isAdjacent {
      note(.otherBlock, rows)
      return true
    }
    let between = (end + 1..<paragraph.line).map(wholeLine)
    let isCertain = count == lines.count && between.allSatisfy { bytes.trimmed($0).isEmpty }
    note(.blankLine, rows, repair: isCertain ? between.map { TextEdit($0, []) } : [])
    return true
  }

  private func isDelimiterRow(_ line: Range<Int>) -> Bool {
    bytes[line].contains(.pipe) && PipeRow.isDelimiterRow(bytes, line)
  }

  /// The edits that give lines of code the beginning of the row above them.
  private func unindented(_ code: MarkdownBlock, as row: Range<Int>) -> [TextEdit] {
    let start = file.lineStarts[file.position(at: row.lowerBound).line - 1]
    let marks = Array(bytes[start..<row.lowerBound])
    guard marks.allSatisfy({ $0.isMarkdownMark }) else { return [] }
    var edits: [TextEdit] = []
    for number in code.line...max(code.line, file.position(at: code.offsets.upperBound).line) {
      let line = file.lineOffsets(number)
      guard let pipe = bytes[line].firstIndex(of: .pipe),
        bytes[line.lowerBound..<pipe].allSatisfy({ $0.isMarkdownMark })
      else { break }
      edits.append(TextEdit(line.lowerBound..<pipe, marks))
    }
    return edits
  }
}

/// How a row is drawn.
private struct RowShape {
  let cells: Int
  /// Whether it begins, and ends, with `|`.
  let isOpened: Bool
  let isClosed: Bool
  /// Whether white space stands in it like that between two cells.
  let isSpaced: Bool

  init(_ bytes: [UInt8], _ line: Range<Int>) {
    let text = bytes.trimmed(line)
    cells = PipeRow.count(bytes, line)
    isOpened = bytes[text].first == .pipe
    isClosed = text.count > 1 && bytes[text].last == .pipe && bytes[text.upperBound - 2] != .backslash
    let inner = isClosed ? bytes.trimmed(text.lowerBound + 1..<text.upperBound - 1) : text
    isSpaced = cells == 1 && bytes.firstOffset(of: "  ", in: inner) != nil
  }
}

extension MarkdownBlocks {
  /// The number of a paragraph's or table's last line.
  fileprivate func endLine(of block: MarkdownBlock) -> Int { block.line + block.lines.count - 1 }
}

extension UInt8 {
  /// Whether indentation and quotes' marks consist of it.
  fileprivate var isMarkdownMark: Bool { isSpaceOrTab || self == .greaterThan }
}
