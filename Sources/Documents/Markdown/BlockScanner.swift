import Diagnostics

/// Finds the blocks of a document, line by line, by the strategy that the CommonMark specification's appendix describes and
/// with the precedence that cmark-gfm gives pipe tables.
///
/// libcmark reads what is inside the blocks. Where they begin and end has to be found here: a pipe table ends where a
/// paragraph would go on (above `2. text`, a lone tag or a line without the quote's `>`), so that what libcmark makes of
/// such lines, and of all that follow them, is not what is published.
struct BlockScanner {
  /// Containers are followed to this depth, so that a line costs no more than that.
  static let depthLimit = 100

  struct Container {
    let block: Int
    let kind: MarkdownBlock.Kind
    /// Columns that a line of an item is indented by at least.
    var itemIndent = 0
    /// Of a list: its bullet or the character behind its numbers.
    var mark: UInt8 = 0
    /// The last block in it.
    var lastChild: Int?
  }

  /// The open block that is no container.
  enum Leaf: Equatable {
    case none
    case paragraph
    case indentedCode
    case fencedCode(mark: UInt8, length: Int)
    case html(HTMLBlockStart)
    case table
  }

  let bytes: [UInt8]
  var result = MarkdownBlocks()
  var containers: [Container] = []
  var leaf = Leaf.none
  var leafBlock = 0
  var lineNumber = 0
  private var lastRootBlock: Int?

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  static func scan(_ file: SourceFile) -> MarkdownBlocks {
    var scanner = BlockScanner(bytes: file.bytes)
    let frontMatterEnd = FrontMatter.closingLine(of: file)
    var wasEmpty = false
    for number in stride(from: 1, through: file.lineCount, by: 1) {
      let line = file.lineOffsets(number)
      // A second empty line changes nothing, however many blocks are open.
      if line.isEmpty, wasEmpty { continue }
      wasEmpty = line.isEmpty
      scanner.scanLine(line, number: number)
      if number == frontMatterEnd { scanner.skipFrontMatter(to: number) }
    }
    return scanner.finish()
  }

  /// Forgets the blocks that the front matter reads as, unless they hold a table or change how what follows is read.
  private mutating func skipFrontMatter(to line: Int) {
    let isHarmless = result.blocks.allSatisfy { if case .table = $0.kind { false } else { true } }
    guard containers.isEmpty, leaf == .none, result.definitions.isEmpty, isHarmless else { return }
    result = MarkdownBlocks()
    result.frontMatterEnd = line
    lastRootBlock = nil
  }

  mutating func scanLine(_ line: Range<Int>, number: Int) {
    lineNumber = number
    var cursor = LineCursor(bytes, line: line)
    let matched = matchContainers(&cursor)
    let isLeafMatched = matched == containers.count && continueLeaf(&cursor)
    if isLeafMatched, takesWholeLine(cursor) { return }
    var open = matched
    if openBlocks(&cursor, isLeafMatched: isLeafMatched, open: &open) { return }
    if cursor.isBlank {
      close(to: open)
    } else if leaf == .paragraph {
      addLine(cursor, isLazy: !isLeafMatched)
    } else if leaf == .table, isLeafMatched {
      addLine(cursor)
    } else {
      close(to: open)
      openParagraph(cursor)
    }
  }

  mutating func finish() -> MarkdownBlocks {
    reportUnterminated()
    close(to: 0)
    for index in result.blocks.indices.reversed() {
      guard let parent = result.blocks[index].parent else { continue }
      result.blocks[parent].extend(to: result.blocks[index].offsets.upperBound)
    }
    return result
  }

  // MARK: Lines of open blocks

  /// How many of the open containers the line belongs to; moves behind what they take of it.
  private func matchContainers(_ cursor: inout LineCursor) -> Int {
    for (index, container) in containers.enumerated() {
      switch container.kind {
      case .blockQuote:
        guard cursor.skipQuoteMark() else { return index }
      case .item:
        if cursor.indent >= container.itemIndent {
          cursor.advance(columns: container.itemIndent)
        } else if cursor.isBlank, container.lastChild != nil {
          cursor.advance(to: cursor.firstNonspace)
        } else {
          return index
        }
      default: break
      }
    }
    return containers.count
  }

  private mutating func continueLeaf(_ cursor: inout LineCursor) -> Bool {
    switch leaf {
    case .none: false
    case .paragraph: !cursor.isBlank
    case .indentedCode: cursor.isIndentedCode || cursor.isBlank
    case .fencedCode: true
    case .html(let kind): !(kind.endsAtBlankLine && cursor.isBlank)
    case .table: !cursor.isBlank && PipeRow.count(bytes, cursor.firstNonspace..<cursor.end) > 0
    }
  }

