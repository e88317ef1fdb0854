import Documents
import Policy

extension RuleContext {
  /// The indices in `document.tables` of the tables that list platforms, with the names of what they list.
  var platformTables: [Int: String] {
    var names: [Int: String] = [:]
    for listing in located.listings {
      guard case .tables(let indices) = listing.form else { continue }
      for index in indices where names[index] == nil { names[index] = listing.place.name }
    }
    return names
  }
}
