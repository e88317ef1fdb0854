import Documents
import Policy

/// What each column of a table is for, to a tier or list that it shows.
struct ColumnUse {
  enum Use: Hashable {
    /// One of the columns that name the platform, counted from 0, and its title.
    case name(Int, title: String)
    case notes
    case contacts
    /// The one whose word says which tier a row is in.
    case filter
    /// Any other, by its title.
    case other(String)
  }

  /// From left to right.
  let uses: [Use]
  /// The row after the head.
  let firstEntry: Int

  init(_ table: Table, of place: Place, _ policy: Policy) {
    let columns = TableColumns(table, of: place.listing)
    firstEntry = columns.firstEntry
    var uses = [Use](repeating: .other(""), count: table.columnCount)
    let contacts = policy.places.flatMap { $0.listing.columns }.filter { $0.role == .contacts }
    for title in columns.titles where uses.indices.contains(title.column) {
      let text = title.text.text.folded
      let own: Column? = if case .own(let column) = title.meaning { column } else { nil }
      uses[title.column] =
        contacts.contains { column in ([column.title] + column.otherTitles).contains { $0.folded == text } }
        ? .contacts : .other(own?.title.folded ?? text)
    }
    func take(_ index: Int?, _ use: Use) {
      if let index, uses.indices.contains(index) { uses[index] = use }
    }
    take(columns.rowFilterColumn, .filter)
    take(columns.index(of: .notes), .notes)
    take(columns.index(of: .contacts), .contacts)
    for (number, index) in columns.indices(of: .platform).enumerated() {
      if case .other(let title)? = uses.indices.contains(index) ? uses[index] : nil {
        take(index, .name(number, title: title))
      }
    }
    self.uses = uses
  }

  /// The titles of the columns that name the platform.
  var nameTitles: [String] { uses.compactMap { if case .name(_, let title) = $0 { title } else { nil } } }

  /// The columns of the platforms' names.
  var names: [Int] { uses.indices.filter { if case .name = uses[$0] { true } else { false } } }
}
