import Checks
import Diagnostics
import Documents
import Policy

/// What was read of a document, for a person or a program to look at.
package struct Inspection: Sendable {
  private let content: LocatedDocument
  private let policy: Policy

  /// - Throws: when it cannot be read, or the policy is at fault.
  package init(_ request: ProjectRequest) throws(RunFailure) {
    let document = try ProjectLoader.document(request)
    content = document.content
    policy = document.settings.policy
  }

  package var json: [UInt8] { DocumentInspection.json(content.document) }
  package var tree: String { DocumentInspection.tree(content.document) }

  /// Whose each table and each list is by the policy, column by column, and why a table is nobody's.
  package var owners: String {
    let tables = content.document.tables.enumerated().map { (line: $1.range.start.line, text: words(of: $1, $0)) }
    let lists = content.document.lists.enumerated().compactMap { index, list in
      owner(where: { if case .lists(let lists) = $0 { lists.contains(index) } else { false } }).first.map { listing in
        (line: list.range.start.line, text: "list: the platforms of \(listing.place.name.quoted)\n")
      }
    }
    let missing = content.located.listings.filter { $0.form == .missing }.map { listing in
      (line: listing.heading.titleRange.start.line, text: "heading of \(listing.place.name.quoted): lists nothing\n")
    }
    let found = Set(content.located.listings.map { $0.place.id })
    let absent = policy.places.filter { !found.contains($0.id) }.map { place in
      let taken = Set(content.located.listings.map { $0.heading.title })
      let titles = content.document.sections.map { $0.title }.filter { !taken.contains($0) }
      let near = titles.first { title in
        NearestName.closest(to: title, in: policy.headings).map(place.listing.headings.contains) ?? false
      }
      return "\(place.name.quoted) has no heading here; the policy's is \(place.listing.headings.quotedList)"
        + (near.map { ", and \($0.quoted) comes near" } ?? "") + "\n"
    }
    let all = (tables + lists + missing).sorted { $0.line < $1.line }
    let lines = ["policy: \(policy.name)\n"] + all.map { "line \($0.line): \($0.text)" } + absent
    return lines.map { $0.split(separator: "\n").map { VisibleText.of($0) + "\n" }.joined() }.joined()
  }

  private func owner(where isIts: (LocatedListing.Form) -> Bool) -> [LocatedListing] {
    content.located.listings.filter { isIts($0.form) }
  }

  private func words(of table: Table, _ index: Int) -> String {
    let listings = owner { if case .tables(let tables) = $0 { tables.contains(index) } else { false } }
    guard let first = listings.first else { return "table: nobody's, since \(reason(table))\n" }
    let columns = TableColumns(table, of: first.place.listing)
    return "table of \(listings.map { $0.place.name }.quotedList), under \(first.heading.title.quoted)\n"
      + columns.titles.map { "  column \($0.column + 1) \($0.text.text.quoted): \(words(of: $0.meaning))\n" }.joined()
      + columns.missing.map { "  no column \($0.title.quoted)\n" }.joined()
  }

  private func words(of meaning: TableColumns.Meaning) -> String {
    switch meaning {
    case .own(let column): column.role.words
    case .meant(let column): "\(column.role.words), though the policy's title is \(column.title.quoted)"
    case .unknown: "no column of the policy's; its cells are left alone"
    }
  }

  private func reason(_ table: Table) -> String {
    if table.isNested { return "it stands in a cell of another table" }
    let sections = content.document.sections
    guard let section = table.section, sections.indices.contains(section) else { return "it stands under no heading" }
    let title = sections[section].title
    let above = content.located.listings.last { $0.heading.range.contains(table.range.start) }
    if let above {
      return "\(above.place.name.quoted), whose heading \(above.heading.title.quoted) it stands under, "
        + "is listed by another table or list"
    }
    let near = NearestName.closest(to: title, in: policy.headings).map { "; \($0.quoted) comes near" } ?? ""
    return "its heading \(title.quoted) is none of the policy's\(near)"
  }
}

extension ColumnRole {
  fileprivate var words: String {
    switch self {
    case .platform: "the platform's name"
    case .notes: "notes"
    case .contacts: "contacts"
    case .minimumVersion: "the oldest version"
    case .until: "until when"
    case .other: "the policy's own"
    }
  }
}
