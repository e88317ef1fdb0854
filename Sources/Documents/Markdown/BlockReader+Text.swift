import Diagnostics

extension BlockReader {
  /// A line of a paragraph, of a heading that is underlined, or of a table.
  struct TextLine {
    /// Behind the marks of the containers. cmark keeps the white space before a line that goes on with a paragraph lazily,
    /// which makes another cell before the `|` of a table's header.
    let offsets: Range<Int>
    let number: Int
    var isLazy = false
    /// Columns of white space behind the containers' marks.
    var indent = 0
  }

  func textLines(_ numbers: ClosedRange<Int>) -> [TextLine] { numbers.map(textLine) }

  private func textLine(_ number: Int) -> TextLine {
    var cursor = LineCursor(file.bytes, line: file.lineOffsets(number))
    let isLazy = !cursor.skipMarks(of: containers, line: number)
    return TextLine(
      offsets: (isLazy ? cursor.offset : cursor.firstNonspace)..<cursor.end, number: number, isLazy: isLazy,
      indent: cursor.indent)
  }

  // MARK: Paragraphs and headings

  mutating func addParagraph(_ lines: [TextLine], before next: MarkdownNode?) {
    if addTable(among: lines, isParagraph: true) { return }
    addText(lines[...], before: next)
  }

  /// Takes the lines up to another one that stand in no block: libcmark removes a paragraph that holds nothing but link
  /// definitions.
  mutating func takeRemovedText(to end: Int, before next: MarkdownNode?) {
    var lines: [TextLine] = []
    while nextLine < end || !lines.isEmpty {
      let line = nextLine < end ? textLine(nextLine) : nil
      if let line, !file.bytes.trimmed(line.offsets).isEmpty {
        if line.isLazy, lines.isEmpty { return }
        lines.append(line)
        nextLine += 1
      } else if !lines.isEmpty {
        if addTable(among: lines, isParagraph: false) { return }
        addText(lines[...], before: nextLine < end ? nil : next)
        lines = []
      } else {
        nextLine += 1
      }
    }
  }

  mutating func addSetextHeading(level: Int, _ lines: [TextLine], before next: MarkdownNode?) {
    // An underline below link definitions alone is text.
    let underline = lines.indices.dropFirst().first { index in
      isUnderline(lines[index]) && definitions(lines[..<index]).lineCount < index
    }
    guard let underline else { return addParagraph(lines, before: next) }
    if addTable(among: Array(lines[...underline]), isParagraph: false) { return }
    let end = file.bytes.trimmed(lines[underline].offsets).upperBound
    addText(lines[..<underline], kind: .heading(level: level), before: nil)
    if let block = result.blocks.indices.last { result.blocks[block].extend(to: end) }
    nextLine = lines[underline].number + 1
  }

  private func definitions(_ lines: ArraySlice<TextLine>) -> LinkDefinitions {
    LinkDefinitions(file.bytes, lines: lines.map { $0.offsets })
  }

  func isUnderline(_ line: TextLine) -> Bool {
    let text = file.bytes.trimmed(line.offsets)
    guard !line.isLazy, line.indent < 4, let mark = file.bytes[text].first, mark == .equals || mark == .hyphen else {
      return false
    }
    return file.bytes[text].allSatisfy { $0 == mark }
  }

  /// Adds a block of text, behind the link definitions that it begins with.
  private mutating func addText(
    _ lines: ArraySlice<TextLine>, kind: MarkdownBlock.Kind = .paragraph, before next: MarkdownNode?
  ) {
    guard let last = lines.last else { return }
    let isAboveTable =
      next.map { portion.line($0.line) } == last.number + 1 && replacements[last.number + 1]?.columns != nil
    addText(lines, kind: kind, isAboveTable: isAboveTable)
    nextLine = last.number + 1
  }

  /// - Parameter isAboveTable: whether cmark-gfm looks for definitions only where a line might underline a heading.
  mutating func addText(_ lines: ArraySlice<TextLine>, kind: MarkdownBlock.Kind = .paragraph, isAboveTable: Bool) {
    let end = isAboveTable ? lines.firstIndex(where: isUnderline) ?? lines.startIndex : lines.endIndex
    let taken = definitions(lines[..<end])
    result.definitions += taken.definitions
    addBlock(kind, lines.dropFirst(taken.lineCount))
  }

  mutating func addBlock(_ kind: MarkdownBlock.Kind, _ lines: ArraySlice<TextLine>) {
    guard let first = lines.first, let last = lines.last else { return }
    let end = max(first.offsets.lowerBound, file.bytes.trimmed(last.offsets).upperBound)
    setLines(of: add(kind, first.offsets.lowerBound..<end, line: first.number), lines)
  }

  mutating func setLines(of block: Int, _ lines: ArraySlice<TextLine>) {
    let start = result.lines.count
    result.lines += lines.lazy.map { $0.offsets }
    result.blocks[block].lines = start..<result.lines.count
  }
}
