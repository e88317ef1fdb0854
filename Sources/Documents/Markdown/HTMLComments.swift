import Diagnostics

/// The comments in HTML blocks, and those in rows of tables that libcmark takes for text. It finds all others itself.
enum HTMLComments {
  /// Each covers the block that follows, other comments left out.
  static func find(_ file: SourceFile, _ blocks: MarkdownBlocks) -> [Comment] {
    var comments: [Comment] = []
    var following: SourceRange?
    for block in blocks.blocks.reversed() {
      if block.kind == .html {
        comments += Self.comments(in: block.offsets, of: file, scope: following)
      }
      if case .table = block.kind {
        for line in blocks.lines[block.lines] { comments += Self.dashedComments(inRow: line, of: file) }
      }
      if !blocks.isInvisible(block, bytes: file.bytes) { following = file.range(block.offsets) }
    }
    return comments
  }

  /// The comments in a table's row that hold `--`. CommonMark takes them for text up to version 0.30, and for comments
  /// from 0.31 on; a suppression with its reason is one of them, and whoever wrote it meant a comment. Each covers the row.
  private static func dashedComments(inRow line: Range<Int>, of file: SourceFile) -> [Comment] {
    let found = comments(in: line, of: file, scope: file.range(file.bytes.trimmed(line)))
    return found.filter { comment in
      let offsets = file.offsets(of: comment.range)
      let isCode = offsets.lowerBound > line.lowerBound && file.bytes[offsets.lowerBound - 1] == UInt8(ascii: "`")
      return !isCode && file.bytes.firstOffset(of: "--", in: offsets.lowerBound + 4..<offsets.upperBound - 3) != nil
    }
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
