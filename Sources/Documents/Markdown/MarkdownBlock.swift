/// A block of CommonMark or a pipe table, and where it stands.
struct MarkdownBlock {
  enum Kind: Equatable {
    case blockQuote
    case list(isBullet: Bool)
    case item
    case paragraph
    case heading(level: Int)
    case code
    case html
    case thematicBreak
    case table(columns: Int)
  }

  var kind: Kind
  /// The index of the container it stands in, and of the block before it there.
  let parent: Int?
  let previous: Int?
  /// The number of its first line.
  var line: Int
  /// From its first character to the end of its last line.
  var offsets: Range<Int>
  /// Of paragraphs, headings and tables: the texts of its lines in `MarkdownBlocks.lines`.
  var lines: Range<Int>
}

/// The blocks of a document in the order in which they open.
struct MarkdownBlocks {
  var blocks: [MarkdownBlock] = []
  /// Offsets of the texts of the blocks' lines, without what belongs to a container; a block's lines follow each other here
  /// and in the file.
  var lines: [Range<Int>] = []
  var definitions: [LinkDefinition] = []
  /// The number of the front matter's last line.
  var frontMatterEnd: Int?
  /// Where blocks first are nested deeper than anybody writes them.
  var tooDeep: Int?
  /// The line at which a table ends, in a list or quote that was read too often to be read on.
  var unsettled: Range<Int>?
  /// The opening lines of fenced code and of HTML comments that run to the end of the file.
  var unterminated: [(construct: String, offsets: Range<Int>)] = []

  /// How much there is, to go back to.
  typealias Mark = (blocks: Int, lines: Int, definitions: Int, unterminated: Int)

  var mark: Mark { (blocks.count, lines.count, definitions.count, unterminated.count) }

  mutating func reset(to mark: Mark) {
    blocks.removeSubrange(mark.blocks...)
    lines.removeSubrange(mark.lines...)
    definitions.removeSubrange(mark.definitions...)
    unterminated.removeSubrange(mark.unterminated...)
  }

  /// The index of the block above another one on the page, which comments are not part of.
  func visiblePrevious(of block: MarkdownBlock, bytes: [UInt8]) -> Int? {
    var index = block.previous
    while let current = index {
      guard isInvisible(blocks[current], bytes: bytes) else { return current }
      index = blocks[current].previous
    }
    return nil
  }

  func isInvisible(_ block: MarkdownBlock, bytes: [UInt8]) -> Bool {
    block.kind == .html && bytes.starts(with: "<!--", in: block.offsets)
  }
}
