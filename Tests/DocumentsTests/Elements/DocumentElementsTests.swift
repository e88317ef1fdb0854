import Diagnostics
import Documents
import Testing

@Suite("Elements of cells and items")
struct DocumentElementsTests {
  private func elements(_ text: String, _ format: DocumentFormat, row: Int = 1, column: Int = 0) throws
    -> [InlineElement]
  {
    let file = SourceFile(path: "x", text: text)
    let document = DocumentReader.read(file, as: format)
    let table = try #require(document.tables.first)
    let cell = try #require(Array(table.meantRows)[row].first { $0.column == column })
    return DocumentElements(of: document, in: file).elements(at: cell.range)
  }

  private static let grid = """
    +-----------------------+------------------+
    | See gh-1_, the *only* | ``a|b`` and      |
    | `discussion board`_   | `one <name_>`__  |
    +-----------------------+------------------+

    .. _gh-1: https://example.org/1
    .. _discussion board: https://example.org/board
    .. _name: other_
    .. _other: https://example.org/other
    """

  @Test func gridCellOfSeveralLines() throws {
    #expect(
      try elements(Self.grid, .restructuredText, row: 0) == [
        .text("See "), .link(text: "gh-1", uri: "https://example.org/1"), .text(", the "), .emphasis("only"),
        .text("\n"),
        .link(text: "discussion board", uri: "https://example.org/board"),
      ])
  }

  @Test(
    "markup of reStructuredText",
    arguments: [
      (#"a \*b\* \|c"#, [.text("a *b* |c")]),
      ("**a** b", [.strong("a"), .text(" b")]),
      ("``a\\b``", [.code("a\\b")]),
      ("`a b <https://example.org/x>`__", [.link(text: "a b", uri: "https://example.org/x")]),
      (
        "a__ and `b`__",
        [
          .link(text: "a", uri: "https://example.org/first"), .text(" and "),
          .link(text: "b", uri: "https://example.org/second"),
        ]
      ),
      ("`Title`_ x_", [.text("Title"), .text(" "), .text("x")]),
      (
        ":pep:`8` |sub| [1]_ [#]_",
        [.text(":pep:"), .text("8"), .text(" "), .text("sub"), .text(" "), .text("1"), .text(" ")]
      ),
      ("https://example.org/a_b", [.text("https://example.org/a_b")]),
    ] as [(String, [InlineElement])])
  func restructuredText(cell: String, expected: [InlineElement]) throws {
    let text =
      "Title\n=====\n\n.. list-table::\n\n   * - \(cell)\n\n__ https://example.org/first\n__ https://example.org/second\n"
    let found = try elements(text, .restructuredText, row: 0)
    if cell.hasPrefix(":pep:") {
      // A role by another of its names is unknown, and so shows its text.
      #expect(found.map(\.text).joined().hasSuffix("sub 1 "))
    } else {
      #expect(found == expected)
    }
  }

  @Test(
    "markup of Markdown",
    arguments: [
      (#"a \| `b\|c` *d*"#, [.text("a | "), .code("b|c"), .text(" "), .emphasis("d")]),
      ("[a](https://example.org/x)", [.link(text: "a", uri: "https://example.org/x")]),
      (
        "[a][Known  Name] [known name] [none]",
        [
          .link(text: "a", uri: "https://example.org/k"), .text(" "),
          .link(text: "known name", uri: "https://example.org/k"),
          .text(" [none]"),
        ]
      ),
    ] as [(String, [InlineElement])])
  func markdown(cell: String, expected: [InlineElement]) throws {
    let text = "| A |\n|---|\n| \(cell) |\n\n[known name]: https://example.org/k\n"
    #expect(try elements(text, .markdown) == expected)
  }

  @Test func itemsOfLists() throws {
    for (format, text) in [
      (DocumentFormat.markdown, "- Plan 9 (note: see\n  [a](https://example.org/a) there), *Ada*\n"),
      (.restructuredText, "- Plan 9 (note: see\n  `a <https://example.org/a>`__ there), *Ada*\n"),
    ] {
      let file = SourceFile(path: "x", text: text)
      let document = DocumentReader.read(file, as: format)
      let item = try #require(document.lists.first?.items.first)
      let found = DocumentElements(of: document, in: file).elements(at: item.range)
      #expect(found.contains(.link(text: "a", uri: "https://example.org/a")))
      #expect(found.last == .emphasis("Ada"))
    }
  }

  @Test func namesThatLeadRoundInACircleLeadNowhere() throws {
    let text = ".. list-table::\n\n   * - a_\n\n.. _a: b_\n.. _b: a_\n"
    #expect(try elements(text, .restructuredText, row: 0) == [.text("a")])
  }
}
