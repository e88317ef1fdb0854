import Diagnostics
import Documents
import Policy
import Rendering

/// What a table tells of one platform, markup of its note included.
struct ListedFacts: Hashable, CustomStringConvertible {
  var place: String
  var name: String
  var note: String
  /// `text -> uri`
  var links: [String]
  var contacts: [String]

  var description: String { "\(place): \(name) | \(note) \(links) | \(contacts.joined(separator: ", "))" }

  /// Of all platforms, in the order of their names.
  static func all(in registry: Registry) -> [ListedFacts] {
    sorted(
      registry.platforms.compactMap { platform in
        guard let move = platform.moves.last else { return nil }
        let note = CellContent(markdown: platform.notes)
        return ListedFacts(
          place: move.to, name: CellContent(text: platform.name).text, note: note.text, links: links(note),
          contacts: platform.contacts.map { CellContent(text: registry.people[$0.person]?.name ?? "?").text })
      })
  }

  static func all(in document: PolicyDocument, _ file: SourceFile, by policy: Policy) -> [ListedFacts] {
    let elements = DocumentElements(of: document, in: file)
    let located = PolicyInterpreter.locate(document, in: file, policy: policy)
    return sorted(
      located.rows.map { row in
        let read = row.notes.map { CellContent(elements.elements(at: $0.range)) }
        let text = row.notes?.text ?? ""
        return ListedFacts(
          place: row.place.id, name: row.platform.text, note: text,
          links: read?.text == text ? read.map(links) ?? [] : [],
          contacts: row.contacts.map(\.text))
      })
  }

  private static func sorted(_ facts: [ListedFacts]) -> [ListedFacts] {
    facts.sorted { ($0.place, $0.name, $0.note) < ($1.place, $1.name, $1.note) }
  }

  /// An address leads to itself, whether it is written as a link or as it is.
  private static func links(_ content: CellContent) -> [String] {
    content.elements.compactMap { element in
      guard case .link(let text, let uri) = element, text != uri else { return nil }
      return "\(text) -> \(uri)"
    }
  }
}
