import CCMark

/// What libcmark reads in a text.
struct MarkdownTree: ~Copyable {
  private let root: OpaquePointer?

  init(parsing text: [UInt8]) { self.init(parsing: [text[...]]) }

  /// - Parameter pieces: the text, in order.
  init(parsing pieces: [ArraySlice<UInt8>]) {
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else {
      root = nil
      return
    }
    for piece in pieces {
      piece.withUnsafeBytes { buffer in
        cmark_parser_feed(parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
      }
    }
    root = cmark_parser_finish(parser)
    cmark_parser_free(parser)
  }

  deinit {
    if let root { cmark_node_free(root) }
  }

  /// The tree lives as long as the call: no node may outlive it.
  borrowing func withFirstBlock<Result>(_ body: (MarkdownNode?) -> Result) -> Result {
    body(root.flatMap { MarkdownNode(node: $0).firstChild })
  }

  /// Visits the nodes in order, without recursion, however deep they are nested.
  borrowing func forEachNode(_ body: (MarkdownNode, _ isEntered: Bool) -> Void) {
    guard let root, let iterator = cmark_iter_new(root) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event == CMARK_EVENT_ENTER || event == CMARK_EVENT_EXIT else { return }
      guard let node = cmark_iter_get_node(iterator) else { return }
      body(MarkdownNode(node: node), event == CMARK_EVENT_ENTER)
    }
  }
}

/// A node of the tree, valid while the tree is.
struct MarkdownNode {
  enum Kind: Equatable {
    case blockQuote
    case list(isBullet: Bool)
    case item
    case paragraph
    case heading(level: Int)
    case codeBlock
    case htmlBlock
    case thematicBreak
    case text
    case code
    case html
    case lineBreak
    case emphasis(isStrong: Bool)
    case link
    case image
    /// Whatever other node this version of libcmark may have.
    case other
  }

  /// A byte that UTF-8 never has, for a `!` that libcmark must not take for an image's.
  static let literalExclamationMark: UInt8 = 0xFE

  fileprivate let node: OpaquePointer

  var kind: Kind {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_LIST: .list(isBullet: cmark_node_get_list_type(node) == CMARK_BULLET_LIST)
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading(level: Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_HTML_INLINE: .html
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_EMPH: .emphasis(isStrong: false)
    case CMARK_NODE_STRONG: .emphasis(isStrong: true)
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    default: .other
    }
  }

  /// The first line of what was parsed that the node stands on, counted from 1.
  var line: Int { Int(cmark_node_get_start_line(node)) }
  /// The last one. To be believed for a paragraph only: other blocks end there, or on the line above.
  var endLine: Int { max(line, Int(cmark_node_get_end_line(node))) }
  /// Columns count from 1 in bytes, the last one included. To be believed in a heading, but for an autolink.
  var columns: ClosedRange<Int> {
    let start = Int(cmark_node_get_start_column(node))
    return start...max(start, Int(cmark_node_get_end_column(node)))
  }

  func isSame(as other: MarkdownNode) -> Bool { node == other.node }

  var url: String { cmark_node_get_url(node).map { String(cString: $0) } ?? "" }
  var firstChild: MarkdownNode? { cmark_node_first_child(node).map(MarkdownNode.init) }
  var lastChild: MarkdownNode? { cmark_node_last_child(node).map(MarkdownNode.init) }
  var next: MarkdownNode? { cmark_node_next(node).map(MarkdownNode.init) }
  var parent: MarkdownNode? { cmark_node_parent(node).map(MarkdownNode.init) }

  /// How many lines its literal has.
  var literalLineCount: Int {
    guard var next = cmark_node_get_literal(node) else { return 0 }
    var count = 0
    while next.pointee != 0 {
      if next.pointee == 0x0A { count += 1 }
      next += 1
    }
    return count
  }

  func appendLiteral(to text: inout [UInt8]) {
    guard let literal = cmark_node_get_literal(node) else { return }
    var next = literal
    while next.pointee != 0 {
      let byte = UInt8(bitPattern: next.pointee)
      text.append(byte == Self.literalExclamationMark ? UInt8(ascii: "!") : byte)
      next += 1
    }
  }
}
