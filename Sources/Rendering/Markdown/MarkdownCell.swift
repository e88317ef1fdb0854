import Documents

/// Writes a cell's content as CommonMark inlines.
enum MarkdownCell {
  /// - Parameters:
  ///   - inTable: whether it stands in a pipe table, where a pipe has a backslash even in a code span.
  ///   - escaped: gives text that holds no address as Markdown that reads as this text.
  static func text(
    of content: CellContent, targets: LinkTargets, inTable: Bool = true,
    escaped: (String) -> String = MarkdownEscaping.escapedCharacters
  ) -> String {
    var result = ""
    for (index, element) in content.elements.enumerated() {
      let isFollowed = index + 1 < content.elements.count
      switch element {
      case .text(let text): result += MarkdownAddress.escaped(text, isFollowed: isFollowed, by: escaped)
      case .code(let code):
        // A backquote right before would lengthen the fence.
        result +=
          result.last == "`"
          ? MarkdownAddress.escaped(code, isFollowed: isFollowed, by: escaped)
          : MarkdownEscaping.codeSpan(code, inTable: inTable)
      case .emphasis(let text):
        let isFree = isEmphasisBorder(text, after: result.last, before: index + 1, of: content)
        let written = MarkdownAddress.escaped(text, isFollowed: isFree || isFollowed, by: escaped)
        result += isFree ? "*\(written)*" : written
      case .link(let text, let uri):
        // A `!` right before would make an image of it.
        if result.last == "!" { result.insert("\\", at: result.index(before: result.endIndex)) }
        let length = text == uri ? MarkdownAddress.length(Array(uri.unicodeScalars)[...]) : nil
        let isAddress = length == uri.unicodeScalars.count
        result += isAddress ? "<\(uri)>" : "[\(escaped(text))](\(MarkdownEscaping.destination(uri)))"
      case .reference(let name):
        result +=
          targets.contains(name)
          ? "[\(escaped(name))][]" : MarkdownAddress.escaped(name, isFollowed: isFollowed, by: escaped)
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
    return (last.map { $0 == " " || $0 == "(" } ?? true) && (next.map { " .,;:!?)".contains($0) } ?? true)
  }

  /// A cell of hyphens alone could be a delimiter row's.
  private static func escapedRule(_ text: String) -> String {
    let isRule = text.contains("-") && text.allSatisfy { $0 == "-" || $0 == ":" }
    return isRule ? "\\" + text : text
  }
}
