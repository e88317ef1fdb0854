import Documents
import Testing

@Suite("RST faults")
struct RSTFaultTests {
  @Test(
    "tell why a drawing is no table, and where",
    arguments: [
      ("+---+---+\n| a |   |\n+---+   |\n| b     |\n+---+---+\n", .openGrid, "+---+---+"),
      ("+===+\n| a |\n+---+\n", .openGrid, "+===+"),
      ("+---+---+\n| a | b |\n", .missingBottomBorder, "+---+---+"),
      ("| a | b |\n|---|---|\n| 1 | 2 |\n", .otherFormat(.markdown), "| a | b |"),
      ("| a | b |\n| --- | :-: |\n| 1 | 2 |\n", .otherFormat(.markdown), "| a | b |"),
      ("text\n|a|b|\n|-|-|\n|1|2|\ntext\n", .otherFormat(.markdown), "|a|b|"),
      ("- text\n\n  | a |\n  |---|\n", .otherFormat(.markdown), "| a |"),
      ("::\n\n  | a | b |\n  |---|---|\n", nil, ""),
      ("::\n\n| a | b |\n|---|---|\n", nil, ""),
      (".. | a | b |\n   |---|---|\n", nil, ""),
      ("|x|\n|--|\n", nil, ""),
      ("| a | b\n| c | d\n", nil, ""),
      ("+---+\n\n| a |\n", .missingBottomBorder, "+---+"),
      ("+---+\n| abc|\n+---+\n", .unevenRightEdge, "| abc|"),
      ("+---+\n| a\n+---+\n", .unevenRightEdge, "| a"),
      ("+---+\n| a |\n+---+---+\n", .unevenRightEdge, "+---+---+"),
      ("+---+\n| a |\n+===+\n| b |\n+===+\n| c |\n+---+\n", .repeatedHeadSeparator, "+===+"),
      ("+---+\n| a |\n+===+\n", .misplacedHeadSeparator, "+===+"),
      ("a    b\n===  ===\nc    d\n===  ===\n", .missingTopBorder, "a    b"),
      ("=== ===\na   b\n=== ====\n", .unequalBorders, "=== ===="),
      ("=== ===\na   b\n", .missingBottomBorder, "=== ==="),
      ("=== ===\na   b\n=== ===\nc\n", .missingBlankLineAfter, "=== ==="),
      ("=== ===\nlong cell\n=== ===\n", .textInColumnMargin, "long cell"),
      ("=== === ===\na   b   c\n--- - -----\nd   e   f\n=== === ===\n", .spanMisaligned, "--- - -----"),
      ("=== ===\na   b\n=== ===\nc   d\n=== ===\ne   f\n=== ===\n", .missingBlankLineAfter, "=== ==="),
      (".. table::\n\n   text\n", .notOneTable, ".. table::\n\n   text"),
      (
        ".. table::\n\n   = =\n   a b\n   = =\n\n   text\n", .notOneTable,
        ".. table::\n\n   = =\n   a b\n   = =\n\n   text"
      ),
      (".. table::\n", .emptyDirective, ".. table::"),
      (".. list-table::\n", .emptyDirective, ".. list-table::"),
      (".. csv-table::\n", .emptyDirective, ".. csv-table::"),
      (".. list-table::\n\n   text\n", .notATwoLevelList, "text"),
      (".. list-table::\n\n   * text\n", .notATwoLevelList, "text"),
      (".. list-table::\n\n   * - a\n     - b\n   * - c\n", .unevenRows(expected: 2, found: 1), "- c"),
      (".. list-table::\n   :header-rows: 1\n\n   * - a\n", .invalidOption("header-rows"), "header-rows"),
      (".. list-table::\n   :stub-columns: 2\n\n   * - a\n     - b\n", .invalidOption("stub-columns"), "stub-columns"),
      (".. list-table::\n   :header-rows: one\n\n   * - a\n", .invalidOption("header-rows"), "header-rows"),
      (".. list-table::\n   :widths: 1 2\n\n   * - a\n", .invalidOption("widths"), "widths"),
      (".. list-table::\n   :align: middle\n\n   * - a\n", .invalidOption("align"), "align"),
      (".. list-table::\n   :width: wide\n\n   * - a\n", .invalidOption("width"), "width"),
      (".. list-table::\n   :Colour: x\n\n   * - a\n", .invalidOption("colour"), "Colour"),
      (".. list-table::\n   :name: x\n   :name: y\n\n   * - a\n", .invalidOption("name"), "name"),
      (".. table::\n   :header-rows: 1\n\n   = =\n   a b\n   = =\n", .invalidOption("header-rows"), "header-rows"),
      (".. csv-table::\n   :delim: long\n\n   a\n", .invalidOption("delim"), "delim"),
      (".. csv-table::\n\n   a,\"b\n", .invalidCSV("this quoted field is never closed"), "\""),
      (".. csv-table::\n\n   \"a\"b\n", .invalidCSV("text follows the quote that closes a field"), "b"),
    ] as [(String, DocumentFault.MalformedTable?, String)])
  func malformed(text: String, reason: DocumentFault.MalformedTable?, source: String) {
    let example = RSTExample(text)
    #expect(example.faults == (reason.map { [.malformedTable($0)] } ?? []))
    #expect(example.faultSources == (reason == nil ? [] : [source]))
    #expect(reason == nil || reason == .missingBlankLineAfter || example.tables.isEmpty || text == "+---+\n\n| a |\n")
  }

