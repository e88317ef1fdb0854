extension BlockScanner {
  /// What the rest of a line stands in.
  private enum Context {
    case paragraph
    case table
    case container
  }

  /// Opens the blocks that start on a line.
  ///
  /// - Parameter open: how many of the containers the line stands in.
  /// - Returns: whether they take the whole line, so that no text is left of it.
  mutating func openBlocks(_ cursor: inout LineCursor, isLeafMatched: Bool, open: inout Int) -> Bool {
    var context = Context.container
    if isLeafMatched { context = leaf == .paragraph ? .paragraph : .table }
    // Code that is indented does not interrupt a paragraph, not even one that goes on lazily.
    var allowsIndentedCode = leaf != .paragraph
    while true {
      guard opensContainer(&cursor, in: context, open: &open) else {
        return opensLeaf(cursor, in: context, open: open, allowsIndentedCode: allowsIndentedCode)
      }
      context = .container
      allowsIndentedCode = true
    }
  }

  private mutating func opensContainer(_ cursor: inout LineCursor, in context: Context, open: inout Int) -> Bool {
    guard !cursor.isBlank, !cursor.isIndentedCode else { return false }
    let isQuote = cursor.peek(cursor.firstNonspace) == .greaterThan
    if !isQuote {
      guard !startsLeaf(cursor, in: context) else { return false }
      guard let marker = ListMarker(cursor, interruptsParagraph: context == .paragraph) else { return false }
      guard isWithinDepth(open, cursor) else { return false }
      close(to: open)
      openItem(marker, &cursor)
    } else {
      guard isWithinDepth(open, cursor) else { return false }
      close(to: open)
      let start = cursor.firstNonspace
      let block = add(.blockQuote, start..<start + 1)
      containers.append(Container(block: block, kind: .blockQuote))
      _ = cursor.skipQuoteMark()
    }
    open = containers.count
    return true
  }

  private mutating func isWithinDepth(_ depth: Int, _ cursor: LineCursor) -> Bool {
    if depth < Self.depthLimit { return true }
    result.tooDeep = result.tooDeep ?? cursor.firstNonspace
    return false
  }

  /// Whether a block that takes precedence over a list item starts here.
  private func startsLeaf(_ cursor: LineCursor, in context: Context) -> Bool {
    if context == .paragraph, BlockStart.setextLevel(cursor) != nil { return true }
    return BlockStart.isThematicBreak(cursor)
  }

  private mutating func openItem(_ marker: ListMarker, _ cursor: inout LineCursor) {
    let start = cursor.firstNonspace
    let markerIndent = cursor.indent
    cursor.advance(to: start + marker.width)
    var padding = marker.width
    let indent = cursor.indent
    if indent >= 5 || indent < 1 || cursor.isBlank {
      padding += 1
      cursor.skipOptionalSpace()
    } else {
      padding += indent
      cursor.advance(columns: indent)
    }
    let kind = MarkdownBlock.Kind.list(isBullet: marker.isBullet)
    if containers.last?.kind != kind || containers.last?.mark != marker.mark {
      let list = add(kind, start..<start + marker.width)
      containers.append(Container(block: list, kind: kind, mark: marker.mark))
    }
    let item = add(.item, start..<start + marker.width)
    containers.append(Container(block: item, kind: .item, itemIndent: markerIndent + padding))
  }

  private mutating func opensLeaf(
    _ cursor: LineCursor, in context: Context, open: Int, allowsIndentedCode: Bool
  ) -> Bool {
    if cursor.isBlank { return false }
    if cursor.isIndentedCode {
      guard allowsIndentedCode else { return false }
      openLeaf(.code, .indentedCode, cursor, open)
      return true
    }
    if let heading = BlockStart.heading(cursor) {
      openLeaf(.heading(level: heading.level), .none, cursor, open)
      result.lines.append(headingText(heading.content..<max(heading.content, cursor.end)))
      result.blocks[leafBlock].lines = result.lines.count - 1..<result.lines.count
      return true
    }
    if let fence = BlockStart.fence(cursor) {
      openLeaf(.code, .fencedCode(mark: fence.mark, length: fence.length), cursor, open)
      return true
    }
    let rest = cursor.firstNonspace..<cursor.end
    if let html = HTMLBlockStart(bytes, in: rest, interruptsParagraph: context == .paragraph) {
      openLeaf(.html, html.ends(bytes, in: rest) ? .none : .html(html), cursor, open)
      return true
    }
    if context == .paragraph, let level = BlockStart.setextLevel(cursor) {
      underlineParagraph(level: level, cursor)
      return true
    }
    if BlockStart.isThematicBreak(cursor) {
      openLeaf(.thematicBreak, .none, cursor, open)
      return true
    }
    return context == .paragraph && opensTable(cursor)
  }

  private mutating func openLeaf(_ kind: MarkdownBlock.Kind, _ leaf: Leaf, _ cursor: LineCursor, _ open: Int) {
    close(to: open)
    let text = bytes.trimmed(cursor.firstNonspace..<cursor.end)
    leafBlock = add(kind, cursor.firstNonspace..<max(cursor.firstNonspace, text.upperBound))
    self.leaf = leaf
  }

  /// The content of an ATX heading without the `#` that may close it.
  private func headingText(_ content: Range<Int>) -> Range<Int> {
    let text = bytes.trimmed(content)
    var end = text.upperBound
    while end > text.lowerBound, bytes[end - 1] == UInt8(ascii: "#") { end -= 1 }
    if end == text.upperBound { return text }
    if end == text.lowerBound { return bytes[end - 1].isSpaceOrTab ? end..<end : text }
    return bytes[end - 1].isSpaceOrTab ? bytes.trimmed(text.lowerBound..<end) : text
  }

  private mutating func underlineParagraph(level: Int, _ cursor: LineCursor) {
    guard finishParagraph() else {
      // Link definitions have no heading's text: the underline itself is the text of a paragraph.
      openParagraph(cursor)
      return
    }
    result.blocks[leafBlock].kind = .heading(level: level)
    extendLeaf(to: bytes.trimmed(cursor.firstNonspace..<cursor.end).upperBound)
    leaf = .none
  }

  /// Makes the open paragraph's last line the header of a table, if the line below it is a delimiter row of as many cells.
  private mutating func opensTable(_ cursor: LineCursor) -> Bool {
    let delimiter = cursor.firstNonspace..<cursor.end
    guard PipeRow.isDelimiterRow(bytes, delimiter), let header = result.lines.last else { return false }
    let columns = PipeRow.count(bytes, header)
    guard columns > 0, columns == PipeRow.count(bytes, delimiter) else { return false }
    let lines = result.blocks[leafBlock].lines
    if lines.count > 1 {
      // The lines above the header stay a paragraph, and cmark-gfm does not look for link definitions in it.
      let above = lines.lowerBound..<lines.upperBound - 1
      result.blocks[leafBlock].lines = above
      let end = bytes.trimmed(result.lines[above.upperBound - 1]).upperBound
      result.blocks[leafBlock].offsets = result.blocks[leafBlock].offsets.lowerBound..<end
      leafBlock = add(.table(columns: columns), header)
    }
    result.blocks[leafBlock].kind = .table(columns: columns)
    result.blocks[leafBlock].line = lineNumber - 1
    result.blocks[leafBlock].lines = lines.upperBound - 1..<lines.upperBound
    leaf = .table
    addLine(cursor)
    return true
  }
}
