import Diagnostics
import Documents
import Testing

@Suite("RST table directives")
struct RSTDirectiveTableTests {
  @Test("have captions")
  func captions() {
    let example = RSTExample(
      """
      Lead:

      .. table:: The *first*
         of all
         :widths: 10 20

         == ==
         a  b
         == ==

      .. csv-table:: Second

         c, d

      .. list-table:: Third

         * - e
      """)
    #expect(example.document.tables.map(\.caption) == ["The first of all", "Second", "Third"])
    #expect(example.document.tables.map(\.leadIn) == ["Lead:", "", ""])
    #expect(example.document.tables.map(\.kind) == [.simple, .csv, .list])
    #expect(example.document.tables.first?.range.description == "3:1-9:9")
  }

  @Test("a list-table is a list of rows that are lists of cells")
  func listTable() {
    let example = RSTExample(
      """
      .. list-table::
         :header-rows: 1
         :stub-columns: 1

         * - Name
           - Notes
         * - a

             .. platform-tiers: ignore x

           - two

             paragraphs
         * -
           - - b
             - c
      """)
    #expect(example.tables == ["Name | Notes\n=\na platform-tiers: ignore x | two paragraphs\n | b c"])
    #expect(example.cellRanges.last == ["14:7-14:7", "15:8-16:11"])
    #expect(example.document.comments.map(\.scope?.description) == ["7:6-13:18"])
    #expect(example.document.lists.isEmpty)
  }

  @Test(
    "a csv-table is quoted and escaped as in Python's csv",
    arguments: [
      ("", "a, \"b, c\" ,d", nil),
      ("", "a, \"b, c\",d", "a | b, c | d"),
      ("", "\"say \"\"x\"\"\", *y*", "say \"x\" | y"),
      ("", "\"two\n   lines\",b\n   c", "two lines | b\nc | "),
      (":delim: ;\n:quote: '", "'a;b';c,d", "a;b | c,d"),
      (":delim: tab", "a\tb", "a b"),
      (":delim: space", "a b", "a | b"),
      (":delim: U+003B", "a;b", "a | b"),
      (":escape: !", "\"a!\"b\",c", "a\"b | c"),
      (":keepspace:", "a, \"b\"", "a | \"b\""),
      (":header: h, \"i, j\"\n:header-rows: 1", "a,b\n   c,d", "h | i, j\na | b\n=\nc | d"),
      ("", ",,", " |  | "),
    ] as [(String, String, String?)])
  func csvTable(options: String, content: String, table: String?) {
    let options = options.split(separator: "\n").map { "   " + $0 + "\n" }.joined()
    #expect(RSTExample(".. csv-table::\n" + options + "\n   " + content + "\n").tables == (table.map { [$0] } ?? []))
  }

  @Test("cells of a csv-table have their places, quotes apart, with the text between two quotes")
  func csvPlaces() {
    let example = RSTExample(".. csv-table::\n\n   \"a \"\"b\"\"\", c\n   ,\n   d\n")
    #expect(example.cellRanges == [["3:5-3:12", "3:15-3:16"], ["4:4-4:4", "4:5-4:5"], ["5:4-5:5", "5:5-5:5"]])
    #expect(example.cellSources.first == ["a \"\"b\"\"", "c"])
  }

  @Test("an empty cell of a csv-table at the end of the file is there, whatever tables came before")
  func csvEndOfFile() {
    let example = RSTExample(".. csv-table::\n\n   a\n\n.. csv-table::\n\n   b,")
    let cell = example.document.tables.last?.rows.first?.last
    #expect(cell?.text == "")
    #expect(cell.map { "\($0.range)" } == "7:6-7:6")
  }

  @Test("cells of a csv-table keep their places behind a tab")
  func csvTabs() {
    let example = RSTExample(".. csv-table::\n\n   \"a\tb\", c\n   \td, *e*\n")
    #expect(example.cellSources == [["a\tb", "c"], ["d", "*e*"]])
  }

  @Test("a csv-table's file is never followed")
  func csvFile() {
    let example = RSTExample(".. csv-table::\n   :file: /etc/passwd\n")
    #expect(example.tables.isEmpty)
    #expect(example.faults.isEmpty)
  }
}