  @Test("an open grid names the place that is not closed, an uneven edge the place where the edge is set")
  func notes() {
    let open = RSTExample("+---+---+\n| a |   |\n+---+   |\n| b     |\n+---+---+\n")
    #expect(open.notePlaces == ["3:1-3:2"])
    let uneven = RSTExample("+---+\n| abc|\n+---+\n")
    #expect(uneven.notePlaces == ["1:5-1:6"])
  }

  @Test("a border without one that closes it is mended by nobody: what comes next would be a table's")
  func unclosed() {
    for text in ["===  ===\na    b\n===  ===\n\nc    d\n===  ===\ntext\n", "text\n===  ===\na    b\n"] {
      let faults = RSTExample(text).document.faults
      #expect(faults.map(\.kind) == [.swallowedTable])
      #expect(faults.map(\.repair.isEmpty) == [true])
    }
  }

  @Test("a table right below text is swallowed; a blank line, as the file has its lines end, frees it")
  func swallowed() {
    let example = RSTExample("Text:\r\n+---+\r\n| a |\r\n+---+\r\n")
    #expect(example.faults == [.swallowedTable])
    #expect(example.faultSources == ["+---+\r\n| a |\r\n+---+"])
    #expect(example.notePlaces == ["1:1-1:6"])
    #expect(example.repaired == "Text:\r\n\r\n+---+\r\n| a |\r\n+---+\r\n")
    #expect(RSTExample(example.repaired).tables == ["a"])
    #expect(RSTExample("Text\n== ==\na  b\n== ==\n").faults == [.swallowedTable])
  }

  @Test(
    "no table is swallowed where none is drawn",
    arguments: [
      "a +---+ b\n| c |\n", "a\n+---+\nb\n", "| a |\n| b |\n", "a::\n\n  b\n  +---+\n  | c |\n  +---+\n", "a\n==\n",
    ])
  func notSwallowed(text: String) {
    #expect(RSTExample(text).faults.isEmpty)
  }

  @Test("a title's line that is too short is mended, above and below")
  func shortTitles() {
    let under = RSTExample("漢字 é\n====\n\ntext\n")
    #expect(under.faults == [.shortTitleUnderline(titleWidth: 6, underlineWidth: 4)])
    #expect(under.faultSources == ["===="])
    #expect(under.repaired == "漢字 é\n======\n\ntext\n")
    #expect(under.document.sections.map(\.title) == ["漢字 é"])
    let both = RSTExample("====\nTitle\n====\n")
    #expect(both.repaired == "=====\nTitle\n=====\n")
    #expect(RSTExample("Title\n=====\n").faults.isEmpty)
    // As in docutils: text from three characters down, a warning from four up.
    #expect(RSTExample("Not a title\n---\n").faults.isEmpty)
    #expect(RSTExample("Not a title\n---\n").document.sections.isEmpty)
    #expect(RSTExample("A title\n----\n").faults == [.shortTitleUnderline(titleWidth: 7, underlineWidth: 4)])
    #expect(RSTExample("A title\n----\n").document.sections.map(\.title) == ["A title"])
    #expect(RSTExample("One\n---\n").document.sections.map(\.title) == ["One"])
  }

  @Test("blocks nested too deep are told once, and their text is kept")
  func nesting() {
    let example = RSTExample(
      String(repeating: "- ", count: 200) + "*deep*\n\n" + String(repeating: "* ", count: 200) + "x\n")
    #expect(example.faults == [.nestedTooDeep(limit: 100)])
    #expect(RSTExample(String(repeating: "- ", count: 99) + "x\n").faults.isEmpty)
  }

  @Test("bytes that are not UTF-8, and NUL, are told once a line and a hundred times in all")
  func invalidText() {
    let example = RSTExample(bytes: Array("a".utf8) + [0xFF, 0xFE, 0x0A, 0x41, 0x0A, 0x00, 0x0A, 0xE2, 0x82, 0x0A])
    #expect(example.faults == [.invalidText, .invalidText, .invalidText])
    #expect(example.faultPlaces == ["1:2-1:3", "3:1-3:2", "4:1-4:2"])
    #expect(RSTExample(String(repeating: "\0\n", count: 1000)).faults.count == 100)
  }
}
