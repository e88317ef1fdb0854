import Diagnostics
import TestSupport

/// Documents made of tables of every kind, alone and inside other elements, with markup in their cells; some are damaged.
struct RandomReStructuredText {
  private var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  mutating func document() -> String {
    var lines: [String] = []
    for _ in 0..<int(1...4) {
      if chance(25) { lines += [text(int(0...3)), ""] }
      if chance(10) { lines += ["Title", String(repeating: "=", count: int(3...7)), ""] }
      lines += placed(table())
      if chance(90) { lines.append("") }
    }
    var text = lines.joined(separator: "\n") + "\n"
    if chance(5) { text = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n") }
    if chance(5) { text = text.split(separator: "    ", omittingEmptySubsequences: false).joined(separator: "\t") }
    return text
  }

  private mutating func table() -> [String] {
    let lines =
      switch int(0..<100) {
      case ..<40: gridTable()
      case ..<75: simpleTable()
      case ..<88: listTable()
      default: csvTable()
      }
    return chance(10) ? [".. table:: " + text(1), ""] + indented(lines) : lines
  }

  /// A table where a document may have it: in a list, a directive, a quotation, a definition, or on its own.
  private mutating func placed(_ table: [String]) -> [String] {
    switch int(0..<100) {
    case ..<8: ["- " + table[0]] + indented(Array(table.dropFirst()), by: 2)
    case ..<12: [".. note::", ""] + indented(table)
    case ..<16: [".. foo:: bar", "   :opt: x", ""] + indented(table)
    case ..<20: indented(table)
    case ..<22: ["> " + table[0]] + table.dropFirst()
    case ..<26: ["term", "  def", ""] + indented(table, by: 2)
    default: table
    }
  }

  func indented(_ lines: [String], by count: Int = 3) -> [String] {
    lines.map { String(repeating: " ", count: count) + $0 }
  }

  // MARK: Choices

  mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

  mutating func int(_ range: Range<Int>) -> Int { Int.random(in: range, using: &generator) }

  mutating func chance(_ percent: Int) -> Bool { int(0..<100) < percent }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[int(0..<elements.count)] }

  // MARK: Texts

  /// Words on one line, some of which are markup, or the start of it.
  mutating func text(_ count: Int) -> String {
    (0..<count).map { _ in pick(Self.words) }.joined(separator: " ")
  }

  /// The lines of a cell.
  mutating func cellLines() -> [String] {
    (0..<pick([0, 1, 1, 1, 2, 3, 4])).map { _ in
      pick(["", "", "  ", "- ", "   ", "* ", "1. ", ".. "]) + text(int(0...4))
    }
  }

  /// Cut or filled up to a width in columns.
  static func fitted(_ text: String, _ width: Int) -> String {
    var result = String.UnicodeScalarView()
    var column = 0
    for scalar in text.unicodeScalars {
      let own = columns(of: scalar)
      guard column + own <= width else { break }
      result.append(scalar)
      column += own
    }
    return String(result) + String(repeating: " ", count: width - column)
  }

  /// How many columns docutils gives a character of a drawing: a combining one has its own.
  static func columns(of scalar: Unicode.Scalar) -> Int {
    TextWidth.isWide(scalar.value) && !TextWidth.isCombining(scalar.value) ? 2 : 1
  }

  private static let words = [
    "alpha", "b", "*em*", "**st**", "``lit``", "`ti`", "ref_", "`ph ref`_", "`t <http://x.y>`_", "|sub|", "[1]_",
    "[#]_", "[#a]_", "[c1]_", "http://a.b/c", "a@b.c", ":pep:`8`", ":PEP:`8`", ":rfc:`1`", ":class:`~x.Y`",
    ":ref:`t <l>`", "\\*x", "a\\ b", "漢字", "é", "e\u{301}", "x|y", "a+b", "--", "---", "-", "*", "`", "|", "::", "..",
    "1.", "(a)", "i.", "#.", ":f: x", "- it", "* it", "+ it", ">>> x", "__", "_t", "_`inl`", "a_", "b__", "`q`__", "**",
    "``", "\"q\"", "'q'", "(*)", "\\", "…", "—", "x::", "a : b", "-a foo  desc", "--opt=x  desc", "| lb", ".. c",
    ".. note:: n", ".. _t: u", ".. |s| replace:: r", ".. [1] f", "=====", "----",
  ]
}

