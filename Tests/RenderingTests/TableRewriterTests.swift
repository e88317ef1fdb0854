import Diagnostics
import Documents
import Rendering
import Testing
import TestSupport

@Suite("Table rewriter")
struct TableRewriterTests {
  static let grid = """
    Before.

    +----------+----------------------+
    | Platform | Notes                |
    +==========+======================+
    | Linux    | ``make`` see gh-1_   |
    |          | and more             |
    +----------+----------------------+
    | BSD      |                      |
    +----------+----------------------+

    .. _gh-1: https://example.org/1
    .. _gh-3: https://example.org/3
    .. _other: https://example.org/o
    """

  @Test("leaves a table alone whose cells agree")
  func agreement() throws {
    let rows = [["Linux", "`make` see [gh-1](https://example.org/1) and more"], ["BSD", ""]]
    #expect(try Rewriting.result(Self.grid, rows) == Self.grid)
    #expect(try Rewriting.result(Self.grid, rows.reversed()) == Self.grid)
  }

  @Test("changes one cell and adds its link's target beside the others")
  func changedCell() throws {
    let rows = [
      ["Linux", "`make` see gh-1 and more"], ["BSD", "Was listed, see [gh-2](https://example.org/2)"], ["WASI", "new"],
    ]
    #expect(
      try Rewriting.result(Self.grid, rows) == """
        Before.

        +----------+----------------------+
        | Platform | Notes                |
        +==========+======================+
        | Linux    | ``make`` see gh-1_   |
        |          | and more             |
        +----------+----------------------+
        | BSD      | Was listed, see      |
        |          | gh-2_                |
        +----------+----------------------+
        | WASI     | new                  |
        +----------+----------------------+

        .. _gh-1: https://example.org/1
        .. _gh-2: https://example.org/2
        .. _gh-3: https://example.org/3
        .. _other: https://example.org/o
        """)
  }

  @Test("widens a column for a longer name and removes a row")
  func widened() throws {
    #expect(
      try Rewriting.result(Self.grid, [["Linux", "`make` see gh-1 and more"], ["Emscripten/Pyodide", ""]]).contains(
        """
        +--------------------+----------------------+
        | Platform           | Notes                |
        +====================+======================+
        | Linux              | ``make`` see gh-1_   |
        |                    | and more             |
        +--------------------+----------------------+
        | Emscripten/Pyodide |                      |
        +--------------------+----------------------+

        .. _gh-1
        """))
  }

  @Test("keeps a list-table's directive, indentation and the rows that agree")
  func listTable() throws {
    let text = """
      .. list-table:: Platforms
         :header-rows: 1
         :widths: 1 2

         - * Platform
           * Notes
         - * Linux
           * with *markup*
         - * BSD
           *

      After.
      """
    #expect(try Rewriting.result(text, [["Linux", "with markup"], ["BSD", ""]]) == text)
    #expect(
      try Rewriting.result(text, [["Linux", "with markup"], ["BSD", "- a"]])
        == text.split(separator: "\n", omittingEmptySubsequences: false).map { $0 == "     *" ? "     * \\- a" : $0 }
        .joined(separator: "\n"))
  }

  @Test("keeps a pipe table's alignments, widths and the rows that agree")
  func pipeTable() throws {
    let text = """
      > | Platform | Notes |
      > |:---------|------:|
      > | Linux    | *x*   |
      > | BSD      |       |
      """
    #expect(try Rewriting.result(text, as: .markdown, [["Linux", "x"], ["BSD", ""]]) == text)
    #expect(
      try Rewriting.result(text, as: .markdown, [["Linux", "x"], ["BSD", "a|b"]])
        == text.split(separator: "\n").map { $0.hasPrefix("> | BSD") ? #"> | BSD      | a\|b  |"# : $0 }.joined(
          separator: "\n"))
    #expect(
      try Rewriting.result(text, as: .markdown, [["Linux", "x"], ["BSD", "longer"]]) == """
        > | Platform | Notes  |
        > |:---------|-------:|
        > | Linux    | *x*    |
        > | BSD      | longer |
        """)
  }

  @Test("keeps CR LF")
  func lineEnds() throws {
    let text = Self.grid.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    let rows = [["Linux", "other [gh-9](https://example.org/9)"], ["BSD", ""]]
    let expected = try Rewriting.result(Self.grid, rows).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(try Rewriting.result(text, rows) == expected.joined(separator: "\r\n"))
  }

  @Test("keeps the table directive around a grid")
  func directives() throws {
    let table = ".. table:: Caption\n\n   +---+---+\n   | a | b |\n   +===+===+\n   | 1 | 2 |\n   +---+---+\n"
    #expect(try Rewriting.result(table, [["1", "3"]]) == table.replacing("2", with: "3"))
  }

  @Test("does not rewrite a table in a table's cell")
  func nestedTable() {
    let text = "+-----------+\n| +---+---+ |\n| | a | b | |\n| +---+---+ |\n+-----------+\n"
    var rewriting = Rewriting(Array(text.utf8), as: .restructuredText)
    #expect(rewriting.document.tables.count == 2)
    #expect(throws: RewriteObstacle(.nested, at: rewriting.document.tables[1].range)) {
      try rewriting.rewriter.rewrite(1, rows: [])
    }
    #expect(rewriting.rewriter.edits.isEmpty)
  }

  @Test("a table without rows has one of empty cells, since a head needs it")
  func noRows() throws {
    let text = "+---+\n| a |\n+===+\n| 1 |\n+---+\n"
    let expected = "+---+\n| a |\n+===+\n|   |\n+---+\n"
    #expect(try Rewriting.result(text, []) == expected)
    #expect(try Rewriting.result(expected, []) == expected)
  }

  @Test("a rewritten table reads as its rows, and is left alone then", arguments: RoundTripTests.formats)
  func generatedTables(format: TableFormat) throws {
    let language: DocumentFormat = format == .markdown ? .markdown : .restructuredText
    for seed in 0..<300 {
      let old = GeneratedTable.make(seed: seed, hasMarkup: true)
      let new = GeneratedTable.make(seed: seed + 1000, hasMarkup: true)
      let rows = TableContent(titles: old.titles, rows: new.rows + old.rows.prefix(1)).rows
      let prefix = seed % 2 == 0 ? "" : format == .markdown ? "> " : "   "
      let ending = seed % 3 == 0 ? "\r\n" : "\n"
      let rendered = String(decoding: TableRenderer.render(old, as: format, width: 60).bytes, as: UTF8.self)
      let text =
        "Before." + ending + ending
        + rendered.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { prefix + $0 + ending }
        .joined() + ending + "After." + ending
      var first = Rewriting(Array(text.utf8), as: language)
      do throws(RewriteObstacle) {
        try first.rewrite(0, rows)
      } catch {
        let isGrid = first.document.tables.first?.kind == .grid
        #expect(isGrid && error.kind == .combiningCharacter && seed % 5 == 0, "seed \(seed): \(error)")
        continue
      }
      var second = Rewriting(first.result, as: language)
      let read = (second.document.tables.first?.rows).map { $0.map { $0.map(\.text) } } ?? []
      let isSame =
        read.first == old.titles.map(\.text)
        && read.dropFirst().sorted { "\($0)" < "\($1)" }
          == rows.map { $0.map(\.text) }.sorted { "\($0)" < "\($1)" }
      try second.rewrite(0, rows)
      guard !isSame || !second.rewriter.edits.isEmpty || !second.document.faults.isEmpty else { continue }
      Issue.record(
        """
        seed \(seed): \(read) instead of \(rows.map { $0.map(\.text) }) \(second.document.faults) \
        \(second.rewriter.edits.map { String(decoding: $0.replacement, as: UTF8.self) })
        \(text)\(String(decoding: first.result, as: UTF8.self))
        """)
      return
    }
  }

  // MARK: The real document

  @Test(
    "leaves a table with a broken border alone", .enabled(if: SharedFolder.isPresent, SharedFolder.skipReason))
  func brokenBorder() throws {
    for path in SharedFolder.documents(in: "corpus/nep57") {
      var rewriting = Rewriting(try SharedFolder.bytes(path), as: .restructuredText)
      for index in rewriting.document.tables.indices {
        let table = rewriting.document.tables[index]
        if table.intendedRows == nil {
          try rewriting.rewrite(index, rewriting.body(index))
        } else {
          #expect(throws: RewriteObstacle.self, "\(path)") { try rewriting.rewriter.rewrite(index, rows: []) }
        }
      }
      #expect(rewriting.rewriter.edits.isEmpty, "\(path)")
    }
  }

  @Test(
    "gives a revision of NEP 57 the rows of the next one", .enabled(if: SharedFolder.isPresent, SharedFolder.skipReason)
  )
  func nextRevision() throws {
    let paths = SharedFolder.documents(in: "corpus/nep57")
    #expect(paths.count > 1)
    for (path, next) in zip(paths, paths.dropFirst()) {
      var old = try Self.mended(path)
      let new = try Self.mended(next)
      let indices = old.document.tables.indices
      for index in indices where index < new.document.tables.count {
        try old.rewrite(index, new.body(index))
      }
      let result = Rewriting(old.result, as: .restructuredText)
      #expect(result.document.tables.count == indices.count, "\(path)")
      for index in indices where index < new.document.tables.count {
        // A new row comes last, wherever the next revision has it.
        let rows = [result, new].map { $0.body(index).map { $0.map(\.text) }.sorted { $0[0] < $1[0] } }
        #expect(rows[0] == rows[1], "\(path), table \(index)")
        #expect(result.document.tables[index].intendedRows == nil, "\(path), table \(index)")
      }
    }
  }

  /// A document whose borders were redrawn as `lint --fix` does.
  private static func mended(_ path: String) throws -> Rewriting {
    let broken = Rewriting(try SharedFolder.bytes(path), as: .restructuredText)
    let repairs = broken.document.faults.map { Fix(.safe, "redraw", edits: $0.repair) }
    return Rewriting(broken.file.applying(repairs).bytes, as: .restructuredText)
  }
}
