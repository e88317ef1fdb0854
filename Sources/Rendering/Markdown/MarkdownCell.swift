import Documents

/// Writes a cell's content as CommonMark inlines.
enum MarkdownCell {
  /// - Parameters:
  ///   - inTable: whether it stands in a pipe table, where a pipe has a backslash even in a code span.
  ///   - escaped: gives text as Markdown that reads as this text.
  static func text(
    of content: CellContent, targets: LinkTargets, inTable: Bool = true,
    escaped: (String) -> String = MarkdownEscaping.escaped
  ) -> String {
    var result = ""
    for (index, element) in content.elements.enumerated() {
      switch element {
      case .text(let text): result += escaped(text)
      case .code(let code):
        // A backquote right before would lengthen the fence.
        result += result.last == "`" ? escaped(code) : MarkdownEscaping.codeSpan(code, inTable: inTable)
      case .emphasis(let text), .strong(let text):
        let mark = if case .strong = element { "**" } else { "*" }
        let isFree = isEmphasisBorder(text, after: result.last, before: index + 1, of: content)
        let written = escaped(text)
        result += isFree ? mark + written + mark : written
      case .lineBreak: result += "<br>"
      case .link(let text, let uri):
        // A `!` right before would make an image of it.
        if result.last == "!" { result.insert("\\", at: result.index(before: result.endIndex)) }
        result += "[\(escaped(text))](\(MarkdownEscaping.destination(uri)))"
      case .reference(let name):
        let written = escaped(name)
        result += targets.contains(name) ? "[\(written)][]" : written
      }
    }
    return inTable ? escapedRule(result) : result
  }

  /// Whether `*` around the text opens and closes emphasis: letters or digits are inside, space or nothing outside.
  private static func isEmphasisBorder(
    _ text: String, after last: Character?, before index: Int, of content: CellContent
  ) -> Bool {
    guard let first = text.first, let end = text.last, first.isLetter || first.isNumber, end.isLetter || end.isNumber
    else { return false }
    let next: Character? = index < content.elements.count ? content.elements[index].text.first : nil
    return (last.map { " (>".contains($0) } ?? true) && (next.map { " .,;:!?)".contains($0) } ?? true)
  }

  /// A cell of hyphens alone could be a delimiter row's.
  private static func escapedRule(_ text: String) -> String {
    let isRule = text.contains("-") && text.allSatisfy { $0 == "-" || $0 == ":" }
    return isRule ? "\\" + text : text
  }
}
