package import Diagnostics
package import Documents

/// Rewrites tables of a document in place: only their lines change, and only where a cell does not say what it should.
///
/// Rows keep the document's order, new ones follow in theirs; a row that is not wanted any more goes. A cell that reads
/// as it should stays as it is written, whatever its markup. A table keeps its form, its indentation and line ends, a
/// grid its columns' widths where the contents fit. Three tables change their form, those that could not hold the rows
/// otherwise: a simple table becomes a grid, a `csv-table` a `list-table`, and a grid too if characters combine in it.
package struct TableRewriter: Sendable {
  private let file: SourceFile
  private let document: PolicyDocument
  private let links: CellLinks
  private var targets: LinkTargets
  private var tableEdits: [TextEdit] = []

  /// The bytes of the tables that are not as they should be, from the first line that changes on.
  package var rewritten: [Range<Int>] { tableEdits.map(\.offsets) }

  package init(_ file: SourceFile, _ document: PolicyDocument) {
    self.file = file
    self.document = document
    links = CellLinks(of: document)
    targets = LinkTargets(of: document)
  }

  /// Gives a table new rows below its head, which stays.
  ///
  /// - Parameters:
  ///   - index: in `PolicyDocument.tables`.
  ///   - rows: cells in the order of the table's columns.
  ///   - key: the column whose text tells which row is which.
  /// - Returns: false for a table that is not rewritten, since it stands in another one's cell or is not there.
  package mutating func rewrite(_ index: Int, rows: [[CellContent]], key: Int = 0) -> Bool {
    guard document.tables.indices.contains(index), !document.tables[index].isNested else { return false }
    let table = document.tables[index]
    let plan = RewritePlan(table, rows: rows, key: key, links: links)
    guard !plan.isUpToDate else { return true }
    let lines = TableLines(file, table)
    let written =
      switch table.kind {
      case .grid: GridRewriting(plan, lines, key: key).lines(targets: &targets)
      case .list: ListRewriting(plan, lines).lines(targets: &targets)
      case .pipe: PipeRewriting(plan, lines, file, table, targets: targets).lines()
      case .simple: lines.fresh(plan.content, as: .grid, targets: &targets)
      case .csv: lines.fresh(plan.content, as: .list, targets: &targets)
      }
    if let edit = lines.edit(to: written) { tableEdits.append(edit) }
    return true
  }

  /// The edits of all tables rewritten so far, and the targets that their links need, in document order.
  package var edits: [TextEdit] {
    (tableEdits + TargetInsertion(file, document).edits(adding: targets.added))
      .sorted { $0.offsets.lowerBound < $1.offsets.lowerBound }
  }
}
