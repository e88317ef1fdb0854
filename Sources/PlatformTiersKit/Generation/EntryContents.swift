import Checks
import Documents
import Policy
import Rendering

/// What the cells of a platform's row, or the parts of its item, are to say.
struct EntryContents {
  let tables: RegistryTables
  private let elements: DocumentElements

  init(_ tables: RegistryTables, _ elements: DocumentElements) {
    self.tables = tables
    self.elements = elements
  }

  // MARK: Rows

  /// A row that keeps its place: what the registry does not have of it stays, whatever it says.
  ///
  /// - Parameter isNamed: whether the name is written, since the row above has another one.
  func row(
    staying entry: ListedEntry, _ standing: RegistryTables.Standing, _ source: RowSource, _ use: ColumnUse,
    _ policy: Policy, isNamed: Bool
  ) -> WantedRow {
    let place = policy.place(standing.move.to)
    let names = use.nameTitles
    let keepsName = !isNamed && agrees(entry.row.platform.text, standing)
    return WantedRow(
      source: source,
      cells: use.uses.enumerated().map { column, use in
        switch use {
        case .name(let number, let title):
          WantedCell(
            column: column, content: keepsName ? nil : name(of: standing, nil, part: number, title, use: names))
        case .notes: WantedCell(column: column, content: tables.cell(of: standing, .notes))
        case .contacts: WantedCell(column: column, content: contacts(for: entry, standing))
        case .filter:
          WantedCell(
            column: column,
            content: entry.row.place.id == standing.move.to
              ? nil : place?.listing.rowFilter.map { CellContent(text: $0.text) })
        case .other(let title): WantedCell(column: column, content: tables.cell(of: standing, titled: title))
        }
      })
  }

  /// A row that comes from another table, whose cells it takes along by their columns' titles.
  func row(
    moving entry: ListedEntry, _ standing: RegistryTables.Standing, _ source: RowSource, from old: ColumnUse,
    to new: ColumnUse, _ place: Place
  ) -> WantedRow {
    let names = new.nameTitles
    let hasSameNames =
      !entry.row.isVariant && old.names.count == new.names.count && agrees(entry.row.platform.text, standing)
    return WantedRow(
      source: source,
      cells: new.uses.map { use in
        let column = old.uses.firstIndex(of: use)
        switch use {
        case .name(let number, let title):
          return hasSameNames
            ? WantedCell(column: old.names[number])
            : WantedCell(column: nil, content: name(of: standing, entry, part: number, title, use: names))
        case .notes: return WantedCell(column: column, content: tables.cell(of: standing, .notes))
        case .contacts:
          return WantedCell(
            column: column,
            content: contacts(for: entry, standing) ?? (column == nil ? tables.cell(of: standing, .contacts) : nil))
        case .filter:
          return WantedCell(column: nil, content: place.listing.rowFilter.map { CellContent(text: $0.text) })
        case .other(let title): return WantedCell(column: column, content: tables.cell(of: standing, titled: title))
        }
      })
  }

  /// A row that no table of the document has.
  func row(new standing: RegistryTables.Standing, _ entry: ListedEntry?, _ use: ColumnUse, _ place: Place) -> WantedRow
  {
    let names = use.nameTitles
    return WantedRow(
      source: nil,
      cells: use.uses.map { use in
        let content: CellContent? =
          switch use {
          case .name(let number, let title): name(of: standing, entry, part: number, title, use: names)
          case .notes: tables.cell(of: standing, .notes)
          case .contacts: tables.cell(of: standing, .contacts)
          case .filter: place.listing.rowFilter.map { CellContent(text: $0.text) }
          case .other(let title): tables.cell(of: standing, titled: title)
          }
        return WantedCell(column: nil, content: content)
      })
  }

  // MARK: Names

  /// Whether a label is the platform's name, or another spelling of it; what has marks that no name has is a slip.
  private func agrees(_ label: String, _ standing: RegistryTables.Standing) -> Bool {
    let name = standing.platform.name
    if label.folded == name.folded { return true }
    guard PlatformSpelling(label).key == PlatformSpelling(name).key else { return false }
    return label[...].words.allSatisfy { word in
      let bare = word.drop { "([".contains($0) }.reversed().drop { ")],".contains($0) }
      guard let first = bare.first, let last = bare.last else { return false }
      return (first.isLetter || first.isNumber) && (last.isLetter || last.isNumber)
        && bare.allSatisfy { $0.isLetter || $0.isNumber || "-_./+()".contains($0) }
    }
  }

