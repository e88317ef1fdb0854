import Documents
import Rendering
import Testing

/// Every shape of a table is rewritten as that shape, and only the lines of rows that change do.
@Suite("Shapes of rewritten tables")
struct TableShapeTests {
  /// Checks that a document with one line replaced is what the rows give.
  private func check(
    _ text: String, as format: DocumentFormat = .restructuredText, _ rows: [[String]], replaces line: String,
    with new: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let expected = text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { $0 == line ? new.isEmpty ? [] : new.split(separator: "\n").map(String.init) : [String($0)] }
      .joined(separator: "\n")
    let result = try Rewriting.result(text, as: format, rows)
    #expect(result == expected, sourceLocation: sourceLocation)
    #expect(try Rewriting.result(result, as: format, rows) == result, sourceLocation: sourceLocation)
  }

  // MARK: Pipe tables

  static let open = """
    Platform | Notes | Board
    ---------|-------|------
    Haiku    | `x`   | R1
    BeOS     |       |
    """

  @Test("a pipe table without pipes at its lines' ends")
  func openPipes() throws {
    let rows = [["Haiku", "x", "R1"], ["BeOS", "", ""]]
    #expect(try Rewriting.result(Self.open, as: .markdown, rows) == Self.open)
    try check(
      Self.open, as: .markdown, [rows[0], ["BeOS", "old", ""]], replaces: "BeOS     |       |",
      with: "BeOS     | old   |")
    try check(
      Self.open, as: .markdown, [rows[1]], replaces: "Haiku    | `x`   | R1", with: "")
    try check(
      Self.open, as: .markdown, rows + [["AROS", "a", "b"]], replaces: "BeOS     |       |",
      with: "BeOS     |       |\nAROS     | a     | b")
    // A cell that is empty, or that would be another block, gets a pipe before it.
    try check(
      Self.open, as: .markdown, rows + [["- x", "a", "b"]], replaces: "BeOS     |       |",
      with: "BeOS     |       |\n|- x      | a     | b")
  }

  @Test("a tight pipe table with cells of all widths")
  func tightPipes() throws {
    let text = """
      |  System | Type |
      |---|---|
      | GNU/Linux | Tier 1 |
      | AIX | | 

      After.
      """
    try check(
      text, as: .markdown, [["GNU/Linux", "Tier 2"], ["AIX", ""]], replaces: "| GNU/Linux | Tier 1 |",
      with: "| GNU/Linux | Tier 2 |")
    try check(
      text, as: .markdown, [["GNU/Linux", "Tier 1"], ["AIX", "a|b"]], replaces: "| AIX | | ", with: "| AIX | a\\|b | ")
  }

  @Test("cells that span nothing and say nothing")
  func shortRow() throws {
    let text = "| a | b | c |\n|---|---|---|\n| x |\n| y | z | w |\n"
    try check(text, as: .markdown, [["x", "1", ""], ["y", "z", "w"]], replaces: "| x |", with: "| x | 1 | |")
  }

  // MARK: Simple tables

  static let simple = """
    Before.

    ============ ================= ========
    Name         Notes             Contacts
    ============ ================= ========
    aarch64-gnu  ``glibc``, gcc    Ada, Grace Hopper and others
    x86_64                         Bo

    s390x        big |endian|      Cy
    ============ ================= ========

    .. |endian| replace:: end
    """

  static let simpleRows = [
    ["aarch64-gnu", "glibc, gcc", "Ada, Grace Hopper and others"], ["x86_64", "", "Bo"], ["s390x", "big endian", "Cy"],
  ]

  @Test("a simple table stays one, and its other rows as they are")
  func simpleTable() throws {
    #expect(try Rewriting.result(Self.simple, Self.simpleRows) == Self.simple)
    var rows = Self.simpleRows
    rows[1][1] = "musl"
    try check(
      Self.simple, rows, replaces: "x86_64                         Bo", with: "x86_64       musl              Bo")
    rows = Self.simpleRows
    rows[0][2] = "Ada"
    try check(
      Self.simple, rows, replaces: "aarch64-gnu  ``glibc``, gcc    Ada, Grace Hopper and others",
      with: "aarch64-gnu  ``glibc``, gcc    Ada")
    try check(
      Self.simple, Self.simpleRows + [["AROS", "", ""]], replaces: "s390x        big |endian|      Cy",
      with: "s390x        big |endian|      Cy\nAROS")
  }

