import Diagnostics
import Documents
import Testing

@Suite("Markdown faults")
struct MarkdownFaultTests {
  @Test(
    "tell why lines are no table, and where",
    arguments: [
      (
        "| a | b |\n|---|\n| c | d |\n", DocumentFault.MalformedTable.delimiterRowCellCount(header: 2, delimiter: 1),
        "|---|"
      ),
      ("| a | b |\n---\n\nc\n", .delimiterRowCellCount(header: 2, delimiter: 1), "---"),
      ("|---|---|\n| a | b |\n", .delimiterRowCellCount(header: 0, delimiter: 2), "|---|---|"),
      ("| a | b |\n|---|=--|\n| c | d |\n", .delimiterRowCell("=--"), "=--"),
      ("| a | b |\n|---|   |\n| c | d |\n", .delimiterRowCell(""), ""),
      ("| a | b |\n|---+---|\n| c | d |\n", .delimiterRowCell("---+---"), "---+---"),
      ("text\n| a | b |\n| c | d |\n", .missingDelimiterRow, "| a | b |"),
      (
        "+---+---+\n| a | b |\n+===+===+\n| c | d |\n| e |   |\n+---+---+\n", .otherFormat(.restructuredText),
        "+---+---+"
      ),
      ("> text\n> +---+\n> | a |\n> +---+\n", .otherFormat(.restructuredText), "+---+"),
      ("| a |\n|---|\n| b | |\n| c | | d |\n", .surplusCells(header: 1, cells: 3), "d"),
    ])
  func malformed(text: String, reason: DocumentFault.MalformedTable, source: String) {
    let example = MarkdownExample(text)
    #expect(example.faults == [.malformedTable(reason)])
    #expect(example.faultSources == [source])
  }

  @Test(
    "leave alone what is no table",
    arguments: [
      "a | b\nc | d\n", "Use `ls | wc` here,\nor `a | b | c`.\n", "```\n| a |\n| b |\n```\n",
      "<div>\n| a |\n| b |\n</div>\n",
      "| alone |\n", "    | a |\n    | b |\n", "| a |\n|---|\n| b |\n", "|x| is a norm\nand |y| too\n", "text\n---\n",
      "|x|\n\n|y|\n", "```\n+---+\n| a |\n+---+\n```\n", "    +---+\n    | a |\n    +---+\n",
      "<pre>\n+---+\n| a |\n+---+\n</pre>\n", "+---+\na\n", "+++\n| a |\n+++\n",
    ])
  func noFalseAlarm(text: String) {
    #expect(MarkdownExample(text).faults.isEmpty)
  }

  @Test("find a table that a quote's or item's paragraph swallows")
  func swallowed() {
    let example = MarkdownExample("> text\n| a | b |\n|---|---|\n| c | d |\n")
    #expect(example.faults == [.swallowedTable])
    #expect(example.faultSources == ["| a | b |\n|---|---|\n| c | d |"])
  }

  @Test("find what is not UTF-8, once a line")
  func invalidText() {
    let example = MarkdownExample(bytes: Array("a\nb".utf8) + [0xFF, 0x41, 0xFE, 0x0A, 0x00, 0x0A, 0xE2, 0x82, 0x0A])
    #expect(example.faults == [.invalidText, .invalidText, .invalidText])
    #expect(example.document.faults.map(\.range.description) == ["2:2-2:3", "3:1-3:2", "4:1-4:2"])
  }

  @Test("find what never ends")
  func unterminated() {
    #expect(MarkdownExample("a\n\n```x\ncode\n").faults == [.unterminated(construct: "fenced code block")])
    #expect(MarkdownExample("- <!-- a\n\n").faults == [.unterminated(construct: "comment")])
    #expect(MarkdownExample("<textarea>\n\ntext\n").faults == [.unterminated(construct: "<textarea>")])
    #expect(MarkdownExample("<pre>\n\ntext</pre>\n").faults.isEmpty)
    #expect(MarkdownExample("> ```\n\ntext\n\n<!-- a\n-->\n").faults.isEmpty)
  }
}
