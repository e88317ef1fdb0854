import Diagnostics
import Documents

/// The links of a document by their place, to tell whether a cell has those that it should.
struct CellLinks: Sendable {
  private let references: [(place: SourcePosition, text: String)]
  private let uris: [(place: SourcePosition, text: String)]

  init(of document: PolicyDocument) {
    references = document.references.filter { $0.kind == .hyperlink }.map { ($0.range.start, $0.name) }
      .sorted { $0.place < $1.place }
    uris = document.links.map { ($0.range.start, LinkURI.normalized($0.uri) ?? $0.uri) }
      .sorted { $0.place < $1.place }
  }

  /// Whether a cell reads as the content does.
  ///
  /// A link by name counts by its name: where that leads is said elsewhere in the document, not in the table.
  ///
  /// - Parameter elements: those of the cell, which tell where a link by another name leads.
  func agree(_ cell: TableCell, _ content: CellContent, _ elements: @autoclosure () -> [InlineElement]) -> Bool {
    guard cell.text.unicodeScalars.elementsEqual(content.text.unicodeScalars) else { return false }
    return content.elements.allSatisfy { element in
      guard case .link(let text, let uri) = element else { return true }
      let name = text.lowercased()
      return Self.slice(references, cell.range).contains { $0.text == name }
        || Self.slice(uris, cell.range).contains { $0.text == uri }
        || CellContent(elements()).elements.contains(element)
    }
  }

  private static func slice(
    _ entries: [(place: SourcePosition, text: String)], _ range: SourceRange
  ) -> ArraySlice<(place: SourcePosition, text: String)> {
    func index(of position: SourcePosition) -> Int {
      var low = 0
      var high = entries.count
      while low < high {
        let middle = (low + high) / 2
        if entries[middle].place < position { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let start = index(of: range.start)
    return entries[start..<max(start, index(of: range.end))]
  }
}
