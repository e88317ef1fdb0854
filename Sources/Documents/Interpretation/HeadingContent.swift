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

  /// Of several tables, those with a column of the listing's: the others explain something else.
  private static func platformTables(_ tables: [Int], of listing: TierSection, in document: PolicyDocument) -> [Int] {
    guard tables.count > 1 else { return tables }
    let titled = tables.filter { TableColumns(document.tables[$0], of: listing).hasOwnTitle }
    return titled.isEmpty ? tables : titled
  }
}

extension TierSection {
  func isIntroduced(by texts: [String]) -> Bool {
    guard !introducedBy.isEmpty else { return false }
    let texts = texts.map(\.folded)
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
    let text = leadIn.folded
    let sentence = text.range(ofLast: ". ").map { text[$0.upperBound...] } ?? text[...]
    let words = sentence.split { !$0.isLetter }
    guard !words.contains(where: { Self.demanding.contains(String($0)) }) else { return false }
    let platforms = listing.columns.filter { $0.role == .platform }.flatMap { [$0.title] + $0.otherTitles }
    let names = [name] + listing.headings
    return names.contains { sentence.contains($0.folded) } && platforms.contains { sentence.contains($0.folded) }
  }

  private static let demanding: Set = [
    "must", "should", "shall", "need", "needs", "require", "requires", "required", "requirements", "criteria",
    "promise", "promises", "guarantee", "guarantees",
  ]
}

extension String {
  fileprivate func range(ofLast text: String) -> Range<Index>? {
    ranges(of: text).last
  }
}
