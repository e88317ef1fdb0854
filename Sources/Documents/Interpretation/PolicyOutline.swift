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
  /// The sections whose titles are not the policy's and meant to be: `Tier 2 platforms` where there is no `Tier 2`.
  private(set) var reworded: Set<Int> = []

  init(_ sections: [Section], of places: [Place]) {
    let headings = places.map { $0.listing.headings.map { $0.undecorated } }
    let titles = sections.map { $0.title.undecorated }
    var meant = titles.map { title in
      headings.indices.filter { headings[$0].contains { title.hasSameWords(as: $0) } }
    }
    takeReworded(sections, titles, headings, &meant)
    var open: [(entry: Int, level: Int, places: [Int])] = []
    for (index, section) in sections.enumerated() {
      while let innermost = open.last, section.level <= innermost.level { open.removeLast() }
      // A subsection that repeats its tier's title is that tier's content, not a second one.
      let found = meant[index]
      if !found.isEmpty, !open.contains(where: { $0.places == found }) {
        open.append((entries.count, section.level, found))
        entries.append(Entry(section: index, places: found.map { places[$0] }))
      }
      owners.append(open.last?.entry)
    }
  }

  /// Gives the places that no heading has to the first heading, of a level that the others have, that is near to theirs.
  private mutating func takeReworded(
    _ sections: [Section], _ titles: [String], _ headings: [[String]], _ meant: inout [[Int]]
  ) {
    var known = Set(meant.joined())
    guard !known.isEmpty, known.count < headings.count else { return }
    let levels = Set(sections.indices.filter { !meant[$0].isEmpty }.map { sections[$0].level })
    for index in sections.indices where meant[index].isEmpty && levels.contains(sections[index].level) {
      let near = headings.indices.filter { place in
        !known.contains(place) && headings[place].contains { TierTitles.isNear(titles[index], to: $0) }
      }
      guard !near.isEmpty else { continue }
      meant[index] = near
      reworded.insert(index)
      known.formUnion(near)
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
