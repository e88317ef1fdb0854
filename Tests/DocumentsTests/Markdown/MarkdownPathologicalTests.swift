import Diagnostics
import Documents
import Testing
import TestSupport

@Suite("Markdown pathological inputs")
struct MarkdownPathologicalTests {
  /// Texts that cost a reader quadratic time, or its stack, where it does not take care.
  static let texts: [(name: String, unit: String, end: String)] = [
    ("nested quotes", "> ", "a"),
    ("nested lists", "- ", "a"),
    ("quotes line by line", ">\n", "a"),
    ("nested emphasis", "*a **a ", "b"),
    ("nested images", "![", "](u)"),
    ("brackets", "[", "]"),
    ("closed brackets", "[a](", ""),
    ("backticks", "`a``", ""),
    ("reference-like", "[a][b]", ""),
    ("processing instructions", "<?a ", ""),
    ("declarations", "x <!A ", ""),
    ("character data", "x <![CDATA[ ", ""),
    ("comments", "x <!-- a ", ""),
    ("tags", "<a b='", ""),
    ("pipes", "|", "\n|---|"),
    ("delimiter rows", "|-|-|\n", ""),
    ("rows", "| a |\n|---|---|\n", ""),
    ("definitions", "[a]: b 'c\n", ""),
    ("tables ended by lists", "| a |\n|---|\n2. b\n", ""),
    ("empty lines below lists", "\n \n", ""),
    ("entities", "&a", ";"),
    ("backslashes", "\\|", ""),
  ]

  @Test("give a document in linear time", .timeLimit(.minutes(1)), arguments: texts.indices)
  func linear(index: Int) {
    let (_, unit, end) = Self.texts[index]
    let text = "| a |\n|---|\n| b |\n\n" + String(repeating: unit, count: 50_000) + end + "\n"
    #expect(MarkdownExample(text).document.tables.first?.rows.count == 2)
  }

  @Test("may be one long line, whose markup is then not looked into")
  func longLine() {
    let text = String(repeating: "*a* ", count: 2_000_000)
    #expect(MarkdownExample("# T\n\n- \(text)\n").document.lists[0].items[0].text == text.dropLast())
  }

  @Test("report that they nest too deep")
  func depth() {
    let example = MarkdownExample(String(repeating: "> ", count: 10_000) + "a")
    #expect(example.faults == [.nestedTooDeep(limit: 100)])
    #expect(MarkdownExample(String(repeating: "- ", count: 100) + "a").faults.isEmpty == false)
    #expect(MarkdownExample(String(repeating: "> ", count: 100) + "a").faults.isEmpty)
  }

  @Test(
    "may be a wide header above many short rows, which GitHub does not fill up without end", .timeLimit(.minutes(1)))
  func wideAndLong() {
    let header = String(repeating: "|a", count: 40_000) + "|\n" + String(repeating: "|-", count: 40_000) + "|\n"
    let table = MarkdownExample(header + String(repeating: "|b|\n", count: 40_000)).document.tables[0]
    #expect(table.columnCount == 40_000)
    #expect(table.rows.count == 15)
  }

  @Test("may hold any number of blank lines below nested lists", .timeLimit(.minutes(1)))
  func blankLines() {
    let nested = String(repeating: "- ", count: 50_000) + "a\n" + String(repeating: "\n", count: 200_000)
    #expect(MarkdownExample(nested + "| a |\n|---|\n").tables == ["a"])
  }

  @Test("may be read again and again in one list, up to a limit that is reported")
  func unsettledTables() {
    let item = "- > | a |\n  > |---|\n  <i>\n\n"
    let few = MarkdownExample(String(repeating: item, count: 15))
    #expect(few.document.tables.count == 15)
    #expect(few.faults.isEmpty)
    let many = MarkdownExample(String(repeating: item, count: 40) + "text\n\n" + item)
    #expect(many.document.tables.count == 41)
    #expect(many.faults == [.unsettledTables(limit: 16)])
    let outermost = String(repeating: "| a |\n|---|\n<i>\n\n", count: 1000)
    #expect(MarkdownExample(outermost).document.tables.count == 1000)
    #expect(MarkdownExample(outermost).faults.isEmpty)
  }

  @Test("may be empty, or no text at all", arguments: ["", "\n", "\r", "\u{FEFF}", "|", "---", "---\n---", "\t", "\0"])
  func small(text: String) {
    #expect(MarkdownExample(text).document.tables.isEmpty)
  }

  @Test("may be any bytes", arguments: 0..<200)
  func anyBytes(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let bytes = (0..<400).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let marks = Array("|-:>`*_[]()<!#\n\r\t \\&~+.1a".utf8) + [0xFF, 0]
    let markup = (0..<400).map { _ in marks.randomElement(using: &generator) ?? 0 }
    for example in [MarkdownExample(bytes: bytes), MarkdownExample(bytes: markup)] {
      for table in example.document.tables {
        #expect(table.rows.allSatisfy { $0.count == table.columnCount })
        #expect(table.rows.joined().allSatisfy { table.range.contains($0.range) || $0.range.start == $0.range.end })
      }
    }
  }
}
