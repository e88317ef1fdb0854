import Diagnostics
import Documents
import Testing

@Suite("RST misaligned borders")
struct RSTBorderTests {
  /// A table of three rows, with the border below the second row as given.
  private static func table(_ border: String) -> String {
    "+----+------+\n| A  | B    |\n+====+======+\n| c  | d    |\n\(border)\n| e  | f    |\n+----+------+\n"
  }

  @Test(
    "with a stray '+', a missing one or both are redrawn, and the rows beside them read as meant",
    arguments: [
      ("+----+--+---+", ["5:9-5:10"]),
      ("+-----------+", ["5:6-5:7"]),
      ("+------+----+", ["5:8-5:9", "5:6-5:7"]),
      ("+--+--+--+--+", ["5:4-5:5", "5:6-5:7"]),
    ])
  func shapes(border: String, notes: [String]) {
    let example = RSTExample(Self.table(border))
    #expect(example.faults == [.misalignedBorder(redrawn: "+----+------+")])
    #expect(example.faultSources == [border])
    #expect(example.notePlaces == notes)
    #expect(example.intendedTables == ["A | B\nc | d\ne | f"])
    #expect(example.repaired == Self.table("+----+------+"))
    #expect(RSTExample(example.repaired).tables == ["A | B\n=\nc | d\ne | f"])
  }

  @Test(
    "with one character that is none of a border's, or with both '-' and '=', are redrawn",
    arguments: ["+-x--+------+", "+----x------+", "+----+---|--+", "|----+------+", "+----+--=---+", "+----+-- ---+"])
  func mistyped(border: String) {
    let example = RSTExample(Self.table(border))
    #expect(example.faults == [.misalignedBorder(redrawn: "+----+------+")])
    #expect(example.faultSources == [border])
    #expect(example.repaired == Self.table("+----+------+"))
  }

  @Test("at the bottom are redrawn where they stand")
  func mistypedBottom() {
    let text = "+----+------+\n| A  | B    |\n+====+======+\n| c  | d    |\n+----+------+\n| e  | f    |\n"
    let example = RSTExample(text + "+----+-x----+\n")
    #expect(example.document.faults.first?.kind == .misalignedBorder(redrawn: "+----+------+"))
    #expect(example.document.faults.first?.range.start.line == 7)
    let missing = RSTExample(text)
    #expect(missing.document.faults.first?.kind == .malformedTable(.missingBottomBorder))
    #expect(missing.document.faults.first?.range.start.line == 6)
  }

  @Test("twice are an empty row to docutils; a repeated one is taken out")
  func repeated() {
    let text = "+----+------+\n| A  | B    |\n+====+======+\n| c  | d    |\n+----+------+\n+----+------+\n"
    let example = RSTExample(text)
    #expect(example.faults == [.malformedTable(.emptyRow)])
    #expect(example.tables == ["A | B\n=\nc | d\n | "])
    #expect(RSTExample(example.repaired).faults.isEmpty)
    #expect(RSTExample(example.repaired).tables == ["A | B\n=\nc | d"])
  }

  @Test("within a row leave a '+' for a '|', which is mended")
  func strayCorner() {
    let example = RSTExample(Self.table("+----+------+").replacing("| c  | d", with: "| c  + d"))
    #expect(example.faults == [.malformedTable(.strayCorner)])
    #expect(example.repaired == Self.table("+----+------+"))
  }

  @Test("are as docutils reads them in the published rows")
  func published() {
    let example = RSTExample(Self.table("+------+----+"))
    #expect(example.tables == ["A | B (2×1)\n=\nc | d (3×1)\ne | f (3×1)"])
    #expect(example.document.tables.map(\.isPublished) == [true])
    #expect(example.document.tables.first?.rows != example.document.tables.first?.intendedRows)
  }

