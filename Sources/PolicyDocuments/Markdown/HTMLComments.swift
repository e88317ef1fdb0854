import Diagnostics

/// The comments in HTML blocks. libcmark finds those within text.
enum HTMLComments {
  /// Each covers the block that follows, other comments left out.
  static func find(_ file: SourceFile, _ blocks: MarkdownBlocks) -> [Comment] {
    var comments: [Comment] = []
    var following: SourceRange?
    for block in blocks.blocks.reversed() {
      if block.kind == .html {
        comments += Self.comments(in: block.offsets, of: file, scope: following)
      }
      if !blocks.isInvisible(block, bytes: file.bytes) { following = file.range(block.offsets) }
    }
    return comments
  }

  private static func comments(in block: Range<Int>, of file: SourceFile, scope: SourceRange?) -> [Comment] {
    var found: [Comment] = []
    var rest = block
    while let start = file.bytes.firstOffset(of: "<!--", in: rest) {
      let inner = start + 4
      guard let end = file.bytes.firstOffset(of: "-->", in: min(inner, rest.upperBound)..<rest.upperBound) else {
        break
      }
      let text = PlainText.collapsed(file.bytes[inner..<end])
      found.append(Comment(text: text, range: file.range(start..<end + 3), scope: scope))
      rest = end + 3..<rest.upperBound
    }
    return found
  }
}