  /// The name, with the markup that an entry of the document has for it.
  private func name(of standing: RegistryTables.Standing, _ entry: ListedEntry?) -> CellContent {
    let name = CellContent(text: standing.platform.name)
    guard let entry else { return name }
    let isItem = if case .item = entry.location { true } else { false }
    var written = CellContent(elements.elements(at: isItem ? entry.row.range : entry.row.platform.range))
    if isItem { written = written.beginning(name.text) }
    return written.text == name.text ? written : name
  }

  /// A name's part in one of the columns that hold it: what the registry has for the further ones, and the rest in the
  /// first.
  private func name(
    of standing: RegistryTables.Standing, _ entry: ListedEntry?, part number: Int, _ title: String, use titles: [String]
  ) -> CellContent? {
    guard number == 0 else { return tables.cell(of: standing, titled: title) ?? CellContent([]) }
    let further = titles.dropFirst().compactMap { tables.cell(of: standing, titled: $0)?.text }.filter { !$0.isEmpty }
    let end = " " + further.joined(separator: " ")
    guard !further.isEmpty, standing.platform.name.hasSuffix(end) else { return name(of: standing, entry) }
    return CellContent(text: String(standing.platform.name.dropLast(end.count)))
  }

  // MARK: Contacts

  /// The contacts, where the entry names others.
  private func contacts(for entry: ListedEntry, _ standing: RegistryTables.Standing) -> CellContent? {
    hasContacts(entry, standing) ? nil : tables.cell(of: standing, .contacts)
  }

  private func hasContacts(_ entry: ListedEntry, _ standing: RegistryTables.Standing) -> Bool {
    let people = tables.people(of: standing)
    let named = entry.row.contacts.filter { !$0.isPlaceholderContact }
    let lines = entry.row.contactsCell.map { elements.lines(at: $0.range) } ?? []
    // A person may be named in several paragraphs; twice in one is a slip.
    return !lines.haveLoneMark && (named.count == people.count || lines.contains(where: { $0.isEmpty }))
      && named.allSatisfy { name in people.contains { $0.isNamed(by: name) } }
      && people.allSatisfy { person in named.contains { person.isNamed(by: $0) } }
  }

  // MARK: Items

  /// An item of the document, its parts as the registry has them.
  func item(_ entry: ListedEntry, _ standing: RegistryTables.Standing, _ source: WantedItem.Source) -> WantedItem {
    let note = tables.cell(of: standing, .notes) ?? CellContent([])
    let hasNote = CellContent(text: entry.row.notes?.text ?? "").text == note.text
    return WantedItem(
      source: source, name: agrees(entry.row.platform.text, standing) ? nil : CellContent(text: standing.platform.name),
      note: hasNote ? nil : note,
      contacts: hasContacts(entry, standing) ? nil : tables.people(of: standing).map { $0.name })
  }

  /// An item that no list of the document has.
  func item(new standing: RegistryTables.Standing, _ entry: ListedEntry?) -> WantedItem {
    WantedItem(
      source: nil, name: name(of: standing, entry), note: tables.cell(of: standing, .notes),
      contacts: tables.people(of: standing).map { $0.name })
  }
}

extension CellContent {
  /// The elements that the content begins with, as many as make up a text.
  fileprivate func beginning(_ text: String) -> CellContent {
    var found: [InlineElement] = []
    var rest = text[...]
    for element in elements {
      if rest.hasPrefix(element.text) {
        found.append(element)
        rest = rest.dropFirst(element.text.count)
      } else if case .text(let words) = element, words.hasPrefix(rest) {
        found.append(.text(String(rest)))
        break
      } else {
        break
      }
    }
    return CellContent(found)
  }
}

extension Person {
  /// Whether a text of a contacts' cell is this person's name or has their handle.
  fileprivate func isNamed(by text: LocatedText) -> Bool {
    if LocatedText(name, at: text.range).personKey == text.personKey { return true }
    guard let handle = handle.value else { return false }
    return text.text.lowercased().split { !$0.isLetter && !$0.isNumber && !"-_@".contains($0) }
      .contains { $0 == "@" + handle.lowercased() }
  }
}