extension RandomReStructuredText {
  mutating func simpleTable() -> [String] {
    let widths = (0..<int(2...4)).map { _ in int(2...14) }
    let gap = int(1...3)
    let border = widths.map { String(repeating: "=", count: $0) }.joined(separator: String(repeating: " ", count: gap))
    var lines = [border]
    if chance(60) {
      lines.append(simpleRow(widths, gap, words: 1))
      if chance(30) { lines.append(simpleRow(widths, gap, words: 1, isContinued: true)) }
      if chance(30) { lines.append(spanLine(widths, gap)) }
      lines.append(border)
    }
    for _ in 0..<int(1...6) {
      switch int(0..<100) {
      case ..<60: lines.append(simpleRow(widths, gap, words: 1))
      case ..<80: lines.append(simpleRow(widths, gap, words: 3, isContinued: true))
      case ..<87: lines.append("")
      case ..<95: lines.append(spanLine(widths, gap))
      default: lines.append(text(2))
      }
    }
    return lines + [border]
  }

  private mutating func simpleRow(_ widths: [Int], _ gap: Int, words: Int, isContinued: Bool = false) -> String {
    let space = String(repeating: " ", count: gap)
    let cells = widths.enumerated().map { column, width in
      let text = isContinued && column == 0 ? "" : text(words)
      return column == widths.count - 1 && chance(30) ? text : Self.fitted(text, width)
    }
    return cells.joined(separator: space)
  }

  private mutating func spanLine(_ widths: [Int], _ gap: Int) -> String {
    widths.enumerated().map { column, width in
      String(repeating: "-", count: width)
        + (column == widths.count - 1 ? "" : String(repeating: chance(40) ? "-" : " ", count: gap))
    }.joined()
  }

  mutating func listTable() -> [String] {
    let columns = int(1...3)
    let widths = ":widths: " + Array(repeating: "10", count: columns).joined(separator: " ")
    var lines = [".. list-table::" + (chance(40) ? " " + text(2) : "")]
    lines += options([
      ":header-rows: \(int(0...2))", widths, ":stub-columns: 1", ":align: left", ":widths: auto", ":class: x",
      ":bad: 1",
    ])
    lines.append("")
    for _ in 0..<int(1...4) {
      for column in 0..<(chance(95) ? columns : columns + 1) {
        for (number, line) in (cellLines() + [""]).dropLast(chance(70) ? 1 : 0).enumerated() {
          lines.append("   " + (number > 0 ? "    " : column == 0 ? "* - " : "  - ") + line)
        }
      }
    }
    return lines
  }

  mutating func csvTable() -> [String] {
    var lines = [".. csv-table::" + (chance(40) ? " " + text(2) : "")]
    lines += options([
      ":header-rows: \(int(0...1))", ":header: \"a\",\"b c\",d", ":delim: ;", ":keepspace:", ":escape: \\", ":quote: '",
      ":stub-columns: 1", ":delim: tab", ":delim: 0x3b",
    ])
    lines.append("")
    for _ in 0..<int(1...5) {
      let fields = (0..<int(1...4)).map { _ in csvField() }
      lines.append("   " + fields.joined(separator: pick([",", ",", ",", ", ", ";"])))
      if chance(5) { lines.append("") }
    }
    return lines
  }

  private mutating func csvField() -> String {
    let text = text(int(0...2))
    switch int(0..<100) {
    case ..<40:
      return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    case ..<50: return "\"" + text + "\n   " + self.text(1) + "\""
    case ..<55: return " " + text
    default: return text
    }
  }

  private mutating func options(_ options: [String]) -> [String] {
    indented(options.filter { _ in chance(15) })
  }
}
