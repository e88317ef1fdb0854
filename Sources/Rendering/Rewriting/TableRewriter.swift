package import Diagnostics
package import Documents

/// Rewrites tables and bullet lists of a document in place: only lines of rows that change do, and those of others where
/// a column has to grow.
///
/// Every table keeps its form, its indentation and line ends, and a cell that reads as it should its markup. What cannot
/// be written as it should read is an obstacle, and stays as it is.
package struct TableRewriter: Sendable {
  let file: SourceFile
  let document: PolicyDocument
  private let cells: CellSource
  private var targets: LinkTargets
  private var rowEdits: [TextEdit] = []
  /// What a reader is to find in the result, by the index of the table or list.
  private(set) var expectedTables: [Int: [[String]]] = [:]
  private(set) var expectedLists: [Int: [String?]] = [:]

  /// The bytes of the tables and lists that are not as they should be, from the first line that changes on.
  package var rewritten: [Range<Int>] { rowEdits.map { $0.offsets } }

  package init(_ file: SourceFile, _ document: PolicyDocument) {
    self.file = file
    self.document = document
    cells = CellSource(document, in: file)
    targets = LinkTargets(of: document)
  }

  /// Gives a table new rows below its head, which stays.
  ///
  /// - Parameters:
  ///   - index: in `PolicyDocument.tables`.
  ///   - rows: in the order that they are to stand in.
  ///   - key: the column of the platforms' names.
  package mutating func rewrite(_ index: Int, rows: [WantedRow], key: Int = 0) throws(RewriteObstacle) {
    guard document.tables.indices.contains(index) else { return }
    let table = document.tables[index]
    guard table.isPublished, table.intendedRows == nil else { throw RewriteObstacle(.broken, at: table.range) }
    let plan = try RewritePlan(index, rows: rows, cells)
    guard !plan.isUpToDate else { return }
    guard !table.isNested else { throw RewriteObstacle(.nested, at: table.range) }
    let source = TableLines(file, table.range)
    let written =
      switch table.kind {
      case .grid: try GridRewriting(plan, source, key: key).lines(targets: &targets)
      case .list: try ListRewriting(plan, source).lines(targets: &targets)
      case .pipe: try PipeRewriting(plan, source, targets: targets).lines()
      case .simple: try SimpleRewriting(plan, source, cells).lines(targets: &targets)
      case .csv: try CSVRewriting(plan, source, file).lines(targets: &targets)
      }
    expectedTables[index] = plan.texts
    if let edit = source.edit(to: written) { rowEdits.append(edit) }
  }

  /// Gives a bullet list new items.
  ///
  /// - Parameter index: in `PolicyDocument.lists`.
  package mutating func rewrite(list index: Int, items: [WantedItem]) throws(RewriteObstacle) {
    guard document.lists.indices.contains(index) else { return }
    let rewriting = try BulletRewriting(index, in: document, file)
    let written = try rewriting.lines(of: items, targets: &targets)
    guard let edit = rewriting.source.edit(to: written.lines) else {
      // What is to read otherwise and is written as it was will never do.
      guard items.allSatisfy({ $0.isWhole }) else { throw RewriteObstacle(.misread, at: document.lists[index].range) }
      return
    }
    expectedLists[index] = written.texts
    rowEdits.append(edit)
  }

  /// The edits of all that was rewritten so far, and the targets that its links need, in document order.
  package var edits: [TextEdit] {
    (rowEdits + TargetInsertion(file, document).edits(adding: targets.added))
      .sorted { $0.offsets.lowerBound < $1.offsets.lowerBound }
  }
}
