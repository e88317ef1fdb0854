package import Diagnostics
package import Policy

/// A platform as it is listed somewhere: by a row of a document, or by a registry where the platform stands.
package struct Listing: Sendable {
  package enum Source: Sendable {
    case row(LocatedRow)
    case platform(Platform, Move)
  }

  package let source: Source
  package let location: Location
  package let name: String
  /// What tells the platform from others, in the policy's order; empty where one may be listed any number of times.
  package let identity: [String]
  /// The tier or list.
  package var place: Place
  /// Plain text; empty where there is none.
  package let note: String
  /// The names of the people, as they are written; nil where the place has no contacts to name.
  package let contacts: [String]?
  /// What the columns say that are neither its note nor its contacts.
  package let columns: [ListedColumn]
  /// What sets its row apart from others of its tier: a heading below the tier's, or the words before a further table of
  /// the section. Nil where nothing does.
  package var division: String?
}

/// What a column says of a platform, where no field of `Listing` or `LocatedRow` has it.
package struct ListedColumn: Hashable, Sendable {
  /// As the policy writes it, or as the table does where the policy does not name the column.
  package var title: String
  /// `platform` for a part of a name that several columns make up.
  package var role: ColumnRole
  /// Plain text, empty where there is none. Of a registry, the range says nothing.
  package var cell: LocatedText

  package init(title: String, role: ColumnRole, cell: LocatedText) {
    self.title = title
    self.role = role
    self.cell = cell
  }
}

extension Listing {
  /// - Parameter file: the path of the document.
  package init(_ row: LocatedRow, in file: String) {
    source = .row(row)
    location = Location(file: file, range: row.platform.range)
    name = row.platform.text
    identity = row.identity
    place = row.place
    note = row.notes?.text ?? ""
    contacts = row.contactsCell == nil && row.contacts.isEmpty ? nil : row.contacts.map { $0.text }
    columns = row.columns
  }

  /// - Parameters:
  ///   - move: the one that brought the platform where it stands.
  ///   - location: where the registry says so; nil: in the platform's file.
  /// - Returns: nil for a place that the policy does not have.
  package init?(_ platform: Platform, after move: Move, in registry: Registry, at location: Location? = nil) {
    guard let place = registry.policy.place(move.to) else { return nil }
    let section = place.listing
    let names = platform.contacts(after: move).map { registry.name(of: $0.person) }
    let namesContacts = section.columns.contains { $0.role == .contacts }
    source = .platform(platform, move)
    self.location = location ?? Location(file: "platforms/\(platform.id).yaml", range: .fileStart)
    name = platform.name
    self.place = place
    note = Self.plainText(platform.notes(after: move))
    contacts = names.isEmpty && !namesContacts ? nil : names
    columns = section.listedColumns(platform.columns(after: move).mapValues(Self.plainText))
    let (note, columns) = (note, columns)
    identity = registry.policy.identity.map { role in
      switch role {
      case .platform: platform.name
      case .notes: note
      case .contacts: names.joined(separator: ", ")
      case .minimumVersion, .until, .other:
        columns.filter { $0.role == role }.map { $0.cell.text }.joined(separator: ", ")
      }
    }
  }

  /// What a reader of CommonMark inlines sees.
  private static func plainText(_ markdown: String) -> String {
    MarkdownInline.parse(markdown).map { $0.text }.joined()
  }

  package var row: LocatedRow? { if case .row(let row) = source { row } else { nil } }

  /// The platform's own record, where a registry lists it.
  package var platform: Platform? { if case .platform(let platform, _) = source { platform } else { nil } }

  /// The move that brought it where it is, where a registry lists it.
  package var move: Move? { if case .platform(_, let move) = source { move } else { nil } }

  /// Its contacts as they are compared, with how they are written; what stands for nobody is left out.
  package var people: [(key: String, name: String)] {
    (contacts ?? []).compactMap { name in
      let person = NamedContact(LocatedText(name, at: .fileStart))
      return person.isPerson ? (person.key, name) : nil
    }
  }

  /// What a column says, by its title; nil where nothing is known of one.
  package func text(titled title: String) -> String? {
    columns.first { $0.title.folded == title.folded }?.cell.text
  }
}

extension TierSection {
  /// Whether a column is the one whose word says which tier a row is in.
  package func isFilter(_ column: Column) -> Bool {
    rowFilter.map { column.isTitled($0.column) } ?? false
  }

  /// The section's columns without a field of their own, with what a registry has for them by title; then what it has
  /// besides. A part of a name is known where the registry has it.
  fileprivate func listedColumns(_ texts: [String: String]) -> [ListedColumn] {
    var texts = texts
    var listed: [ListedColumn] = []
    for column in columns where !isFilter(column) {
      let title = texts.keys.sorted().first(where: column.isTitled)
      let text = title.flatMap { texts.removeValue(forKey: $0) }
      guard text != nil || column.role.isFurther else { continue }
      listed.append(ListedColumn(title: column.title, role: column.role, cell: LocatedText(text ?? "", at: .fileStart)))
    }
    return listed
      + texts.sorted { $0.key < $1.key }.map {
        ListedColumn(title: $0.key, role: .other, cell: LocatedText($0.value, at: .fileStart))
      }
  }
}
