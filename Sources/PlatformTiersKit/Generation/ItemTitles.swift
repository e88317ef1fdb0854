import Checks
import Diagnostics
import Documents
import Policy
import Rendering

/// The titles that the lines of a list's items have, as in `| Name: Haiku`, in the order that they stand in.
struct ItemTitles {
  struct Title {
    var text: String
    /// The policy's title of the column, or the line's own, in lower case.
    var key: String
    var role: ColumnRole
  }

  private(set) var titles: [Title] = []

  /// Nil for a list whose items are no lines with titles.
  init?(_ list: BulletList, of section: TierSection, in file: SourceFile) {
    let items = list.items.compactMap { ItemFields($0, of: section, file: file) }
    guard !items.isEmpty else { return nil }
    for item in items {
      var next = 0
      for field in item.fields {
        let title = Title(field)
        if let known = index(of: title.key) { next = known } else { titles.insert(title, at: next) }
        next += 1
      }
    }
    for column in section.columns where index(of: column.title.folded) == nil {
      titles.append(Title(text: column.title, key: column.title.folded, role: column.role))
    }
  }

  func index(of key: String) -> Int? { titles.firstIndex { $0.key == key } }

  /// With further titles, in alphabetical order.
  func adding(_ texts: some Sequence<String>) -> ItemTitles {
    var all = self
    for text in texts.sorted() where index(of: text.folded) == nil {
      all.titles.append(Title(text: text, key: text.folded, role: .other))
    }
    return all
  }
}

extension ItemTitles.Title {
  init(_ field: ItemFields.Field) {
    text = field.title
    key = (field.column?.title ?? field.title).folded
    role = field.column?.role ?? .other
  }
}

extension EntryContents {
  /// An item of lines with titles, as the registry has them: lines that say so stay, those that are missing are added.
  ///
  /// - Parameter fields: of the item that it is already, which may stand in another such list.
  func item(
    _ entry: ListedEntry?, _ standing: RegistryTables.Standing, _ source: WantedItem.Source?, _ fields: ItemFields?,
    lineCount: Int, titles: ItemTitles
  ) -> WantedItem {
    let titles = titles.adding(standing.platform.columns(after: standing.move).keys)
    let names = titles.titles.filter { $0.role == .platform }.map(\.key)
    var item = TitledItem(titles, lineCount: lineCount)
    var missing: [(place: Int, content: CellContent)] = []
    for (place, title) in titles.titles.enumerated() {
      let field = fields?.fields.first { ItemTitles.Title($0).key == title.key }
      let content: CellContent? =
        switch title.role {
        case .platform:
          field != nil && keepsName(of: entry, standing)
            ? nil : name(of: standing, entry, part: names.firstIndex(of: title.key) ?? 0, title.key, use: names)
        case .notes: tables.cell(of: standing, .notes)
        case .contacts:
          field != nil && entry.map { hasContacts($0, standing) } ?? false ? nil : tables.cell(of: standing, .contacts)
        case .minimumVersion, .until, .other: tables.cell(of: standing, titled: title.key)
        }
      if let field {
        item.take(field, at: place, content, isKnown: title.role != .other || field.column != nil || content != nil)
      } else if let content, !content.elements.isEmpty {
        missing.append((place, content))
      }
    }
    item.dropDoubles(among: fields?.fields ?? [])
    for line in missing { item.add(line.content, at: line.place) }
    return WantedItem(source: source, lines: item.isChanged || source == nil ? item.lines : nil)
  }
}

/// The lines of an item that is made of lines with titles.
private struct TitledItem {
  private struct Line {
    var wanted: WantedLine
    /// The title's place among the list's; nil for a line without one.
    var place: Int?
    /// Whether policy or registry know the title.
    var isKnown = true
  }

  private let titles: ItemTitles
  private var all: [Line]
  private(set) var isChanged = false

  init(_ titles: ItemTitles, lineCount: Int) {
    self.titles = titles
    all = (0..<lineCount).map { Line(wanted: WantedLine(source: $0, title: ""), place: nil) }
  }

  var lines: [WantedLine] { all.map(\.wanted) }

  /// Gives a line of the item what it is to say; nil to keep what it says.
  mutating func take(_ field: ItemFields.Field, at place: Int, _ content: CellContent?, isKnown: Bool) {
    guard let index = all.firstIndex(where: { $0.wanted.source == field.line }) else { return }
    all[index].place = place
    all[index].isKnown = isKnown
    guard let content, content.text != field.value.text else { return }
    isChanged = true
    if content.elements.isEmpty { all.remove(at: index) } else { all[index].wanted.content = content }
  }

  /// Of two lines that say the same the first stays.
  mutating func dropDoubles(among fields: [ItemFields.Field]) {
    for (index, field) in fields.enumerated()
    where fields[..<index].contains(where: { $0.title == field.title && $0.value.text == field.value.text }) {
      all.removeAll { $0.wanted.source == field.line }
      isChanged = true
    }
  }

  /// Adds a line in the order of the titles, or mends one whose title is almost this one.
  mutating func add(_ content: CellContent, at place: Int) {
    let title = titles.titles[place].text
    let line = Line(wanted: WantedLine(source: nil, title: title, content: content), place: place)
    isChanged = true
    let misspelt = all.firstIndex { line in
      !line.isKnown
        && line.place.map { NearestName.distance(titles.titles[$0].text, title, limit: 2) != nil } ?? false
    }
    if let misspelt {
      all[misspelt] = line
    } else {
      all.insert(line, at: all.firstIndex { $0.place ?? -1 > place } ?? all.count)
    }
  }
}
