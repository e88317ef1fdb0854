import Policy

/// Which of a document's headings are the policy's, and which of them each section belongs to.
///
/// A heading's content reaches to the next heading of the same or a higher level; a subsection that is another place's
/// own heading does not belong to it.
struct PolicyOutline {
  /// A heading of the policy. Several places may share one.
  struct Entry {
    /// The index in the document's sections.
    var section: Int
    var places: [Place]
  }

  private(set) var entries: [Entry] = []
  /// For each section, the index in `entries` of the heading that it belongs to.
  private(set) var owners: [Int?] = []

  init(_ sections: [Section], of places: [Place]) {
    let headings = places.map { $0.listing.headings.map { $0.undecorated } }
    var open: [(entry: Int, level: Int, places: [Int])] = []
    for (index, section) in sections.enumerated() {
      while let innermost = open.last, section.level <= innermost.level { open.removeLast() }
      // A subsection that repeats its tier's title is that tier's content, not a second one.
      let title = section.title.undecorated
      let found = headings.indices.filter { headings[$0].contains { title.hasSameWords(as: $0) } }
      if !found.isEmpty, !open.contains(where: { $0.places == found }) {
        open.append((entries.count, section.level, found))
        entries.append(Entry(section: index, places: found.map { places[$0] }))
      }
      owners.append(open.last?.entry)
    }
  }

  /// What stands under each of the entries' headings. Tables within tables list nothing.
  func contents(of document: PolicyDocument) -> [HeadingContent] {
    var contents = [HeadingContent](repeating: HeadingContent(), count: entries.count)
    for (index, table) in document.tables.enumerated() where !table.isNested {
      if let entry = owner(of: table.section) { contents[entry].tables.append(index) }
    }
    for (index, list) in document.lists.enumerated() {
      if let entry = owner(of: list.section) { contents[entry].lists.append(index) }
    }
    return contents
  }

  private func owner(of section: Int?) -> Int? {
    guard let section, owners.indices.contains(section) else { return nil }
    return owners[section]
  }
}
