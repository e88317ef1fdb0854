import Diagnostics
import Documents

/// A piece of Markdown. It comes from text, which is escaped, from words of ours or from a file of the project's.
struct MarkdownFragment {
  private(set) var source: String

  private init(source: String) {
    self.source = source
  }

  init(_ words: StaticString) {
    source = words.description
  }

  init(_ markup: ProjectMarkup) {
    source = markup.source
  }

  /// - Parameter path: the page that it stands on, from which links lead to others.
  init(_ text: PageText, on path: PagePath) {
    // A span of code has no escapes: for a pipe, which a table needs one for, and for what programs that publish Markdown
    // take for a template.
    let writable = text.withoutCode { code in ["|", "{{", "{%"].contains { String(code).holds($0) } }
    let content = CellContent(writable.parts.map { Self.element($0, on: path) })
    source = MarkdownCell.text(of: content, targets: LinkTargets(), escaped: MarkdownEscaping.escapedInPage)
  }

  /// - Parameter rows: as long as the first one, which has the titles.
  init(table rows: [[MarkdownFragment]]) {
    let lines = PipeTable.lines(rows.map { $0.map { $0.source } })
    source = lines.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
  }

  static func + (left: Self, right: Self) -> Self { Self(source: left.source + right.source) }

  /// The text as a heading's, at whose end `#` would be none of the text.
  var heading: Self {
    source.hasSuffix("#") && !source.hasSuffix("\\#") ? Self(source: source.dropLast() + "\\#") : self
  }

  /// The text as a block of its own: what begins a list, a quotation or a heading is a character of it.
  var block: Self {
    let digits = source.prefix { ("0"..."9").contains($0) }
    let mark = source.dropFirst(digits.count).first
    let isMarker =
      digits.isEmpty ? mark.map { "#+->=".contains($0) } ?? false : mark.map { ".)".contains($0) } ?? false
    return isMarker ? Self(source: digits + "\\" + source.dropFirst(digits.count)) : self
  }

  private static func element(_ part: PagePart, on path: PagePath) -> InlineElement {
    switch part {
    case .element(let element): element
    case .day(let day): .text(day)
    case .label(let label):
      if let page = label.page {
        .link(text: label.text, uri: page.relative(to: path, ending: PageFormat.markdown.ending))
      } else {
        .text(label.text)
      }
    }
  }
}

extension MarkdownEscaping {
  /// As `escapedCharacters`, and in a page that a site generator may read: `{{` and `{%` begin its templates, `$` a formula.
  static func escapedInPage(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in escapedCharacters(text).unicodeScalars {
      if scalar == "{" || scalar == "$" || scalar == "%" && last == "{" { result.append("\\") }
      result.append(scalar)
      last = scalar
    }
    return String(result)
  }
}
