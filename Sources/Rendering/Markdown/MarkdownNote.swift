import Documents

/// Writes a cell's content as CommonMark inlines that stand by themselves, as a platform's notes do in a registry.
package enum MarkdownNote {
  /// A text that reads as the content: as it stands where that is enough, with backslashes where it is not.
  ///
  /// Emphasis that touches a word, which CommonMark has no markup for, becomes text.
  package static func text(of content: CellContent) -> String {
    let plain = unescaped(content)
    if CellContent(markdown: plain) == content { return plain }
    return MarkdownCell.text(of: content, targets: LinkTargets(), inTable: false)
  }

  private static func unescaped(_ content: CellContent) -> String {
    content.elements.map(unescaped).joined()
  }

  private static func unescaped(_ element: InlineElement) -> String {
    switch element {
    case .text(let text), .reference(let text): text
    case .code(let code): MarkdownEscaping.codeSpan(code, inTable: false)
    case .emphasis(let text): "*\(text)*"
    case .strong(let text): "**\(text)**"
    case .lineBreak: "<br>"
    case .link(let text, let uri): "[\(text)](\(MarkdownEscaping.destination(uri)))"
    }
  }
}
