import Diagnostics

/// Finds the blocks of a document, and the pipe tables among them.
///
/// libcmark decides what the blocks are. It knows no tables: to it their lines are a paragraph's, and they are looked for
/// there. Where GFM ends a table at a line that the paragraph goes on with (`2. text`, a lone tag, an indented line, one
/// without the quote's `>`), libcmark is given the same lines once more with `___` in place of the table's: a block of one
/// line, which nothing goes on with and which no bullet before it turns into something else.
///
/// The document is read in portions. Nothing that comes behind a block of the outermost level changes it, so that after a
/// table cut short only the block that it stands in is read again, and a portion's last block begins the next one.
struct BlockReader {
  /// Blocks nested deeper are reported.
  static let depthLimit = 100
  /// How often a list or a quote is given to libcmark at the most.
  static let roundLimit = 16
  /// The size of a portion in bytes: what is read first, and what is read again behind a table cut short.
  private static let portions = (full: 1 << 18, again: 1 << 12)

  struct Container {
    let block: Int
    let kind: MarkdownBlock.Kind
    /// The number of its first line.
    let line: Int
    /// Columns that a line of an item is indented by at least.
    var itemIndent = 0
    /// The last block in it.
    var lastChild: Int?
  }

  /// A table's line, for which libcmark is given another.
  struct Replacement {
    let text: [UInt8]
    let offsets: Range<Int>
    /// Of the header: the number of the table's columns.
    var columns: Int?
    /// Whether the table may go on below the line.
    var isOpen = false
  }

  let file: SourceFile
  let lastLine: Int
  var result = MarkdownBlocks()
  var containers: [Container] = []
  var lastRootBlock: Int?
  /// The first line that no block has taken yet.
  var nextLine = 1
  /// By the numbers of their lines.
  var replacements: [Int: Replacement] = [:]
  /// Where the block of the outermost level begins that has to be read again.
  var restart: Int?
  var rounds = 0
  var portion: MarkdownPortion

  private init(_ file: SourceFile, lastLine: Int) {
    self.file = file
    self.lastLine = lastLine
    portion = MarkdownPortion(firstLine: 1)
  }

  static func read(_ file: SourceFile) -> MarkdownBlocks {
    var reader = BlockReader(file, lastLine: file.lineCount)
    let frontMatterEnd = FrontMatter.closingLine(of: file).flatMap { isFrontMatter(file, to: $0) ? $0 : nil }
    reader.read(from: (frontMatterEnd ?? 0) + 1)
    reader.result.frontMatterEnd = frontMatterEnd
    return reader.result
  }

  /// Whether nothing behind the lines is read otherwise without them, and they hold no table.
  private static func isFrontMatter(_ file: SourceFile, to line: Int) -> Bool {
    var reader = BlockReader(file, lastLine: line)
    reader.read(from: 1)
    guard let last = reader.result.blocks.last, last.parent == nil, reader.result.definitions.isEmpty else {
      return false
    }
    let isTable = reader.result.blocks.contains { if case .table = $0.kind { true } else { false } }
    switch last.kind {
    case .heading, .thematicBreak: return !isTable && last.offsets.upperBound > file.lineOffsets(line).lowerBound
    default: return false
    }
  }

  private mutating func read(from firstLine: Int) {
    var size = Self.portions.full
    nextLine = firstLine
    while nextLine <= lastLine {
      let start = nextLine
      let isDone = readPortion(size: size)
      if let line = restart {
        rounds = line == start ? rounds + 1 : 1
        nextLine = line
        restart = nil
        size = Self.portions.again
      } else {
        size = isDone ? min(4 * size, Self.portions.full) : 4 * size
      }
    }
    extendContainers()
  }

  /// Reads the blocks of the outermost level that begin in a portion, but for one that may go on behind it.
  ///
  /// - Returns: whether there were any.
  private mutating func readPortion(size: Int) -> Bool {
    let start = nextLine
    let limit = file.position(at: file.lineStarts[start - 1] + size).line
    portion = MarkdownPortion(firstLine: start)
    let tree = MarkdownTree(parsing: portion.take(file, to: min(max(limit, start), lastLine), replacements))
    let isLast = portion.lastLine == lastLine
    return tree.withFirstBlock { first in
      var node = first
      while let block = node {
        takeRemovedText(to: portion.line(block.line), before: block)
        if restart != nil { return true }
        if block.next == nil, !isLast { return nextLine > start }
        readBlock(block)
        if restart != nil { return true }
        rounds = 0
        node = block.next
      }
      guard isLast else {
        nextLine = start
        return false
      }
      takeRemovedText(to: lastLine + 1, before: nil)
      return true
    }
  }

  /// Reads a block of the outermost level with all that is in it, or nothing of it if it has to be read again.
  private mutating func readBlock(_ block: MarkdownNode) {
    let (before, previous) = (result.mark, lastRootBlock)
    var node = block
    while true {
      enter(node)
      if restart == nil, node.kind.isContainer {
        if let child = node.firstChild {
          node = child
          continue
        }
        leave(node)
      }
      while restart == nil, !node.isSame(as: block), node.next == nil, let parent = node.parent {
        node = parent
        leave(node)
      }
      guard restart == nil, !node.isSame(as: block), let next = node.next else { break }
      node = next
    }
    guard restart != nil, !containers.isEmpty else { return }
    result.reset(to: before)
    lastRootBlock = previous
    containers.removeAll()
  }

  /// Makes containers reach to the end of what is in them.
  private mutating func extendContainers() {
    for index in result.blocks.indices.reversed() {
      guard let parent = result.blocks[index].parent else { continue }
      result.blocks[parent].extend(to: result.blocks[index].offsets.upperBound)
    }
  }
}

extension MarkdownNode.Kind {
  fileprivate var isContainer: Bool {
    switch self {
    case .blockQuote, .list, .item: true
    default: false
    }
  }
}

extension MarkdownBlock {
  mutating func extend(to end: Int) {
    if end > offsets.upperBound { offsets = offsets.lowerBound..<end }
  }
}
