import Diagnostics
import Documents
import Testing

/// Tables whose lines end unevenly are drawn anew where that needs no judgement.
@Suite("Uneven grid tables")
struct GridRedrawTests {
  private func repaired(_ text: String) -> String? {
    let file = SourceFile(path: "tiers.rst", text: text)
    let document = ReStructuredTextReader.read(file)
    guard let fault = document.faults.first, !fault.repair.isEmpty else { return nil }
    let fix = Fix(.safe, "redraw the table", edits: fault.repair)
    return String(decoding: file.applying([fix]).bytes, as: UTF8.self)
  }

  @Test func aCellThatOutgrewItsColumnWidensIt() {
    let text = """
      +----------+-------+
      | Platform | Notes |
      +==========+=======+
      | Haiku    | nightly builds only |
      |          | so far |
      +----------+-------+

      """
    #expect(
      repaired(text) == """
        +----------+---------------------+
        | Platform | Notes               |
        +==========+=====================+
        | Haiku    | nightly builds only |
        |          | so far              |
        +----------+---------------------+

        """)
  }

  @Test func itsRowsAreReadThoughDocutilsShowsNoTable() throws {
    let document = ReStructuredTextReader.read(
      SourceFile(
        path: "tiers.rst",
        text: """
          +-------+-------+
          | Haiku | nightly builds only |
          +-------+-------+
          | WASI  | 漢字 |
          +-------+-------+
          """))
    let table = try #require(document.tables.first)
    #expect(!table.isPublished)
    #expect(table.meantRows.map { $0.map(\.text) } == [["Haiku", "nightly builds only"], ["WASI", "漢字"]])
    #expect(document.faults.map(\.kind) == [.malformedTable(.unevenRightEdge)])
  }

  @Test func indentationAndLineEndingsStay() {
    let text = "- item\r\n\r\n  +---+\r\n  | a |\r\n  +---+\r\n  | bc |\r\n  +---+\r\n"
    #expect(
      repaired(text) == "- item\r\n\r\n  +----+\r\n  | a  |\r\n  +----+\r\n  | bc |\r\n  +----+\r\n")
  }

  @Test(
    "leaves to its writer",
    arguments: [
      "+---+---+\n| a | b | c |\n+---+---+\n",
      "+---+---+\n| a     |   |\n+---+---+\n| a | b | c |\n+---+---+\n",
      "+---+---+\n| a spans |\n+---+---+\n| a | b |\n+---+---+\n",
      "+---+---+\n| a | bcd\n+---+---+\n| a | b |\n+---+---+\n",
      "+---+---+\n| a | b |\n+===+====+\n+---+---+\n| c | def |\n+---+---+\n",
      "+===+===+\n| a | bcdef |\n+---+---+\n",
    ])
  func ambiguous(_ text: String) {
    #expect(repaired(text) == nil)
  }
}
