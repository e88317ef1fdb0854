import Diagnostics
import Documents
import Testing
import TestSupport

/// Inputs that cost a reader quadratic time, or its stack, where it does not take care.
@Suite("RST pathological inputs", .serialized)
struct RSTPathologicalTests {
  /// A text of about `count` units.
  struct Input: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var text: @Sendable (_ count: Int) -> String

    /// The unit again and again, between a start and an end.
    init(_ description: String, _ unit: String, start: String = "", end: String = "") {
      testDescription = description
      text = { start + String(repeating: unit, count: $0) + end }
    }

    init(_ description: String, text: @escaping @Sendable (Int) -> String) {
      testDescription = description
      self.text = text
    }
  }

  static let inputs: [Input] = [
    Input("nested lists", "- ", end: "a\n"),
    Input("nested directives", ".. note:: ", end: "a\n"),
    Input("nested quotations") { count in
      (0..<count).map { String(repeating: " ", count: $0 % 300) + "a\n\n" }.joined()
    },
    Input("steps back") { count in (0..<count).map { String(repeating: " ", count: 97 - $0 % 97) + "a\n" }.joined() },
    Input("grid tables", "+---+\n| a |\n+---+\n\n"),
    Input("simple tables", "== ==\na  b\n== ==\n\n"),
    Input("long paragraph", "word *em* `x`_ |s|\n"),
    Input("long line", "word *em* `x`_ |s| "),
    Input("crossings", "+-+-+-+-+-+-+-+-+\n"),
    Input("nothing but plus signs", "++++++++++++++++\n"),
    Input("square of crossings") { count in
      let side = Int(Double(count).squareRoot())
      return String(repeating: String(repeating: "+-", count: side) + "+\n", count: side)
    },
    Input("ragged grids", "+---+\n|a  |x\n| |\n+----+\n"),
    Input("borders between items", "+---+\n- x\n"),
    Input("borders and line blocks", "+---+\n| x\n"),
    Input("simple borders without end", "=== ===\nx\n\n"),
    Input("simple borders of all lengths") { count in
      (0..<count).map { "=== ===" + String(repeating: "=", count: $0 % 50) + "\nx\n" }.joined()
    },
    Input("targets without end", ".. _a\n"),
    Input("quoted targets without end", ".. _`a\n   b\n"),
    Input("substitutions without end", ".. |a\n   b\n"),
    Input("footnotes without end", ".. [a\n"),
    Input("options", "-a, -b, -c  x\n"),
    Input("options without description", "-a\n\n"),
    Input("CSV with an open quote", ",b\n   c", start: ".. csv-table::\n\n   \"a"),
    Input("CSV of one long and many short rows") { count in
      ".. csv-table::\n\n   " + String(repeating: "a,", count: count) + "\n" + String(repeating: "   b\n", count: count)
    },
    Input("CSV in simple tables", "== ==\na  .. csv-table::\n\n      x,y\n== ==\n\n"),
    Input("simple table of many columns and short rows") { count in
      let border = String(repeating: "== ", count: count) + "=\n"
      return border + String(repeating: "b\n", count: count) + border
    },
    Input("simple row of many columns and lines") { count in
      let border = String(repeating: "== ", count: count) + "=\n"
      let rows = "b " + String(repeating: "xx ", count: count) + "\n" + String(repeating: "   xx\n", count: count)
      return border + rows + border
    },
    Input("comments in a list-table's rows", "   * - a\n\n       .. c\n", start: ".. list-table::\n\n"),
    Input("emphasis in an item", "*a* ", start: "- "),
    Input("complaints in an item", "  +---+\n\n", start: "- p\n\n"),
    Input("a long lead-in to many faults") { count in
      String(repeating: "word ", count: count) + "\n\n" + String(repeating: "+---+\n| x\n\n", count: count)
    },
    Input(
      "misaligned borders", "| a | b |\n+-----+-+\n| a | b |\n+---+---+\n| a | b |\n+---+---+\n", start: "+---+---+\n"),
    Input("tables with misaligned borders", "+---+---+\n| a | b |\n+-----+-+\n| a | b |\n+---+---+\n\n"),
    Input("wide table with misaligned borders") { count in
      let side = Int(Double(count).squareRoot())
      let border = String(repeating: "+--", count: side) + "+\n"
      let row = String(repeating: "|  ", count: side) + "|\n"
      let wrong = "+" + String(repeating: "-", count: 3 * side - 1) + "+\n"
      return String(repeating: border + row + wrong + row, count: side / 4) + border
    },
    Input("tables with misaligned borders in one another") { count in
      nestedTables(Int(Double(count).squareRoot()) / 4 + 1)
    },
    Input("attributions", " a\n\n -- b\n\n"),
    Input("attributions that are none", " -- b\n    c\n   d\n\n", start: " a\n\n"),
    Input("definitions", "a\n b\n"),
    Input("fields", ":a: b\n"),
    Input("colons", ":a", end: ": b\n"),
    Input("digits", "9", end: ". a\n"),
    Input("enumerators") { count in (1...count).map { "\($0). a\n" }.joined() },
    Input("titles", "aaaa\n====\n\nbbbb\n----\n\n"),
    Input("overlines", "====\na\n"),
    Input("literal blocks", "::\n\n> a\n"),
    Input("swallowed tables", "a\n+---+\n| a |\n+---+\n\n"),
    Input("refused options", ".. table::\n   :a: b\n\n   x\n"),
    Input("NUL", "\0"),
    Input("tabs", "\t"),
    Input("tabs behind text", "a\t|\n"),
    Input("CR LF", "a\r\n\r\n"),
  ]

  /// Tables, each in a cell of the next, and each with a wrong border.
  private static func nestedTables(_ depth: Int) -> String {
    var lines = ["x"]
    for _ in 0..<depth {
      let width = lines[0].utf8.count
      let border = "+" + String(repeating: "-", count: width + 2) + "+"
      let wrong = "+" + String(repeating: "-", count: width + 1) + "++"
      lines =
        [border] + lines.map { "| " + $0 + " |" }
        + [wrong, "| " + String(repeating: " ", count: width) + " |", border]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  @Test("take ten times as long for ten times as much, with room for a slow machine", arguments: inputs)
  func linear(input: Input) {
    let small = Self.file(input.text(400))
    let large = Self.file(input.text(4_000))
    let times = (0..<2).map { _ in (Self.seconds(small), Self.seconds(large)) }
    let base = max(times.map(\.0).min() ?? 0, 0.002)
    #expect((times.map(\.1).min() ?? 0) < 40 * base)
  }

  @Test(
    "keep the stack", arguments: ["- ", ".. note:: ", "1. ", "| ", "> ", ":a: ", "-a  ", ".. [1] ", "* + - ", "[`*_|"])
  func depth(unit: String) {
    let document = RSTExample(String(repeating: unit, count: 10_000) + "a\n\n== ==\na  b\n== ==\n").document
    #expect(document.tables.last?.rows.count == 1)
  }

  @Test(
    "may be empty, or hardly anything",
    arguments: [
      "", "\n", "\r", "\r\n", "\u{FEFF}", "\u{FEFF}\n", " ", "\t", "\0", "a", "..", ".. ", "..\n", "+", "+-", "+---+",
      "=", "==",
      "== ==", "-", "- ", ":", "::", ":a:", "|", "| ", "__", "_", "[", ".. [", ".. |", ".. _", ".. _:", ".. __:",
      ".. ::",
      ".. a::", ".. [1]", "\\", ">>>", "1.", "(", "#.", "--", "-a", "--a=", "/", "`", "*", "\u{2022}", "\u{E2}",
      "::\n\n",
      "9223372036854775807. a\nb", "=\n=\n=", ".. csv-table::\n\n   \"", ".. list-table::\n\n   * -",
      ".. table::\n\n   +---+",
    ])
  func small(text: String) {
    let document = RSTExample(text).document
    #expect(document.tables.allSatisfy { $0.rows.allSatisfy { $0.allSatisfy(\.text.isEmpty) } })
  }

  @Test("may be any bytes", arguments: 0..<200)
  func anyBytes(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let bytes = (0..<400).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let marks = Array("+-=|:`*_.[]()<>,\"\n\n\r\t  \\#1a".utf8) + [0xFF, 0]
    let markup = (0..<400).map { _ in marks.randomElement(using: &generator) ?? 0 }
    for example in [RSTExample(bytes: bytes), RSTExample(bytes: markup)] {
      for table in example.document.tables {
        #expect(table.rows.joined().allSatisfy { table.range.contains($0.range) })
        #expect(table.rows.joined().allSatisfy { $0.column + $0.columns <= table.columnCount })
      }
    }
  }

  private static func file(_ text: String) -> SourceFile { SourceFile(path: "large.rst", text: text) }

  private static func seconds(_ file: SourceFile) -> Double {
    let clock = ContinuousClock()
    return clock.measure { _ = ReStructuredTextReader.read(file) } / .seconds(1)
  }
}