  @Test("a column of a simple table grows for a longer name")
  func grownSimpleTable() throws {
    let text = "====  =====\nName  Notes\n====  =====\nBSD   x\n====  =====\n"
    #expect(
      try Rewriting.result(text, [["BSD", "x"], ["Windows", "y z"]])
        == "=======  =====\nName     Notes\n=======  =====\nBSD      x\nWindows  y z\n=======  =====\n")
    #expect(try Rewriting.result(text, []) == "====  =====\nName  Notes\n====  =====\n\\\n====  =====\n")
  }

  // MARK: Grid tables

  @Test("a grid table keeps the lines of rows that stay, spans and several lines included")
  func grid() throws {
    let text = """
      +-------+------+------+
      | Name  | A    | B    |
      +=======+======+======+
      | Linux | over both   |
      +-------+------+------+
      | BSD   | - x  | y    |
      |       | - z  |      |
      +-------+------+------+
      | AIX   | 1    | 2    |
      +-------+------+------+
      """
    var rewriting = Rewriting(Array(text.utf8), as: .restructuredText)
    func row(_ number: Int) -> WantedRow {
      WantedRow(source: RowSource(table: 0, row: number), cells: (0..<3).map { WantedCell(column: $0) })
    }
    var changed = row(3)
    changed.cells[2].content = CellContent(text: "longer")
    try rewriting.rewriter.rewrite(0, rows: [row(1), row(2), changed])
    #expect(
      String(decoding: rewriting.result, as: UTF8.self) == """
        +-------+------+--------+
        | Name  | A    | B      |
        +=======+======+========+
        | Linux | over both     |
        +-------+------+--------+
        | BSD   | - x  | y      |
        |       | - z  |        |
        +-------+------+--------+
        | AIX   | 1    | longer |
        +-------+------+--------+
        """)
    var spanning = row(1)
    spanning.cells[0].content = CellContent(text: "GNU/Linux")
    #expect(throws: RewriteObstacle.self) { try rewriting.rewriter.rewrite(0, rows: [spanning, row(2), row(3)]) }
  }

  // MARK: Rows from other tables

  @Test(
    "a row from another table brings its cells as they are written",
    arguments: [
      ("====  =====\nName  Notes\n====  =====\nA     b\n====  =====", "A      b\n**B**  ``c``, see [#f]_"),
      (
        ".. list-table::\n\n   * - Name\n     - Notes\n   * - A\n     - b",
        "   * - A\n     - b\n   * - **B**\n     - ``c``, see [#f]_"
      ),
      (".. csv-table::\n   :header: Name, Notes\n\n   A, b", "   A, b\n   **B**, \"``c``, see [#f]_\""),
      ("+---+---+\n| n | o |\n+===+===+\n| A | b |\n+---+---+", "| **B** | ``c``, see [#f]_ |"),
    ])
  func transplanted(target: String, expected: String) throws {
    let source =
      "+-------+------------------+\n| Name  | Notes            |\n+=======+==================+\n| **B** | ``c``, see [#f]_ |\n+-------+------------------+"
    let text = target + "\n\nBetween.\n\n" + source + "\n\n.. [#f] A footnote.\n"
    var rewriting = Rewriting(Array(text.utf8), as: .restructuredText)
    let head = rewriting.document.tables[0].headRowCount
    let own = (head..<rewriting.document.tables[0].rows.count).map { number in
      WantedRow(source: RowSource(table: 0, row: number), cells: (0..<2).map { WantedCell(column: $0) })
    }
    let moved = WantedRow(source: RowSource(table: 1, row: 1), cells: (0..<2).map { WantedCell(column: $0) })
    try rewriting.rewriter.rewrite(0, rows: own + [moved])
    let result = String(decoding: rewriting.result, as: UTF8.self)
    #expect(result.contains(expected), "\(result)")
    #expect(result.hasSuffix("Between.\n\n" + source + "\n\n.. [#f] A footnote.\n"))
  }
}
