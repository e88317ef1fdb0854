package import Diagnostics

/// A line of an item whose lines have titles: `| Name: Haiku`.
package struct WantedLine: Sendable {
  /// The line of the item's source that it is already; nil for a new one.
  package var source: Int?
  package var title: String
  /// Nil to keep what stands there.
  package var content: CellContent?

  package init(source: Int?, title: String, content: CellContent? = nil) {
    self.source = source
    self.title = title
    self.content = content
  }
}

/// An item that a bullet list is to have: `NAME (note: NOTE), *CONTACTS*`.
package struct WantedItem: Sendable {
  /// An item of one of a document's lists, and what its parts are.
  package struct Source: Sendable {
    /// The index in `PolicyDocument.lists`.
    package var list: Int
    package var item: Int
    /// Where the platform's name ends.
    package var nameEnd: SourcePosition
    /// Where the names of its contacts begin, if it has any.
    package var contactsStart: SourcePosition?

    package init(list: Int, item: Int, nameEnd: SourcePosition, contactsStart: SourcePosition?) {
      self.list = list
      self.item = item
      self.nameEnd = nameEnd
      self.contactsStart = contactsStart
    }
  }

  /// The item that it is already, of this list or of another one; nil for a new item.
  package var source: Source?
  /// Each part nil to keep what stands there; a new item has nothing to keep.
  package var name: CellContent?
  package var note: CellContent?
  package var contacts: [String]?
  /// What it is made of in a list of lines with titles, in the place of the parts above; nil elsewhere, and to keep all.
  package var lines: [WantedLine]?

  package init(source: Source?, lines: [WantedLine]?) {
    self.source = source
    self.lines = lines
  }

  package init(source: Source?, name: CellContent? = nil, note: CellContent? = nil, contacts: [String]? = nil) {
    self.source = source
    self.name = name
    self.note = note
    self.contacts = contacts
  }

  package var isWhole: Bool { source != nil && name == nil && note == nil && contacts == nil && lines == nil }
}
