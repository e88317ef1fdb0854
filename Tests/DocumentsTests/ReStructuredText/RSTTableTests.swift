import Documents
import Testing

@Suite("RST tables")
struct RSTTableTests {
  @Test("drawn as a grid have a head, spans over columns and rows, and blocks in their cells")
  func grid() {
    let example = RSTExample(
      """
      +-------+-------------+
      | A     | B           |
      |       +------+------+
      |       | C    | D    |
      +=======+======+======+
      | - x   | *em*        |
      | - y   |             |
      +-------+------+------+
      |       | a            |
      +-------+------+------+
      """)
    #expect(example.tables.isEmpty)
    #expect(example.faults == [.malformedTable(.unevenRightEdge)])
    let mended = RSTExample(
      """
      +-------+-------------+
      | A     | B           |
      |       +------+------+
      |       | C    | D    |
      +=======+======+======+
      | - x   | *em*        |
      | - y   |             |
      +-------+------+------+
      |       | a           |
      +-------+------+------+
      """)
    #expect(mended.tables == ["A (1×2) | B (2×1)\nC | D\n=\nx y | em (2×1)\n | a (2×1)"])
    #expect(mended.faults.isEmpty)
  }

  @Test("drawn as a grid stand next to no margin: text may touch the borders")
  func tightGrid() {
    #expect(RSTExample("+---+---+\n|a  |  b|\n+---+---+\n").tables == ["a | b"])
  }

  @Test("nested in a cell follow the table that holds them")
  func nested() {
    let example = RSTExample(
      """
      +------------------+
      | outer            |
      |                  |
      | +-----+-----+    |
      | | a   | == ==    |
      | +-----+-----+    |
      |                  |
      | == ==            |
      | c  d             |
      | == ==            |
      +------------------+
      """)
    #expect(
      example.tree == """
        document rst
        table grid 1:1-11:21
          row
            cell 2:3-10:8 "outer c d"
        fault malformed-table 5:3-5:16 "a line does not end at the table's right edge"
        table simple 8:3-10:8 nested
          lead-in "outer"
          row
            cell 9:3-9:4 "c"
            cell 9:6-9:7 "d"

        """)
  }

  @Test("drawn simply have heads, spans, continued rows, blank lines and open last columns")
  func simple() {
    let example = RSTExample(
      """
      =====  ===  ====
      Name   B and C
      -----  ---------
      x      y    z
      =====  ===  ====
      a      b    c
             b2   c2 runs on

      d      - e
             - f
      g h i  j    k
      -----------  ---
      =====  ===  ====
      """)
    #expect(example.faults == [.malformedTable(.textInColumnMargin)])
    let mended = RSTExample(
      """
      =====  ===  ====
      Name   B and C
      -----  ---------
      x      y    z
      =====  ===  ====
      a      b    c
             b2   c2 runs on

      d      - e
             - f
      both of     k
      ----------  ----
      e
      =====  ===  ====
      """)
    #expect(
      mended.tables == [
        "Name | B and C (2×1)\nx | y | z\n=\na | b b2 | c c2 runs on\nd | e f | \nboth of (2×1) | k\ne |  | "
      ])
  }

  @Test("drawn simply end at the first border with a blank line behind it, and a row's first column may be blank")
  func simpleEnds() {
    let example = RSTExample("== ==\na  b\n== ==\nc  d\n\\  e\n== ==\n\nf\n")
    #expect(example.tables == ["a | b\n=\nc | d\n | e"])
    #expect(RSTExample("== ==\na  b\n== ==\n\nc  d\n== ==\n").tables == ["a | b"])
  }

  @Test("drawn simply have white space beyond ASCII in their margins, but not half of a wide character")
  func widthOfMargins() {
    #expect(RSTExample("==  ==\na \u{A0}\u{2003}b\n==  ==\n").tables == ["a | b"])
    #expect(RSTExample("= =\n字 b\n= =\n").tables.isEmpty)
    #expect(RSTExample("== =\n字 b\n== =\n").tables == ["字 | b"])
  }

  @Test("know their section, their lead-in and how deep they stand")
  func surroundings() {
    let example = RSTExample(
      "S\n=\n\nLead:\n\n- == ==\n  a  b\n  == ==\n\nBelow:\n\n+-------+\n| == == |\n| a  b  |\n| == == |\n+-------+\n")
    #expect(example.document.tables.map(\.section) == [0, 0, 0])
    #expect(example.document.tables.map(\.leadIn) == ["", "Below:", ""])
    #expect(example.document.tables.map(\.nesting) == [0, 0, 1])
  }

  @Test("a lone border is a table without cells to docutils, and a fault")
  func loneBorder() {
    let example = RSTExample("+-----+\n")
    #expect(example.document.tables.map(\.columnCount) == [0])
    #expect(example.faults == [.malformedTable(.missingBottomBorder)])
  }
}
