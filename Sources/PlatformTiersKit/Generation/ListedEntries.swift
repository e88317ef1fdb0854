import Checks
import Diagnostics
import Documents
import Policy
import Rendering

/// A row of a table or an item of a list that lists a platform.
struct ListedEntry {
  enum Location: Hashable {
    case row(RowSource)
    case item(list: Int, item: Int)
  }

  var row: LocatedRow
  var location: Location
  /// What the registry has of its platform; nil where the registry has none.
  var standing: RegistryTables.Standing?
}

/// The entries of a document, each with the platform of the registry that it lists.
struct ListedEntries {
  private(set) var all: [ListedEntry] = []
  /// The platforms that no entry lists, those that came first first.
  private(set) var unlisted: [RegistryTables.Standing] = []
  private var byLocation: [ListedEntry.Location: Int] = [:]

  init(
    _ located: LocatedPolicy, of document: PolicyDocument, in file: SourceFile, besides regions: [Region],
    _ tables: RegistryTables
  ) {
    let locations = EntryLocations(located, in: document)
    for row in located.rows where !regions.contains(row.range.start.line) && !row.platform.text.isEmpty {
      guard let location = locations[row] else { continue }
      byLocation[location] = all.count
      all.append(ListedEntry(row: row, location: location, standing: nil))
    }
    let standings = tables.all
    let matching = Matching(
      from: all.map { Listing($0.row, in: file.path) }, to: standings.map { $0.listing })
    for pair in matching.pairs { all[pair.from].standing = standings[pair.to] }
    let listed = Set(matching.pairs.map { $0.to })
    unlisted = standings.indices.filter { !listed.contains($0) }.map { standings[$0] }
  }

  subscript(location: ListedEntry.Location) -> ListedEntry? { byLocation[location].map { all[$0] } }
}

/// Where the rows of a located policy stand in the document's tables and lists.
private struct EntryLocations {
  private var locations: [SourcePosition: ListedEntry.Location] = [:]

  init(_ located: LocatedPolicy, in document: PolicyDocument) {
    for listing in located.listings {
      switch listing.form {
      case .tables(let indices): for index in indices { add(document.tables[index], index) }
      case .lists(let indices):
        for index in indices {
          for (number, item) in document.lists[index].items.enumerated() {
            locations[item.range.start] = .item(list: index, item: number)
          }
        }
      case .missing: break
      }
    }
  }

  private mutating func add(_ table: Table, _ index: Int) {
    for (number, row) in table.meantRows.enumerated() {
      for cell in row { locations[cell.range.start] = .row(RowSource(table: index, row: number)) }
    }
  }

  subscript(row: LocatedRow) -> ListedEntry.Location? { locations[row.range.start] }
}
