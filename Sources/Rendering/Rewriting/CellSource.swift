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
    guard let standing, wanted.content.map({ agree(standing, $0) }) ?? true else {
      let content = wanted.content ?? CellContent([])
      return (.content(content), content.text)
    }
    return (.lines(lines(of: standing)), standing.text)
  }

  private func agree(_ standing: TableCell, _ content: CellContent) -> Bool {
    links.agree(standing, content) && !lines(of: standing).haveLoneMark
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

extension [[UInt8]] {
  /// Whether one of the lines is a punctuation character and nothing else: it is published as an empty list, or not at all,
  /// and no text shows it.
  package var haveLoneMark: Bool {
    contains { line in
      let text = line.filter { $0 != UInt8(ascii: " ") }
      return text.count == 1 && "-+*|`=_:".utf8.contains(text[0])
    }
  }
}
