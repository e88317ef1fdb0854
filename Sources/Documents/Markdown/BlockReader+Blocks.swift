import Diagnostics

extension BlockReader {
  mutating func enter(_ node: MarkdownNode) {
    let line = portion.line(node.line)
    takeRemovedText(to: line, before: node)
    guard restart == nil else { return }
    nextLine = line
    let cursor = cursor(line)
    switch node.kind {
    case .blockQuote: open(.blockQuote, cursor, width: 1)
    case .list(let isBullet): open(.list(isBullet: isBullet), cursor, width: cursor.itemMarker().width)
    case .item: open(.item, cursor, width: cursor.itemMarker().width, itemIndent: cursor.itemMarker().itemIndent)
    case .paragraph: addParagraph(textLines(line...portion.line(node.endLine)), before: node.next)
    case .heading(let level): addHeading(level: level, node, cursor)
    case .codeBlock: addCode(node, cursor)
    case .htmlBlock: addHTML(node, cursor)
    default: addThematicBreak(cursor)
    }
  }

  mutating func leave(_ node: MarkdownNode) {
    var outer: MarkdownNode? = node
    while let last = outer, last.next == nil { outer = last.parent }
    takeRemovedText(to: outer?.next.map { portion.line($0.line) } ?? portion.lastLine + 1, before: nil)
    if restart == nil { containers.removeLast() }
  }

  /// A line behind the marks of the open containers.
  private func cursor(_ line: Int) -> LineCursor {
    var cursor = LineCursor(file.bytes, line: file.lineOffsets(line))
    _ = cursor.skipMarks(of: containers, line: line)
    return cursor
  }

  private mutating func open(
    _ kind: MarkdownBlock.Kind, _ cursor: LineCursor, width: Int, itemIndent: Int = 0
  ) {
    let start = cursor.firstNonspace
    if containers.count >= Self.depthLimit { result.tooDeep = result.tooDeep ?? start }
    let block = add(kind, start..<min(start + width, max(start, cursor.end)), line: nextLine)
    containers.append(Container(block: block, kind: kind, line: nextLine, itemIndent: itemIndent))
  }

  /// Adds a block to the innermost open container.
  mutating func add(_ kind: MarkdownBlock.Kind, _ offsets: Range<Int>, line: Int) -> Int {
    let index = result.blocks.count
    let previous = containers.isEmpty ? lastRootBlock : containers[containers.count - 1].lastChild
    result.blocks.append(
      MarkdownBlock(
        kind: kind, parent: containers.last?.block, previous: previous, line: line, offsets: offsets, lines: 0..<0))
    if containers.isEmpty {
      lastRootBlock = index
    } else {
      containers[containers.count - 1].lastChild = index
    }
    return index
  }

  /// Adds a block that reaches to the end of a line.
  private mutating func add(_ kind: MarkdownBlock.Kind, _ cursor: LineCursor, to last: Int) -> Int {
    let start = cursor.firstNonspace
    defer { nextLine = last + 1 }
    return add(kind, start..<max(start, file.bytes.trimmed(file.lineOffsets(last)).upperBound), line: nextLine)
  }

  // MARK: Leaves

  private mutating func addCode(_ node: MarkdownNode, _ cursor: LineCursor) {
    let isFenced = cursor.indent < 4
    let behind = node.line + node.literalLineCount + (isFenced ? 1 : 0)
    var last = portion.line(behind - 1)
    var isOpen = false
    if isFenced, portion.isPastEnd(behind) {
      isOpen = true
    } else if isFenced {
      // The line below the code is the fence that ends it, if it stands in the same containers.
      var below = LineCursor(file.bytes, line: file.lineOffsets(portion.line(behind)))
      if below.skipMarks(of: containers, line: portion.line(behind)) { last = portion.line(behind) }
    }
    let block = add(.code, cursor, to: last)
    if isOpen { noteUnterminated("fenced code block", block) }
  }

  private mutating func addHTML(_ node: MarkdownNode, _ cursor: LineCursor) {
    let behind = node.line + max(1, node.literalLineCount)
    let block = add(.html, cursor, to: portion.line(behind - 1))
    let offsets = result.blocks[block].offsets
    guard portion.isPastEnd(behind) else { return }
    if file.bytes.starts(with: "<!--", in: offsets) {
      if file.bytes.firstOffset(of: "-->", in: offsets) == nil { noteUnterminated("comment", block) }
    } else if let name = verbatimElement(offsets), file.bytes.firstOffset(of: "</", in: offsets) == nil {
      noteUnterminated("<\(name)>", block)
    }
  }

  /// The name of an element whose block a blank line does not end.
  private func verbatimElement(_ offsets: Range<Int>) -> String? {
    let name = file.bytes[offsets].dropFirst().prefix { $0.isASCIILetter }
    let text = String(decoding: name, as: UTF8.self).lowercased()
    return ["pre", "script", "style", "textarea"].contains(text) ? text : nil
  }

  private mutating func noteUnterminated(_ construct: String, _ block: Int) {
    let offsets = result.blocks[block].offsets
    let end = file.bytes[offsets].firstIndex(where: { $0.isLineEnd }) ?? offsets.upperBound
    result.unterminated.append((construct, offsets.lowerBound..<end))
  }

  /// Adds a thematic break, or the table's line that it stands for.
  private mutating func addThematicBreak(_ cursor: LineCursor) {
    guard let replacement = replacements[nextLine] else {
      _ = add(.thematicBreak, cursor, to: nextLine)
      return
    }
    if let columns = replacement.columns {
      addTable([TextLine(offsets: replacement.offsets, number: nextLine)], columns: columns)
    } else {
      extendTable([TextLine(offsets: replacement.offsets, number: nextLine)])
    }
  }

  private mutating func addHeading(level: Int, _ node: MarkdownNode, _ cursor: LineCursor) {
    guard let content = atxContent(cursor) else {
      addSetextHeading(level: level, textLines(nextLine...portion.line(node.endLine)), before: node.next)
      return
    }
    let block = add(.heading(level: level), cursor, to: nextLine)
    setLines(of: block, [TextLine(offsets: content, number: nextLine)])
  }

  /// The content of an ATX heading without the `#` that may close it; nil for a heading that is underlined.
  private func atxContent(_ cursor: LineCursor) -> Range<Int>? {
    let hash = UInt8(ascii: "#")
    let line = cursor.firstNonspace..<cursor.end
    let start = file.bytes[line].prefix { $0 == hash }.endIndex
    guard (1...6).contains(start - line.lowerBound), start == line.upperBound || file.bytes[start].isSpaceOrTab else {
      return nil
    }
    let text = file.bytes.trimmed(start..<line.upperBound)
    var end = text.upperBound
    while end > text.lowerBound, file.bytes[end - 1] == hash { end -= 1 }
    guard end < text.upperBound, end == start || file.bytes[end - 1].isSpaceOrTab else { return text }
    return file.bytes.trimmed(text.lowerBound..<end)
  }
}
