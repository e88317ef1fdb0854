import CCMark

/// What libcmark reads in a text of ATX headings, one a line, each the content of a block of the document.
///
/// A heading is the one place whose inline content libcmark neither takes for another block nor gives wrong columns to.
struct InlineTree: ~Copyable {
  private let root: OpaquePointer?

  init(parsing text: [UInt8]) {
    root = text.withUnsafeBytes { buffer in
      cmark_parse_document(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, CMARK_OPT_DEFAULT)
    }
  }

  deinit {
    if let root { cmark_node_free(root) }
  }

  /// Visits the nodes in order, without recursion, however deep they are nested.
  func forEachNode(_ body: (InlineNode, _ isEntered: Bool) -> Void) {
    guard let root, let iterator = cmark_iter_new(root) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event == CMARK_EVENT_ENTER || event == CMARK_EVENT_EXIT else { return }
      guard let node = cmark_iter_get_node(iterator) else { return }
      body(InlineNode(node: node), event == CMARK_EVENT_ENTER)
    }
  }
}

/// A node of the tree, valid while the tree is.
struct InlineNode {
  enum Kind {
    case heading
    case text
    case code
    case html
    case lineBreak
    case emphasis
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
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_HTML_INLINE: .html
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_EMPH, CMARK_NODE_STRONG: .emphasis
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    default: .other
    }
  }

  /// The line of the text, counted from 1.
  var line: Int { Int(cmark_node_get_start_line(node)) }
  /// Columns count from 1 in bytes, the last one included. Not to be believed for an autolink.
  var columns: ClosedRange<Int> {
    let start = Int(cmark_node_get_start_column(node))
    return start...max(start, Int(cmark_node_get_end_column(node)))
  }

  var url: String { cmark_node_get_url(node).map { String(cString: $0) } ?? "" }
  var firstChild: InlineNode? { cmark_node_first_child(node).map(InlineNode.init) }
  var lastChild: InlineNode? { cmark_node_last_child(node).map(InlineNode.init) }

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
