import Diagnostics
import Documents
import Rendering

/// A document in which tables are rewritten.
struct Rewriting {
  let file: SourceFile
  let document: PolicyDocument
  var rewriter: TableRewriter

  init(_ bytes: [UInt8], as format: DocumentFormat) {
    file = SourceFile(path: "x", bytes: bytes)
    document = DocumentReader.read(file, as: format)
    rewriter = TableRewriter(file, document)
  }

  /// Gives the first table these rows, in Markdown, and returns the whole document.
  static func result(
    _ text: String, as format: DocumentFormat = .restructuredText, _ rows: [[String]]
  ) throws -> String {
    var rewriting = Rewriting(Array(text.utf8), as: format)
    try rewriting.rewrite(0, rows.map { $0.map(CellContent.init(markdown:)) })
    return String(decoding: rewriting.result, as: UTF8.self)
  }

  /// Gives a table rows; those that it has already, by their first cells, keep their places.
  mutating func rewrite(_ index: Int, _ rows: [[CellContent]]) throws(RewriteObstacle) {
    try rewriter.rewrite(index, rows: wanted(index, rows))
  }

  private func wanted(_ index: Int, _ rows: [[CellContent]]) -> [WantedRow] {
    guard document.tables.indices.contains(index) else { return [] }
    let table = document.tables[index]
    var open = Array(rows.indices)
    var kept: [WantedRow] = []
    for number in table.headRowCount..<table.rows.count {
      let texts = table.rows[number].map(\.text)
      let same = open.firstIndex { rows[$0].map(\.text) == texts } ?? open.firstIndex { rows[$0][0].text == texts[0] }
      guard let same else { continue }
      kept.append(row(RowSource(table: index, row: number), rows[open.remove(at: same)]))
    }
    return kept + open.map { row(nil, rows[$0]) }
  }

  private func row(_ source: RowSource?, _ cells: [CellContent]) -> WantedRow {
    WantedRow(
      source: source,
      cells: cells.enumerated().map { WantedCell(column: source == nil ? nil : $0, content: $1) })
  }

  var result: [UInt8] { file.applying([Fix(.safe, "rewrite", edits: rewriter.edits)]).bytes }

  /// The rows below a table's head, as they were meant.
  func body(_ index: Int) -> [[CellContent]] {
    let table = document.tables[index]
    return table.meantRows.dropFirst(table.headRowCount).map { $0.map { CellContent(text: $0.text) } }
  }
}
