import Diagnostics
import Documents
import Policy

/// A table of platforms that is meant for a tier of which the policy knows nothing, and that no heading of a tier
/// announces.
struct TierTable {
  /// What the paragraph above it calls the tier, or else the heading that it stands under.
  var name: String
  /// The line that names it.
  var range: SourceRange
  /// Where its duties are stated.
  var lines: Range<Int>
  /// The index in the document's tables.
  var table: Int
  /// Whether a heading names it, rather than a paragraph.
  var hasHeading: Bool
}

extension PolicyState {
  /// The tables of a document with all the columns of a tier that names contacts, under no place of the policy.
  func tierTables(ofDocument index: Int) -> [TierTable] {
    let document = documents[index]
    // A document without any of the policy's places is about something else.
    guard !document.located.listings.isEmpty else { return [] }
    let tables = document.document.tables
    let unknown = document.unreadTiers.map(document.lines(under:))
    let shaped = tables.indices.filter { table in
      policy.hasTier(shapedLike: tables[table]) && !unknown.contains { $0.contains(tables[table].range.start.line) }
    }
    guard !shaped.isEmpty else { return [] }
    let titles = TierTitles(policy.places)
    let known = document.located.listings.map { document.lines(under: $0.heading) }
    let boundaries = document.boundaries
    var sections: Set<Int?> = []
    return shaped.compactMap { table in
      let start = document.lineBehind(boundaries, before: tables[table])
      let isFirst = sections.insert(tables[table].section).inserted
      if let named = document.tierTable(table, titles, from: start, isFirst: isFirst) { return named }
      let isKnown = known.contains { $0.contains(tables[table].range.start.line) }
      return isKnown ? nil : document.tierTable(underItsHeading: table)
    }
  }
}

extension Policy {
  fileprivate func hasTier(shapedLike table: Table) -> Bool {
    guard !table.isNested else { return false }
    return tiers.map { $0.listing }.contains { listing in
      guard listing.columns.contains(where: { $0.role == .contacts }) else { return false }
      let own = TableColumns(table, of: listing).titles.map { $0.meaning }
      return listing.columns.allSatisfy { own.contains(.own($0)) }
    }
  }
}

extension LocatedDocument {
  /// A table above which a paragraph begins with the name of a tier that the policy does not have.
  ///
  /// - Parameter isFirst: of its section. What stands above the first one may be about the section's own tier, and has
  ///   to announce the table.
  fileprivate func tierTable(_ index: Int, _ titles: TierTitles, from start: Int, isFirst: Bool) -> TierTable? {
    let end = document.tables[index].range.start.line
    var isOpen = false
    var found: TierTable?
    for number in min(start, end)..<end {
      let text = String(decoding: file.line(number), as: UTF8.self)
      let words = text.split(whereSeparator: { $0.isWhitespace })
      defer { isOpen = !words.isEmpty }
      guard !isOpen, let first = words.first, !Self.openings.contains(where: { first.hasPrefix($0) }),
        let name = titles.unknownTier(openingWith: text), !isFirst || words.count <= 3 || text.last == ":"
      else { continue }
      let opening = SourcePosition(line: number, column: 1 + text.utf8.prefix { $0 == 0x20 || $0 == 0x09 }.count)
      let range = SourceRange(opening, SourcePosition(line: number, column: 1 + text.utf8.count))
      found = TierTable(name: name, range: range, lines: number..<end, table: index, hasHeading: false)
    }
    return found
  }

  /// How lines begin that are no paragraph's.
  private static let openings = ["-", "+", "..", "<", "|", ">"]

  /// A table below a heading that is none of the policy's.
  fileprivate func tierTable(underItsHeading index: Int) -> TierTable? {
    guard let section = document.tables[index].section, document.sections.indices.contains(section) else { return nil }
    let heading = document.sections[section]
    let next = document.sections.dropFirst(section + 1).first?.range.start.line ?? file.lineCount + 1
    let lines = lines(under: heading)
    return TierTable(
      name: heading.title, range: heading.titleRange,
      lines: lines.lowerBound..<max(lines.lowerBound, min(lines.upperBound, next)), table: index, hasHeading: true)
  }

  /// The tables and headings, in their order.
  fileprivate var boundaries: [SourceRange] {
    let tables = document.tables.filter { !$0.isNested }.map { $0.range }
    return (tables + document.sections.map { $0.range }).sorted { $0.start < $1.start }
  }

  /// The line behind the last of the boundaries above a table.
  fileprivate func lineBehind(_ boundaries: [SourceRange], before table: Table) -> Int {
    let index = boundaries.partitioningIndex { $0.start >= table.range.start }
    guard index > 0 else { return 1 }
    let end = boundaries[index - 1].end
    return end.column > 1 ? end.line + 1 : end.line
  }
}
