package import Diagnostics

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

  package init(source: Source?, name: CellContent? = nil, note: CellContent? = nil, contacts: [String]? = nil) {
    self.source = source
    self.name = name
    self.note = note
    self.contacts = contacts
  }

  var isWhole: Bool { source != nil && name == nil && note == nil && contacts == nil }
}
