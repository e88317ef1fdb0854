import Diagnostics
import Policy

/// The tables and bullet lists under one heading, and which of them list the platforms of which place.
struct HeadingContent {
  /// Indices in `PolicyDocument.tables`.
  var tables: [Int] = []
  /// Indices in `PolicyDocument.lists`.
  var lists: [Int] = []

  /// How each of the places that share the heading lists its platforms.
  func forms(of places: [Place], in document: PolicyDocument, file: SourceFile) -> [LocatedListing.Form] {
    zip(places, tables(of: places, in: document)).map { place, tables in
      if !tables.isEmpty { return .tables(tables) }
      let lists = lists.filter { index in
        let list = document.lists[index]
        return place.isIntroduced(by: list.leadIn)
          || place.listing.introducedBy.isEmpty && list.hasFields(of: place.listing, in: file)
      }
      return lists.isEmpty ? .missing : .lists(lists)
    }
  }

  private func tables(of places: [Place], in document: PolicyDocument) -> [[Int]] {
    var taken = places.map { place in
      tables.filter { place.listing.isIntroduced(by: Self.introductions(of: document.tables[$0], in: document)) }
    }
    let introduced = Set(taken.joined())
    let free = tables.filter { !introduced.contains($0) }
    let without = places.indices.filter { taken[$0].isEmpty }
    for index in without where places.count == 1 || places[index].listing.introducedBy.isEmpty {
      taken[index] = Self.platformTables(free, of: places[index].listing, in: document)
    }
    // Where the introductions were reworded, as many tables as places are left, and their order tells them apart.
    let waiting = without.filter { taken[$0].isEmpty }
    if waiting.count == free.count, waiting.count == without.count {
      for (index, table) in zip(waiting, free) { taken[index] = [table] }
    }
    return taken
  }

  /// The texts that tell what a table is: the paragraph before it, its caption, the heading it stands under.
  private static func introductions(of table: Table, in document: PolicyDocument) -> [String] {
    let heading = table.section.flatMap { document.sections.indices.contains($0) ? document.sections[$0].title : nil }
    return [table.leadIn, table.caption, heading].compactMap { $0 }
  }

  /// Of several tables, those with a column of the listing's: the others explain something else. One without a column
  /// that the policy demands says more of platforms (the oldest version of each, say) where the others list all of them.
  private static func platformTables(_ tables: [Int], of listing: TierSection, in document: PolicyDocument) -> [Int] {
    guard tables.count > 1 else { return tables }
    let columns = tables.map { TableColumns(document.tables[$0], of: listing) }
    let titled = tables.indices.filter { columns[$0].hasOwnTitle }
    guard titled.count > 1 else { return titled.isEmpty ? tables : [tables[titled[0]]] }
    let named = tables.indices.map { names(in: document.tables[tables[$0]], columns[$0]) }
    let complete = titled.filter { columns[$0].hasTitles(of: listing) }
    let listed = Set(complete.flatMap { named[$0] })
    guard !listed.isEmpty else { return titled.map { tables[$0] } }
    return titled.filter { complete.contains($0) || !listed.isSuperset(of: named[$0]) }.map { tables[$0] }
  }

  private static func names(in table: Table, _ columns: TableColumns) -> Set<String> {
    guard let index = columns.index(of: .platform) else { return [] }
    return Set(
      table.meantRows.dropFirst(columns.firstEntry).joined().filter { $0.column == index }.map { $0.text.folded })
  }
}

extension TableColumns {
  /// Whether each column that the policy demands has its own title.
  fileprivate func hasTitles(of listing: TierSection) -> Bool {
    listing.columns.allSatisfy { column in
      !column.isRequired || titles.contains { $0.meaning == .own(column) }
    }
  }
}

extension TierSection {
  func isIntroduced(by texts: [String]) -> Bool {
    guard !introducedBy.isEmpty else { return false }
    let texts = texts.map { $0.folded }
    return introducedBy.contains { words in
      let words = words.folded
      return texts.contains { $0.holds(words) }
    }
  }
}

extension Place {
  /// Whether a paragraph announces a bullet list of this place's platforms, rather than of its requirements.
  ///
  /// It does where it has the words that the policy gives, or where its last sentence names the place and the column of
  /// the platforms (`Tier 1 platforms:`) and demands nothing.
  func isIntroduced(by leadIn: String) -> Bool {
    if listing.isIntroduced(by: [leadIn]) { return true }
    guard listing.introducedBy.isEmpty else { return false }
    let sentence = String(leadIn.folded[...].behindLast(". "))
    let words = sentence.split { !$0.isLetter }
    guard !words.contains(where: { Self.demanding.contains(String($0)) }) else { return false }
    let platforms = listing.columns.filter { $0.role == .platform }.flatMap { [$0.title] + $0.otherTitles }
    let names = [name] + listing.headings
    return names.contains { sentence.holds($0.folded) } && platforms.contains { sentence.holds($0.folded) }
  }

  private static let demanding: Set = [
    "must", "should", "shall", "need", "needs", "require", "requires", "required", "requirements", "criteria",
    "promise", "promises", "guarantee", "guarantees",
  ]
}

extension Substring {
  /// All of it where the text is not in it.
  fileprivate func behindLast(_ text: String) -> Substring {
    var rest = self
    while let found = rest.firstRange(ofBytes: text) { rest = rest[found.upperBound...] }
    return rest
  }
}
