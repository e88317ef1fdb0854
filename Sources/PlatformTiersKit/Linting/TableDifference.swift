import Checks
import Diagnostics
import Documents
import Policy

/// What generation changes in one table, by row and cell.
struct TableDifference {
  enum Part {
    /// A cell that gets another text or link.
    case cell(SourceRange)
    /// A row that goes.
    case gone(SourceRange)
    /// A row that comes, by the name of its platform.
    case new(String)

    var range: SourceRange? {
      switch self {
      case .cell(let range), .gone(let range): range
      case .new: nil
      }
    }
  }

  /// The table as it stands.
  let table: Table
  /// Empty where the rows stay, and only the drawing of the table is mended.
  private(set) var parts: [Part] = []

  /// Of all tables that stand under a heading of the policy in both.
  static func between(_ old: LocatedDocument, _ new: LocatedDocument) -> [TableDifference] {
    let (before, after) = (TableContents(old), TableContents(new))
    var seen: Set<Int> = []
    return zip(before.tables, after.tables).compactMap { before, after in
      guard before.place == after.place, seen.insert(before.index).inserted else { return nil }
      return TableDifference(old.document.tables[before.index], before.rows, after.rows)
    }
  }

  private init(_ table: Table, _ old: [TableContents.Row], _ new: [TableContents.Row]) {
    self.table = table
    var (gone, added) = (old, new)
    Self.pair(&gone, &added, by: { $0.texts }) { _, _ in }
    Self.pair(&gone, &added, by: { [$0.name] }) { old, new in
      for cell in old.cells.keys.sorted() where old.cells[cell] != new.cells[cell] {
        parts.append(.cell(old.ranges[cell] ?? old.range))
      }
    }
    parts += gone.map { .gone($0.range) } + added.map { .new($0.name) }
  }

  /// Takes out of both those that have the same key, in their order.
  private static func pair(
    _ old: inout [TableContents.Row], _ new: inout [TableContents.Row], by key: (TableContents.Row) -> [String],
    paired: (TableContents.Row, TableContents.Row) -> Void
  ) {
    var waiting = Dictionary(grouping: new.indices.reversed()) { key(new[$0]) }
    var taken: Set<Int> = []
    old = old.filter { row in
      guard let index = waiting[key(row), default: []].popLast() else { return true }
      paired(row, new[index])
      taken.insert(index)
      return false
    }
    new = new.indices.filter { !taken.contains($0) }.map { new[$0] }
  }
}

/// The tables that stand under the headings of a policy.
private struct TableContents {
  struct Row {
    var name: String
    /// By column, the text and the links of each.
    var cells: [Int: String] = [:]
    var ranges: [Int: SourceRange] = [:]
    var range: SourceRange

    var texts: [String] { cells.sorted { $0.key < $1.key }.map { $0.value } }
  }

  private(set) var tables: [(place: String, index: Int, rows: [Row])] = []

  init(_ content: LocatedDocument) {
    let links =
      (content.document.references.map { ($0.range.start, $0.name) }
      + content.document.links.map { ($0.range.start, $0.uri) }).sorted { $0.0 < $1.0 }
    for listing in content.located.listings {
      guard case .tables(let indices) = listing.form else { continue }
      let names = Dictionary(keepingFirst: listing.rows.map { ($0.platform.range.start, $0.platform.text) })
      for index in indices {
        let rows = content.document.tables[index].meantRows.compactMap { cells -> Row? in
          guard let first = cells.first, let last = cells.last else { return nil }
          let name = cells.lazy.compactMap { names[$0.range.start] }.first ?? first.text
          var row = Row(name: name, range: SourceRange(first.range.start, last.range.end))
          for cell in cells {
            let next = links.partitioningIndex { $0.0 >= cell.range.start }
            let inside = links[next...].prefix { $0.0 < cell.range.end }.map { $0.1 }
            row.cells[cell.column] = ([cell.text] + inside.sorted()).joined(separator: "\n")
            row.ranges[cell.column] = cell.range
          }
          return row
        }
        tables.append((listing.place.id, index, rows))
      }
    }
  }
}
