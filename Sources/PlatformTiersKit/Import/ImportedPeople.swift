import Checks
import Documents
import Policy

/// The people whom a document names as contacts, each once.
struct ImportedPeople {
  private(set) var people: [Person] = []
  private var ids = RegistryIDs(noun: "person")
  private var byName: [String: Int] = [:]
  private var byHandle: [String: Int] = [:]

  private static let linksAhead = 4

  /// The person whom a contacts' cell names.
  ///
  /// - Parameters:
  ///   - name: as the document writes it; who is named a second time keeps the first spelling.
  ///   - links: those of the cell that were not taken yet, which may lead to the person's page.
  mutating func person(
    _ name: LocatedText, links: inout ArraySlice<(text: String, uri: String)>
  ) -> Person {
    // Links stand in the order of the names; to look at all of them for each would not be linear.
    let taken = links.prefix(Self.linksAhead).firstIndex { name.text.contains($0.text) }
    let page = taken.flatMap { Self.handle(ofPage: links[$0].uri) }
    if let taken { links = links[(taken + 1)...] }
    let handle = page ?? Self.handle(in: name.text)
    let known = byName[name.personKey] ?? handle.flatMap { byHandle[$0.lowercased()] }
    if let known {
      if let handle, people[known].handle == .unknown, byHandle[handle.lowercased()] == nil {
        people[known].handle = .known(handle)
        byHandle[handle.lowercased()] = known
      }
      byName[name.personKey] = known
      return people[known]
    }
    // Names in tables and handles are the project's own; both make good ids.
    let person = Person(id: ids.id(for: handle ?? name.text), name: name.text, handle: Known(handle))
    byName[name.personKey] = people.count
    if let handle { byHandle[handle.lowercased()] = people.count }
    people.append(person)
    return person
  }

  /// `ada` in `@ada` and in `Ada Lovelace (@ada)`; what stands behind a word is an address.
  private static func handle(in text: String) -> String? {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    for (before, after) in zip(parts, parts.dropFirst()) where before.isEmpty || " ([".contains(before.last ?? "x") {
      let handle = after.prefix(while: isHandleCharacter)
      if !handle.isEmpty { return String(handle) }
    }
    return nil
  }

  /// `ada` of `https://github.com/ada`.
  private static func handle(ofPage uri: String) -> String? {
    guard let host = ["github.com", "gitlab.com", "codeberg.org"].first(where: { uri.hasPrefix("https://\($0)/") })
    else { return nil }
    var path = uri.dropFirst("https://\(host)/".count)
    if path.last == "/" { path.removeLast() }
    return !path.isEmpty && path.allSatisfy(isHandleCharacter) ? String(path) : nil
  }

  private static func isHandleCharacter(_ character: Character) -> Bool {
    switch character {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_": character.isASCII
    default: false
    }
  }
}