  /// Gives the line to the open block whose lines are not looked into.
  private mutating func takesWholeLine(_ cursor: LineCursor) -> Bool {
    switch leaf {
    case .indentedCode:
      if !cursor.isBlank { extendLeaf(to: cursor.end) }
    case .fencedCode(let mark, let length):
      extendLeaf(to: cursor.end)
      if BlockStart.closesFence(cursor, mark: mark, length: length) { leaf = .none }
    case .html(let kind):
      extendLeaf(to: cursor.end)
      if kind.ends(bytes, in: cursor.offset..<cursor.end) { leaf = .none }
    case .none, .paragraph, .table: return false
    }
    return true
  }

  /// Makes the open leaf reach to an offset.
  mutating func extendLeaf(to end: Int) {
    result.blocks[leafBlock].extend(to: end)
  }

  /// Adds a line to the open paragraph or table.
  ///
  /// - Parameter isLazy: whether it continues a paragraph without standing in its containers. cmark keeps the white space
  ///   before such a line, which makes another cell before the `|` of a table's header.
  mutating func addLine(_ cursor: LineCursor, isLazy: Bool = false) {
    result.lines.append((isLazy ? cursor.offset : cursor.firstNonspace)..<cursor.end)
    result.blocks[leafBlock].lines = result.blocks[leafBlock].lines.lowerBound..<result.lines.count
    extendLeaf(to: bytes.trimmed(cursor.firstNonspace..<cursor.end).upperBound)
  }

  mutating func openParagraph(_ cursor: LineCursor) {
    let start = cursor.firstNonspace
    leafBlock = add(.paragraph, start..<start)
    result.blocks[leafBlock].lines = result.lines.count..<result.lines.count
    leaf = .paragraph
    addLine(cursor)
  }

  // MARK: Opening and closing

  /// Adds a block to the innermost open container that can hold it.
  mutating func add(_ kind: MarkdownBlock.Kind, _ offsets: Range<Int>) -> Int {
    if kind != .item, let last = containers.last, case .list = last.kind { containers.removeLast() }
    let index = result.blocks.count
    let previous = containers.last?.lastChild
    result.blocks.append(
      MarkdownBlock(
        kind: kind, parent: containers.last?.block, previous: containers.isEmpty ? lastRootBlock : previous,
        line: lineNumber, offsets: offsets, lines: 0..<0))
    if containers.isEmpty {
      lastRootBlock = index
    } else {
      containers[containers.count - 1].lastChild = index
    }
    return index
  }

  /// Closes the open leaf, and all containers but the first `count`.
  mutating func close(to count: Int) {
    if leaf == .paragraph { finishParagraph() }
    leaf = .none
    containers.removeSubrange(min(count, containers.count)...)
  }

  /// Takes the link reference definitions from the start of the open paragraph.
  ///
  /// - Returns: whether any text is left.
  @discardableResult
  mutating func finishParagraph() -> Bool {
    let lines = result.blocks[leafBlock].lines
    let taken = LinkDefinitionParser.definitions(bytes, lines: result.lines[lines])
    guard !taken.definitions.isEmpty else { return true }
    result.definitions += taken.definitions
    let rest = lines.lowerBound + taken.lineCount..<lines.upperBound
    guard let first = result.lines[rest].first else {
      result.blocks[leafBlock].kind = .definitions
      return false
    }
    result.blocks[leafBlock].lines = rest
    result.blocks[leafBlock].line += taken.lineCount
    result.blocks[leafBlock].offsets = first.lowerBound..<result.blocks[leafBlock].offsets.upperBound
    return true
  }

  private mutating func reportUnterminated() {
    guard result.blocks.indices.contains(leafBlock) else { return }
    let block = result.blocks[leafBlock]
    let firstLine =
      block.offsets.lowerBound..<(bytes[block.offsets].firstIndex(where: \.isLineEnd) ?? block.offsets.upperBound)
    if case .fencedCode = leaf {
      result.unterminated.append(("fenced code block", firstLine))
    } else if leaf == .html(.comment) {
      result.unterminated.append(("comment", firstLine))
    }
  }
}

extension MarkdownBlock {
  fileprivate mutating func extend(to end: Int) {
    if end > offsets.upperBound { offsets = offsets.lowerBound..<end }
  }
}

extension LineCursor {
  /// Moves behind a block quote's `>` and the space after it.
  mutating func skipQuoteMark() -> Bool {
    guard indent <= 3, peek(firstNonspace) == .greaterThan else { return false }
    advance(to: firstNonspace + 1)
    skipOptionalSpace()
    return true
  }
}

extension UInt8 {
  var isLineEnd: Bool { self == .lineFeed || self == 0x0D }
}

extension SourceFile {
  /// The offsets of a line (counted from 1) without its line ending, and of the first one without a byte order mark.
  func lineOffsets(_ number: Int) -> Range<Int> {
    var start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] : bytes.count
    if number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    while end > start, bytes[end - 1].isLineEnd { end -= 1 }
    return start..<max(start, end)
  }
}
