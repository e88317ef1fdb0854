import Checks
import Diagnostics
import Documents
import Policy
import Rendering

/// What bullet lists of platforms are to have.
extension WantedTables {
  func items(ofList index: Int) throws(Refusal) -> [WantedItem] {
    let list = document.lists[index]
    let titles = placesShown[.list(index)]?.first.flatMap { ItemTitles(list, of: $0.listing, in: file) }
    var items = OrderedEntries<WantedItem>()
    for number in list.items.indices {
      guard let entry = entries[.item(list: index, item: number)] else {
        throw Refusal(reason: .unnamedRow, range: list.items[number].range)
      }
      guard let standing = entry.standing else {
        try checkSeveral(
          entry.row.platform.text, of: entry.row.place.id, besides: .list(index), at: entry.row.range)
        if isDoubled(entry) { items.append(WantedItem(source: source(of: entry, list: index, item: number)), nil) }
        continue
      }
      guard stays(entry, in: .list(index)) else { continue }
      let isShown = placesShown[.list(index), default: []].contains { $0.id == standing.move.to }
      let source = self.source(of: entry, list: index, item: number)
      let item = isShown ? item(entry, standing, source, titles) : WantedItem(source: source)
      // In a list of lines with titles, a line without one may be what is to be written.
      let fieldCount = titles == nil ? nil : fields(of: entry)?.fields.count ?? 0
      if let fieldCount, !item.isWhole, fieldCount < max(1, list.items[number].lines.count) {
        throw Refusal(reason: .obstacle(.untitledLine), range: list.items[number].range)
      }
      items.append(item, standing)
    }
    for (standing, entry) in arrivals[.list(index)] ?? [] {
      if entry == nil {
        try checkUnlisted(standing, in: list.section)
        try checkSeveral(standing.platform.name, of: standing.move.to, besides: nil, at: list.range)
      }
      items.add(try arriving(standing, entry, titles), standing)
    }
    return items.elements
  }

  /// A platform that stands in a list below the same heading, which is no list of platforms by a slip, would be doubled.
  private func checkUnlisted(_ standing: RegistryTables.Standing, in section: Int?) throws(Refusal) {
    let name = standing.platform.name.folded
    for (index, list) in document.lists.enumerated()
    where list.section == section && placesShown[.list(index)] == nil {
      guard let item = list.items.first(where: { $0.text.folded.hasPrefix(name) }) else { continue }
      throw Refusal(reason: .unlistedItem(platform: standing.platform.name), range: item.range)
    }
  }

  private func item(
    _ entry: ListedEntry, _ standing: RegistryTables.Standing, _ source: WantedItem.Source, _ titles: ItemTitles?
  ) -> WantedItem {
    guard let titles, let fields = fields(of: entry) else { return contents.item(entry, standing, source) }
    return contents.item(
      entry, standing, source, fields, lineCount: document.lists[source.list].items[source.item].lines.count,
      titles: titles)
  }

  private func arriving(
    _ standing: RegistryTables.Standing, _ entry: ListedEntry?, _ titles: ItemTitles?
  ) throws(Refusal) -> WantedItem {
    if let entry, case .item(let list, let number) = entry.location, (fields(of: entry) != nil) == (titles != nil) {
      return item(entry, standing, source(of: entry, list: list, item: number), titles)
    }
    switch entry?.location {
    case .row(let source)?: if let entry { try checkLoss(of: entry, source, standing, besides: []) }
    case .item?: if let entry { try checkLoss(ofItem: entry, standing) }
    case nil: break
    }
    guard let titles else { return contents.item(new: standing, entry) }
    return contents.item(entry, standing, nil, nil, lineCount: 0, titles: titles)
  }

  /// The lines with titles that an item is made of.
  func fields(of entry: ListedEntry) -> ItemFields? {
    guard case .item(let list, let number) = entry.location else { return nil }
    return ItemFields(document.lists[list].items[number], of: entry.row.place.listing, file: file)
  }

  private func source(of entry: ListedEntry, list: Int, item: Int) -> WantedItem.Source {
    WantedItem.Source(
      list: list, item: item, nameEnd: entry.row.platform.range.end, contactsStart: entry.row.contactsCell?.range.start)
  }
}

extension WantedTables.Container {
  init(_ location: ListedEntry.Location) {
    switch location {
    case .row(let source): self = .table(source.table)
    case .item(let list, _): self = .list(list)
    }
  }
}
