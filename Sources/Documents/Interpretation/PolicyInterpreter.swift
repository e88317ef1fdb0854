package import Diagnostics
package import Policy

/// Finds a policy's tiers and unsupported lists in a document, and reads their rows.
package enum PolicyInterpreter {
  /// Understands a document by nothing but the policy's data.
  ///
  /// - Parameter file: the bytes that the document was read from: a contact's place is found in them.
  package static func locate(_ document: PolicyDocument, in file: SourceFile, policy: Policy) -> LocatedPolicy {
    let places = policy.places
    let outline = PolicyOutline(document.sections, of: places)
    // A document without any of the policy's headings is about something else.
    guard !outline.entries.isEmpty else { return LocatedPolicy(listings: [], unknownTiers: [], unknownTierCells: []) }
    let contents = outline.contents(of: document)
    var listings: [LocatedListing] = []
    var unknownCells: [LocatedText] = []
    for (entry, content) in zip(outline.entries, contents) {
      let forms = content.forms(of: entry.places, in: document, file: file)
      unknownCells += SharedTables(entry.places, forms).unknownTiers(in: document)
      for (place, form) in zip(entry.places, forms) {
        let rows = rows(of: place, form: form, in: document, file: file, policy: policy)
        listings.append(
          LocatedListing(place: place, heading: document.sections[entry.section], form: form, rows: rows))
      }
    }
    let unknown = TierTitles(places).unknownTiers(in: document.sections, outline: outline)
    return LocatedPolicy(listings: listings, unknownTiers: unknown, unknownTierCells: unknownCells)
  }

  private static func rows(
    of place: Place, form: LocatedListing.Form, in document: PolicyDocument, file: SourceFile, policy: Policy
  ) -> [LocatedRow] {
    switch form {
    case .tables(let indices):
      let written = document.writtenTexts
      return indices.reduce(into: []) { rows, index in
        TableEntries(document.tables[index], of: place, policy: policy, file: file, written: written).append(to: &rows)
      }
    case .lists(let indices):
      return indices.flatMap { index in
        document.lists[index].items.map {
          BulletEntry($0, of: document.format, file: file).row(in: place, policy: policy)
        }
      }
    case .missing: return []
    }
  }
}