  @Test("at the top or below the head are redrawn with what they are drawn with")
  func topAndHead() {
    let top = RSTExample("+--+--------+\n| A  | B    |\n+====+======+\n| c  | d    |\n+----+------+\n")
    #expect(top.faults == [.misalignedBorder(redrawn: "+----+------+")])
    #expect(top.document.faults.first?.range.start.line == 1)
    #expect(top.document.tables.first?.meantRows.map { $0.map(\.text) } == [["A", "B"], ["c", "d"]])
    let head = RSTExample("+----+------+\n| A  | B    |\n+======+====+\n| c  | d    |\n+----+------+\n")
    #expect(head.faults == [.misalignedBorder(redrawn: "+====+======+")])
    #expect(head.document.tables.first?.meantRows.map { $0.map(\.text) } == [["A", "B"], ["c", "d"]])
  }

  @Test("are told one by one")
  func two() {
    let rows =
      "+----+------+\n| a  | b    |\n+--+--------+\n| c  | d    |\n+----+------+\n| e  | f    |\n+------+----+\n| g  | h    |\n+----+------+\n"
    let example = RSTExample(rows)
    #expect(example.document.faults.map(\.range.start.line) == [3, 7])
    #expect(example.intendedTables == ["a | b\nc | d\ne | f\ng | h"])
    #expect(RSTExample(example.repaired).faults.isEmpty)
  }

  @Test("that keep docutils from reading the table leave the rows that were meant")
  func unpublished() {
    let example = RSTExample(
      "+---+---+\n| a | b |\n+---+---+\n| c | d |\n+---+---+\n| e | f |\n++--+---+\n| g | h |\n+---+---+\n")
    #expect(example.faults == [.misalignedBorder(redrawn: "+---+---+")])
    #expect(example.document.tables.map(\.isPublished) == [true])
    let rejected = RSTExample(
      "+---+---+\n| a | b |\n+---+---+\n| c | d |\n+-+-----+\n| e | f |\n+---+---+\n| g     |\n+-------+\n")
    #expect(rejected.document.tables.count == 1)
    #expect(rejected.document.tables.first?.intendedRows?.count == 4)
  }

  @Test(
    "are none where cells span columns or rows",
    arguments: [
      "+---+---+\n| a | b |\n+---+---+\n| c     |\n+---+---+\n| d | e |\n+---+---+\n",
      "+---+---+\n| a | b |\n|   +---+\n|   | c |\n+---+---+\n",
      "+-------+\n| a     |\n+---+---+\n| b | c |\n+---+---+\n",
      "+---+---+\n| a | b |\n+---+---+\n| c     |\n+-------+\n",
      "+---+---+---+\n| a | b | c |\n+---+---+---+\n| d     | e |\n+---+---+---+\n| f | g     |\n+---+-------+\n",
      "+-------+\n| a | b |\n+-------+\n",
    ])
  func spans(text: String) {
    #expect(RSTExample(text).faults.isEmpty)
    #expect(RSTExample(text).intendedTables.isEmpty)
  }

  @Test("of tables in cells are found, and nothing in them is collected twice")
  func nested() {
    let inner = Self.table("+------+----+").split(separator: "\n")
    let border = "+" + String(repeating: "-", count: 15) + "+\n"
    let text =
      border + inner.map { "| " + $0 + " |\n" }.joined() + "| `x`_           |\n".replacing("  |", with: " |") + border
    let example = RSTExample(text)
    #expect(example.faults == [.misalignedBorder(redrawn: "+----+------+")])
    #expect(example.document.tables.map(\.nesting) == [0, 1])
  }

  @Test("inside a table directive are told, though docutils may refuse the directive")
  func directive() {
    let lines = Self.table("+------+----+").split(separator: "\n").map { "   " + $0 + "\n" }.joined()
    let example = RSTExample(".. table:: Cap\n\n" + lines)
    #expect(example.faults == [.misalignedBorder(redrawn: "+----+------+")])
    #expect(example.document.tables.map(\.caption) == ["Cap"])
    #expect(example.intendedTables == ["A | B\nc | d\ne | f"])
  }
}
