import Diagnostics
import Documents
import Policy

/// A platform as one revision lists it: a row of a document, or a platform of the registry where it stands.
struct Entry: Sendable {
  enum Source: Sendable {
    /// The index in the state's documents.
    case row(document: Int, LocatedRow)
    case platform(Platform, Move)
  }

  var name: String
  /// What tells it from others; several texts where the policy says so.
  var identity: [String]
  var place: Place
  /// Plain text, empty where there is none.
  var note: String
  /// Nil where the place has no contacts to name.
  var contacts: [String]?
  var spot: ReviewedMove.Spot
  var source: Source

  var isRow: Bool { if case .row = source { true } else { false } }

  /// The platform's own record, where the entry is the registry's.
  var platform: Platform? { if case .platform(let platform, _) = source { platform } else { nil } }

  /// The move that brought it where it is, where the entry is the registry's.
  var move: Move? { if case .platform(_, let move) = source { move } else { nil } }

  var row: LocatedRow? { if case .row(_, let row) = source { row } else { nil } }

  /// Its contacts as they are compared, with how they are written; what stands for nobody is left out.
  var people: [(key: String, name: String)] {
    (contacts ?? []).compactMap { name in
      let person = NamedContact(LocatedText(name, at: .fileStart))
      return person.isPlaceholder ? nil : (person.key, name)
    }
  }
}

extension PolicyState {
  /// The platforms that one of its documents lists, in its order.
  func entries(ofDocument index: Int) -> [Entry] {
    let document = documents[index]
    // What is meant for a tier of its own is not the section's.
    let others = tierTables(ofDocument: index).map { document.document.tables[$0.table].range }
    let rows = document.located.rows.filter { row in
      !row.platform.text.isEmpty && !others.contains { $0.start <= row.range.start && row.range.end <= $0.end }
    }
    return rows.map { row in
      Entry(
        name: row.platform.text, identity: row.identity, place: row.place, note: row.notes?.text ?? "",
        contacts: row.contactsCell == nil && row.contacts.isEmpty ? nil : row.contacts.map(\.text),
        spot: ReviewedMove.Spot(file: document.file.path, range: row.platform.range),
        source: .row(document: index, row))
    }
  }

  /// The platforms of all its documents.
  var documentEntries: [Entry] { documents.indices.flatMap { entries(ofDocument: $0) } }

  /// The registry's platforms, where their last moves took them.
  var registryEntries: [Entry] {
    guard let state = registry else { return [] }
    let registry = state.registry
    return registry.platforms.compactMap { platform in
      guard let move = platform.moves.last, let place = registry.policy.place(move.to) else { return nil }
      let contacts = platform.contacts(after: move).map { registry.name(of: $0.person) }
      let namesContacts = place.listing.columns.contains { $0.role == .contacts }
      let places = state.places[platform.id]
      return Entry(
        name: platform.name, identity: [platform.name], place: place,
        note: MarkdownInline.parse(platform.notes(after: move)).map(\.text).joined(),
        contacts: contacts.isEmpty && !namesContacts ? nil : contacts,
        spot: ReviewedMove.Spot(
          file: places?.file.path ?? "platforms/\(platform.id).yaml",
          range: places?["moves", .element(platform.moves.count - 1), "to"] ?? .fileStart),
        source: .platform(platform, move))
    }
  }
}
