import Diagnostics
import Documents

/// The cells of a document's tables, as they are written and as they read.
struct CellSource {
  let document: PolicyDocument
  private let elements: DocumentElements
  private let links: CellLinks

  init(_ document: PolicyDocument, in file: SourceFile) {
    self.document = document
    elements = DocumentElements(of: document, in: file)
    links = CellLinks(of: document)
  }

  /// What is written for a wanted cell, and what a reader finds there then.
  func resolved(_ wanted: WantedCell, of row: RowSource?) -> (cell: RewritePlan.Cell, text: String) {
    let standing = cell(wanted.column, of: row)
    guard let standing, wanted.content.map({ links.agree(standing, $0, elements.elements(at: standing.range)) }) ?? true
    else {
      let content = wanted.content ?? CellContent([])
      return (wanted.lines.map { .lines($0) } ?? .content(content), content.text)
    }
    return (.lines(lines(of: standing)), standing.text)
  }

  /// The cell's lines as they are written, without what stands before them.
  func lines(of cell: TableCell) -> [[UInt8]] { elements.lines(at: cell.range) }

  private func cell(_ column: Int?, of row: RowSource?) -> TableCell? {
    guard let column, let row, document.tables.indices.contains(row.table),
      document.tables[row.table].rows.indices.contains(row.row)
    else { return nil }
    return document.tables[row.table].rows[row.row].first { $0.column == column }
  }
}
