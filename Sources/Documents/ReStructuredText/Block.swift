/// A body element of the document, as far as tables and listings need it.
///
/// The tree exists while a stretch of the document is read: a cell's is turned into its text at once.
struct Block: Sendable {
  enum Kind: Sendable {
    case paragraph
    case bulletList
    case listItem
    /// Its children are the lines.
    case lineBlock
    /// The index in the document's tables.
    case table(Int)
    case fieldList
    case heading
    case comment
    /// A hyperlink target, footnote or substitution definition.
    case target
    /// Something docutils complains about here, in the place of its message.
    case complaint
    case other
  }

  var kind: Kind
  /// Where it stands, in `SourceText.bytes`.
  var offsets: Range<Int>
  /// Its own text, as docutils' `astext()` gives it; that of its children is theirs.
  var content = InlineContent()
  var children: [Block] = []

  init(_ kind: Kind, at offsets: Range<Int>, content: InlineContent = InlineContent(), children: [Block] = []) {
    self.kind = kind
    self.offsets = offsets
    self.content = content
    self.children = children
  }

  /// Adds the text of the block and all it holds, elements apart by a line break.
  func appendText(to text: inout [UInt8]) {
    if !content.text.isEmpty {
      text.append(0x0A)
      text += content.text
    }
    for child in children { child.appendText(to: &text) }
  }

  var isBulletList: Bool { if case .bulletList = kind { true } else { false } }
  var isLineBlock: Bool { if case .lineBlock = kind { true } else { false } }
  var isParagraph: Bool { if case .paragraph = kind { true } else { false } }
}
