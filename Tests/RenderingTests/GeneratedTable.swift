import Documents
import Rendering
import TestSupport

/// Tables of texts and elements that are likely to be taken for markup somewhere.
struct GeneratedTable {
  private var generator: SeededGenerator
  private let hasMarkup: Bool
  /// Combining characters keep a table from being a grid, so that few tables have them.
  private let words: [String]

  /// - Parameter hasMarkup: false for tables of plain text alone.
  static func make(seed: Int, hasMarkup: Bool) -> TableContent {
    var maker = Self(
      generator: SeededGenerator(seed: UInt64(seed)), hasMarkup: hasMarkup,
      words: seed % 5 == 0 ? Self.words + ["x\u{301}", "שָׁלוֹם", "नमस्ते", "\u{301}"] : Self.words)
    let columns = Int.random(in: 1...4, using: &maker.generator)
    let titles = (0..<columns).map { _ in CellContent(text: maker.words(1...2) + "x") }
    let rows = (0..<Int.random(in: 1...6, using: &maker.generator)).map { _ in (0..<columns).map { _ in maker.cell() } }
    return TableContent(titles: titles, rows: rows)
  }

  private mutating func cell() -> CellContent {
    if Int.random(in: 0..<6, using: &generator) == 0 { return CellContent([]) }
    guard hasMarkup else { return CellContent(text: words(1...8)) }
    return CellContent((0..<Int.random(in: 1...5, using: &generator)).map { _ in element() })
  }

  private mutating func element() -> InlineElement {
    let glue = Bool.random(using: &generator) ? " " : ""
    let text = words(1...3)
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: return .code(text)
    case 1: return .emphasis(text)
    case 2: return .link(text: text, uri: pick(Self.uris))
    case 3: return .link(text: "gh-\(Int.random(in: 1...5, using: &generator))", uri: pick(Self.uris))
    case 5: return .strong(text)
    case 4: return .reference(name: pick(["known name", "known_2", "unknown"]))
    default: return .text(glue + text + glue)
    }
  }

  private mutating func words(_ count: ClosedRange<Int>) -> String {
    var text = ""
    for _ in 0..<Int.random(in: count, using: &generator) {
      text += pick(words) + pick([" ", " ", "", "  "])
    }
    return text
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &generator)]
  }

  private static let uris = [
    "https://example.org/", "https://example.org/a_", "https://example.org/a(b)", "/relative/page.html#x",
    "https://example.org/?a=1&b=2;c", "https://example.org/a b<c>|`d`", "javascript:alert(1)", "mailto:a@example.org",
    "https://example.org/a*b_c",
  ]

  private static let words = [
    "Windows", "x86-64", "(musllinux)", "macOS", "<script>alert(1)</script>", "a | b", "`x`_", "|sub|",
    "http://a.example/b_",
    "https://a.example/*x*?y=_z_", "*", "**", "::", ".. note::", "- item", "1. x", "(a) b", "iv) c", "#. d", "+---+",
    "+-",
    "====", "=== ===", "---", "----", "~~~~", "\\", "\\\\", "\\|", "|", "||", "`", "``", "```", "_", "__", "a_", "_a",
    "a__b", "`a`",
    "``a``", "*a*", "**a**", "[1]_", "[a]_", "[a]", "[a](b)", "![a](b)", "<b>", "<https://x.example>", ">>> x", "> q",
    "# h", ":name: value", ":role:`x`", "--option", "/V", "&amp;", "&", "AT&T", "&#38;", "\"quoted\"", "'", "“q”", "(",
    ")",
    "«", "»", "漢字", "漢", "ｗｉｄｅ", "한국어", "🎉", "👩‍👩‍👧", "🇫🇮", "עברית", "العربية", "\u{202E}rtl", "é", "–", "…", "•", "‣",
    "\t", "\n", "\u{A0}", "\u{3000}", "\0", "\u{1}", "\u{7F}", "<=2.4.x", "javascript:alert(1)", "a:b", "data:x",
    "a@example.org",
    ",", ";", ".", "!", "?", "-", "^", "~x~", "~", "$x$", "{a}", "%", "@", ":", "a:", "!x", "..", "...", "....", "x\\",
    "a\\b", "===",
    "Ada Lovelace,", "Grace Hopper,", "reStructuredText", "see", "runners", "gh-1_", "gh-1", "_`t`", "`a <b>`_", "<c>",
    "d>",
  ]
}
