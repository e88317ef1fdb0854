import Checks
import Diagnostics
import Documents
import Policy
import Rendering

/// What bullet lists of platforms are to have.
extension WantedTables {
  func items(ofList index: Int) throws(Refusal) -> [WantedItem] {
    let list = document.lists[index]
    var items = OrderedEntries<WantedItem>()
    for number in list.items.indices {
      guard let entry = entries[.item(list: index, item: number)] else {
        throw Refusal(reason: .unnamedRow, range: list.items[number].range)
      }
      guard stays(entry, in: .list(index)), let standing = entry.standing else { continue }
      let isShown = placesShown[.list(index), default: []].contains { $0.id == standing.move.to }
      let source = self.source(of: entry, list: index, item: number)
      items.append(isShown ? contents.item(entry, standing, source) : WantedItem(source: source), standing)
    }
    for (standing, entry) in arrivals[.list(index)] ?? [] {
      if let entry, case .item(let list, let item) = entry.location {
        items.add(contents.item(entry, standing, self.source(of: entry, list: list, item: item)), standing)
      } else {
        if let entry, case .row(let source) = entry.location {
          try checkLoss(of: entry, source, standing, besides: [])
        }
        items.add(contents.item(new: standing, entry), standing)
      }
    }
    let isSame = items.elements.count == list.items.count && arrivals[.list(index)]?.isEmpty ?? true
    if !isSame, let item = list.items.first(where: isOfTitledLines) {
      throw Refusal(reason: .obstacle(.titledLines), range: item.range)
    }
    return items.elements
  }

  /// Whether an item is a line block: `| Name: Haiku`.
  private func isOfTitledLines(_ item: BulletList.Item) -> Bool {
    let start = file.offset(of: item.range.start)
    return document.format == .restructuredText && file.bytes.indices.contains(start)
      && file.bytes[start] == UInt8(ascii: "|")
  }

  private func source(of entry: ListedEntry, list: Int, item: Int) -> WantedItem.Source {
    WantedItem.Source(
      list: list, item: item, nameEnd: entry.row.platform.range.end, contactsStart: entry.row.contactsCell?.range.start)
  }
}
