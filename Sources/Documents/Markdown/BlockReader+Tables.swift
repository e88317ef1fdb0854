import Diagnostics

extension BlockReader {
  /// Adds the table that is among the lines, with the text above it.
  ///
  /// A table that ends elsewhere than its paragraph has everything read again from there on.
  /// - Parameter isParagraph: whether libcmark takes the lines for a paragraph.
  /// - Returns: whether there is one.
  mutating func addTable(among lines: [TextLine], isParagraph: Bool) -> Bool {
    let found = table(in: lines)
    let tag = lines[..<(found?.lines.lowerBound ?? lines.count)].firstIndex(where: isLoneTag)
    let isCutShort = found.map { !isParagraph || $0.lines.upperBound < lines.count } ?? false
    if tag != nil || isCutShort {
      if rounds < Self.roundLimit {
        restart = containers.first?.line ?? lines[0].number
        if let tag {
          replaceTag(lines[tag])
        } else if let found {
          replace(found.lines, of: lines, columns: found.columns)
        }
        return true
      }
      result.unsettled = result.unsettled ?? lines[(found?.lines.upperBound ?? lines.count) - 1].offsets
    }
    guard let (table, columns) = found else { return false }
    addText(lines[..<table.lowerBound], isAboveTable: true)
    if let columns { addTable(lines[table], columns: columns) } else { extendTable(lines[table]) }
    addBlock(.paragraph, lines[table.upperBound...])
    nextLine = lines[lines.count - 1].number + 1
    return true
  }

  mutating func addTable(_ lines: ArraySlice<TextLine>, columns: Int) {
    addBlock(.table(columns: columns), lines)
    nextLine = (lines.last?.number ?? nextLine) + 1
  }

  /// Adds rows to the table right above.
  mutating func extendTable(_ lines: ArraySlice<TextLine>) {
    guard let table = result.blocks.indices.last, let last = lines.last else { return }
    result.lines += lines.lazy.map { $0.offsets }
    result.blocks[table].lines = result.blocks[table].lines.lowerBound..<result.lines.count
    result.blocks[table].extend(to: file.bytes.trimmed(last.offsets).upperBound)
    nextLine = last.number + 1
  }

  // MARK: Where tables begin and end

  /// - Returns: the first table's lines and columns; no columns for rows of the table right above the lines.
  private func table(in lines: [TextLine]) -> (lines: Range<Int>, columns: Int?)? {
    if let columns = columnsOfTable(above: lines) {
      let end = rowsEnd(in: lines, from: 0, columns: columns)
      if end > 0 { return (0..<end, nil) }
    }
    for (index, line) in lines.enumerated().dropFirst() where isDelimiterRow(line) {
      let columns = PipeRow.count(file.bytes, lines[index - 1].offsets)
      if columns > 0, columns == PipeRow.count(file.bytes, line.offsets) {
        return (index - 1..<rowsEnd(in: lines, from: index + 1, columns: columns), columns)
      }
    }
    return nil
  }

  /// The number of columns of a table whose last line is right above the lines.
  private func columnsOfTable(above lines: [TextLine]) -> Int? {
    guard let line = lines.first?.number, replacements[line - 1]?.isOpen == true,
      let index = containers.isEmpty ? lastRootBlock : containers[containers.count - 1].lastChild,
      case .table(let columns) = result.blocks[index].kind
    else { return nil }
    return result.blocks[index].line + result.blocks[index].lines.count == line ? columns : nil
  }

  /// A line of hyphens alone underlines a heading, or is text.
  private func isDelimiterRow(_ line: TextLine) -> Bool {
    !line.isLazy && line.indent < 4 && PipeRow.isDelimiterRow(file.bytes, line.offsets) && !isUnderline(line)
  }

  /// The end of a table's rows that begin at an index.
  private func rowsEnd(in lines: [TextLine], from start: Int, columns: Int) -> Int {
    var filled = 0
    return lines[start...].firstIndex { line in
      guard !line.isLazy, filled <= PipeRow.fillLimit else { return true }
      let cells = PipeRow.count(file.bytes, line.offsets)
      filled += max(0, columns - cells)
      return cells == 0 || startsBlock(line)
    } ?? lines.count
  }

  /// Whether a line that a paragraph goes on with starts another block where no paragraph is open, as below a row.
  private func startsBlock(_ line: TextLine) -> Bool {
    guard let first = file.bytes[line.offsets].first else { return false }
    let mayBe = line.indent >= 4 || first.isASCIIDigit || "<-+*".utf8.contains(first)
    guard mayBe else { return false }
    let text = Array(repeating: UInt8.space, count: min(line.indent, 4)) + file.bytes[line.offsets]
    return MarkdownTree(parsing: text).withFirstBlock { $0?.kind != .paragraph }
  }

  /// Whether a lazy line is a lone tag, which is an HTML block to cmark-gfm and text to libcmark.
  private func isLoneTag(_ line: TextLine) -> Bool {
    guard line.isLazy, line.indent < 4 else { return false }
    let text = file.bytes.trimmed(line.offsets)
    guard file.bytes[text].first == .lessThan else { return false }
    return MarkdownTree(parsing: Array(file.bytes[text])).withFirstBlock { $0?.kind == .htmlBlock }
  }

  /// Has libcmark read a tag that is a block wherever it stands in place of one that is not.
  private mutating func replaceTag(_ line: TextLine) {
    let marks = file.bytes[file.lineOffsets(line.number).lowerBound..<line.offsets.lowerBound]
    replacements[line.number] = Replacement(text: marks + Array("<div>\n".utf8), offsets: line.offsets)
  }

  /// Has libcmark read another block of one line in place of each of a table's lines.
  private mutating func replace(_ table: Range<Int>, of lines: [TextLine], columns: Int?) {
    for line in lines[table] {
      // The marks that open a container are kept as they are; where none does, as in a lazy line, they are written anew.
      let source = file.lineOffsets(line.number).lowerBound..<line.offsets.lowerBound
      let opensContainer = containers.contains { $0.line == line.number }
      let marks = opensContainer ? Array(file.bytes[source]) : containers.flatMap { $0.marks }
      replacements[line.number] = Replacement(text: marks + Array("___\n".utf8), offsets: line.offsets)
    }
    replacements[lines[table.lowerBound].number]?.columns = columns
    replacements[lines[table.upperBound - 1].number]?.isOpen = table.upperBound == lines.count
  }
}

extension BlockReader.Container {
  /// What a line in it begins with.
  fileprivate var marks: [UInt8] {
    switch kind {
    case .blockQuote: Array("> ".utf8)
    case .item: Array(repeating: .space, count: itemIndent)
    default: []
    }
  }
}
