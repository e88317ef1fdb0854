import Diagnostics
import Documents
import Testing

@Suite("Markdown tables")
struct MarkdownTableTests {
  @Test(
    "are read with the cells that are published",
    arguments: [
      ("| a | b |\n| - | - |\n| c | d |\n", ["a | b\nc | d"]),
      ("| no | body |\n|---|---|\n", ["no | body"]),
      ("a | b\n:-: | -:\nc | d\n", ["a | b\nc | d"]),
      ("| a | b |\n|---|---|\n| short |\n| x | y | cut |\n", ["a | b\nshort | \nx | y"]),
      ("| a |\n|---|\n| b |\n\n| no row |\n", ["a\nb"]),
      ("| a |\n|---|\n| b |\n> quote\n", ["a\nb"]),
      ("| a |\n|---|\n| b |\n2. list\n", ["a\nb"]),
      ("| a |\n|---|\n| b |\n<tag>\n", ["a\nb"]),
      ("| a |\n|---|\n| b |\n    code\n", ["a\nb"]),
      ("| a |\n|---|\ntext\n===\n---\n", ["a\ntext\n==="]),
      ("above\n| a |\n|---|\n", ["a"]),
      ("| a |\n|---|---|\n| b |\n|---|\n| c |\n", ["b\nc"]),
      ("a | b\n- | -\n", []),
      ("a\n---\n", []),
      ("a\n:--\n", ["a"]),
      ("| a | b |\n|---|\n", []),
      ("| a |\n    |---|\n", []),
      ("| a |\n|---|\n|\n", ["a"]),
      ("||\n|---|\n", [""]),
    ])
  func structure(text: String, tables: [String]) {
    #expect(MarkdownExample(text).tables == tables)
  }

  @Test(
    "stand in quotes and lists",
    arguments: [
      ("> | a |\n> |---|\n> | b |\n| not lazy |\n", ["a\nb"]),
      ("> lazy\na | b\n> --|--\n> c | d\n", ["a | b\nc | d"]),
      ("> a | b\n--|--\n", []),
      ("- | a |\n  |---|\n  | b |\n- | c |\n  |---|\n", ["a\nb", "c"]),
      ("1. > - | a |\n   >   |---|\n   >   | b |\n", ["a\nb"]),
      ("-\t| a |\n\t|---|\n\t| b |\n", ["a\nb"]),
      ("```\n| a |\n|---|\n```\n", []),
      ("<div>\n| a |\n|---|\n</div>\n", []),
      ("    | a |\n    |---|\n", []),
    ])
  func containers(text: String, tables: [String]) {
    #expect(MarkdownExample(text).tables == tables)
  }

  @Test(
    "have cells of plain text",
    arguments: [
      (#"a \| b"#, "a | b"),
      (#"`a \| b`"#, "a | b"),
      (#"\\"#, #"\"#),
      ("*a* **b** ~~c~~", "a b ~~c~~"),
      ("x86_64 and __b__", "x86_64 and b"),
      ("a `code  span` b", "a code span b"),
      ("[text](https://example.org \"title\")", "text"),
      ("[text][name], [name][], [Name]", "text, name, Name"),
      ("[text][none]", "[text][none]"),
      ("<https://example.org>", "https://example.org"),
      ("![alt *text*](image.png)", "alt text"),
      ("a<br>b <!-- hidden --> c", "ab c"),
      ("&amp; &#35; &nosuch; AT&T", "& # &nosuch; AT&T"),
      ("# no heading", "# no heading"),
      ("- no list", "- no list"),
      ("a\u{A0}\u{2003} b", "a b"),
      ("trailing #", "trailing #"),
    ])
  func cellText(source: String, text: String) {
    let example = MarkdownExample("| head |\n|------|\n| \(source) |\n\n[name]: https://example.org\n")
    #expect(example.tables == ["head\n\(text)"])
    #expect(example.cellSources == [["head"], [source]])
  }

  @Test(
    "end where GitHub ends them, and nothing else is read otherwise for it",
    arguments: [
      // Where CommonMark's paragraph goes on, and what comes below is read otherwise.
      ("| a |\n|---|\n2. b\n\n   | c |\n   |---|\n", ["a", "c"]),
      ("| a |\n|---|\n<i>\n| b |\n|---|\n\n| c |\n|---|\n", ["a", "c"]),
      ("| a |\n|---|\nb\n===\nc\n===\n", ["a\nb\n===\nc\n==="]),
      ("[x]: /u 't\n| a |\n|---|\nt'\n", ["a\nt'"]),
      ("- [x]: /u\n  |---|\n\n\n  b\n", ["[x]: /u"]),
      ("> b\n<i>\n| a |\n|---|\n", []),
      ("[y]: /u\n--\n| [y] |\n|---|\n", ["y"]),
      ("[y]: /u\n| [y] |\n|---|\n", ["[y]"]),
      // Where libcmark 0.30 follows a newer CommonMark than cmark-gfm, we follow libcmark.
      ("<textarea>\n\n| a |\n|---|\n", []),
    ])
  func ends(text: String, tables: [String]) {
    #expect(MarkdownExample(text).tables == tables)
  }

  @Test("split at pipes in code spans, as GitHub does")
  func pipeInCode() {
    #expect(MarkdownExample("| `a|b` |\n|---|---|\n").tables == ["`a | b`"])
  }

  @Test("know the place of every cell")
  func ranges() {
    let example = MarkdownExample("\u{FEFF}text\n\n> - | é \\| *a* |   |\r\n>   |---|---|\r\n>   |b|\r\n")
    let table = example.document.tables[0]
    #expect(table.range.description == "3:5-5:8")
    #expect(table.rows[0].map(\.range.description) == ["3:7-3:16", "3:19-3:19"])
    #expect(table.rows[1].map(\.range.description) == ["5:6-5:7", "5:8-5:8"])
    #expect(table.rows[0].map(\.column) == [0, 1])
    #expect(table.kind == .pipe)
    #expect(table.headRowCount == 1)
    #expect(example.cellSources == [["é \\| *a*", ""], ["b", ""]])
  }

  @Test("know what stands above them")
  func surroundings() {
    let example = MarkdownExample(
      """
      # Title

      ## Tier *1*

      The
      platforms:
      <!-- a comment -->

      | a |
      |---|

      | b |
      |---|
      """)
    #expect(example.document.tables.map(\.section) == [1, 1])
    #expect(example.document.tables.map(\.leadIn) == ["The platforms:", ""])
    #expect(example.document.sections.map(\.title) == ["Title", "Tier 1"])
  }
}
