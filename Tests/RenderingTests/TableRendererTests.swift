import Rendering
import Testing

@Suite("Table renderer")
struct TableRendererTests {
  static let table = TableContent(
    titles: ["Platform", "Notes", "Contacts"].map(CellContent.init(text:)),
    rows: [
      [
        "Linux on RISC-V", "given by RISE, see [gh-7](https://example.org/7) or `make` it",
        "Ada Lovelace, Grace Hopper",
      ],
      ["a | b", "", "`x`_"],
    ].enumerated().map { index, row in
      row.enumerated().map { column, text in
        index == 0 && column == 1 ? CellContent(markdown: text) : CellContent(text: text)
      }
    })

  private func render(_ format: TableFormat, width: Int = 64) -> String {
    String(decoding: TableRenderer.render(Self.table, as: format, width: width).bytes, as: UTF8.self)
  }

  @Test("draws a grid, wrapped to the width")
  func grid() {
    #expect(
      render(.grid) == #"""
        +-----------------+---------------------+---------------------+
        | Platform        | Notes               | Contacts            |
        +=================+=====================+=====================+
        | Linux on RISC-V | given by RISE, see  | Ada Lovelace, Grace |
        |                 | gh-7_ or ``make``   | Hopper              |
        |                 | it                  |                     |
        +-----------------+---------------------+---------------------+
        | a \| b          |                     | \`x\`\_             |
        +-----------------+---------------------+---------------------+

        """#)
  }
}
