package import Diagnostics
package import Policy

/// A document as the policy understands it: which table or list is which tier's, and what each row says.
package struct LocatedPolicy: Sendable {
  /// The tiers and unsupported lists that the document has, in document order.
  package var listings: [LocatedListing]
  /// Headings that look like a tier and are none of the policy's.
  package var unknownTiers: [Section]
  /// Cells that name none of the tiers, in the column that tells the tiers of a shared table apart.
  package var unknownTierCells: [LocatedText]

  package init(listings: [LocatedListing], unknownTiers: [Section], unknownTierCells: [LocatedText] = []) {
    self.listings = listings
    self.unknownTiers = unknownTiers
    self.unknownTierCells = unknownTierCells
  }

  package var rows: some Sequence<LocatedRow> { listings.lazy.flatMap { $0.rows } }

  /// Which row of which listing: what to remember of a row, a copy of which is twenty times as large.
  package struct RowIndex: Hashable, Comparable, Sendable {
    fileprivate let listing: UInt32
    fileprivate let row: UInt32

    package static func < (left: Self, right: Self) -> Bool {
      (left.listing, left.row) < (right.listing, right.row)
    }
  }

  package var rowCount: Int { listings.reduce(0) { $0 + $1.rows.count } }

  /// In the order of `rows`.
  package var rowIndices: some Sequence<RowIndex> {
    listings.indices.lazy.flatMap { listing in
      listings[listing].rows.indices.lazy.map {
        RowIndex(listing: UInt32(truncatingIfNeeded: listing), row: UInt32(truncatingIfNeeded: $0))
      }
    }
  }

  package subscript(index: RowIndex) -> LocatedRow {
    listings[Int(index.listing)].rows[Int(index.row)]
  }
}

/// A tier or unsupported list found in a document: its heading and its tables or lists.
package struct LocatedListing: Sendable {
  package enum Form: Hashable, Sendable {
    /// Indices in `PolicyDocument.tables`.
    case tables([Int])
    /// Indices in `PolicyDocument.lists`.
    case lists([Int])
    /// The heading is there, and nothing that lists platforms is below it.
    case missing
  }

  package var place: Place
  package var heading: Section
  package var form: Form
  package var rows: [LocatedRow]

  package init(place: Place, heading: Section, form: Form, rows: [LocatedRow]) {
    self.place = place
    self.heading = heading
    self.form = form
    self.rows = rows
  }
}

/// A text and where it stands.
package struct LocatedText: Hashable, Sendable {
  package var text: String
  package var range: SourceRange

  package init(_ text: String, at range: SourceRange) {
    self.text = text
    self.range = range
  }
}

/// One platform's entry in a document.
package struct LocatedRow: Sendable {
  package var place: Place
  /// The platform's label; its text is empty where the row has none. That of a variant stands in the row above, and its
  /// range is of what tells it from that row.
  package var platform: LocatedText
  /// Nil where the listing has no column for notes, or the entry no note.
  package var notes: LocatedText?
  /// The people named, one element each; empty when the contacts' cell is.
  package var contacts: [LocatedText]
  /// The contacts' cell, where the listing has such a column.
  package var contactsCell: LocatedText?
  /// The further columns with a title, from left to right, without the one that tells the tiers of a table apart.
  package var columns: [ListedColumn]
  /// Whether its name stands in the row above.
  package var isVariant: Bool
  /// Nil where it is the label alone, as under most policies.
  private let longIdentity: [String]?
  /// The whole entry.
  package var range: SourceRange

  package init(
    place: Place, platform: LocatedText, notes: LocatedText?, contacts: [LocatedText], contactsCell: LocatedText?,
    columns: [ListedColumn] = [], identity: [String], isVariant: Bool = false, range: SourceRange
  ) {
    self.place = place
    self.platform = platform
    self.notes = notes
    self.contacts = contacts
    self.contactsCell = contactsCell
    self.columns = columns
    self.isVariant = isVariant
    longIdentity = identity == [platform.text] ? nil : identity
    self.range = range
  }

  /// The texts that tell this platform from others, in the policy's order of identity.
  package var identity: [String] { longIdentity ?? [platform.text] }
}
