import Checks
import Diagnostics
import Documents
import Policy

/// How much was read of one side of a review.
package struct ReviewContents: Sendable {
  private let documents: Int
  /// Rows and items of lists, in all tiers and unsupported lists.
  private let listed: Int
  /// The registry's platforms; nil without a registry.
  var registered: Int?

  init(_ state: PolicyState) {
    documents = state.documents.count
    listed = state.documents.reduce(0) { $0 + $1.located.rowCount }
    registered = state.registry?.registry.platforms.count
  }

  var isNothing: Bool { documents == 0 && registered == nil }

  var words: String {
    func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
    var parts: [String] = []
    if documents > 0 { parts.append("\(count(listed, "platform")) in \(count(documents, "document"))") }
    if let registered { parts.append("\(count(registered, "platform")) in the registry") }
    return parts.isEmpty ? "nothing" : parts.joined(separator: " and ")
  }

  func write(_ name: String, to json: inout JSONWriter) {
    json.key(name)
    json.object(.line) { json in
      json.member("documents", documents)
      json.member("listed", listed)
      json.key("registered")
      if let registered { json.value(registered) } else { json.value(nil) }
    }
  }
}
