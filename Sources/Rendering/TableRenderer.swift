/// The formats that a table can be written in.
package enum TableFormat: String, CaseIterable, Sendable {
  /// reStructuredText, drawn with characters.
  case grid = "rst"
  /// reStructuredText's `list-table` directive.
  case list = "list-table"
  case markdown
  case html
  case csv
  case json
}

/// A table in some format.
package struct RenderedTable: Hashable, Sendable {
  /// Whole lines, with line ends.
  package var bytes: [UInt8]
  /// Targets that the document needs for the table's links and does not have; reStructuredText alone has such.
  package var addedTargets: [LinkTargets.Definition]
}

/// Makes a table's text in any format.
package enum TableRenderer {
  /// Writes a table, in time linear in its size.
  ///
  /// A grid that docutils could not read comes out as a `list-table`: one with combining characters.
  ///
  /// - Parameters:
  ///   - targets: the names that links may use. A reference by any other name is text.
  ///   - width: the columns that text drawn in lines should keep to; a longer word is not divided.
  package static func render(
    _ table: TableContent, as format: TableFormat, targets: LinkTargets = LinkTargets(), width: Int = 100
  ) -> RenderedTable {
    var targets = targets
    let lines: [[UInt8]]
    switch format {
    case .grid where GridTable.canHold(table):
      lines = GridTable.lines(table, width: width, targets: &targets)
    case .grid, .list: lines = ListTable.lines(table, width: width, targets: &targets)
    case .markdown: lines = PipeTable.lines(table, targets: targets)
    case .html: lines = HTMLTable.lines(table, targets: targets)
    case .csv: return RenderedTable(bytes: CSVTable.bytes(table), addedTargets: [])
    case .json: return RenderedTable(bytes: JSONTable.bytes(table, targets: targets), addedTargets: [])
    }
    var bytes: [UInt8] = []
    for line in lines {
      bytes += line
      bytes.append(UInt8(ascii: "\n"))
    }
    return RenderedTable(bytes: bytes, addedTargets: targets.added)
  }
}
