/// A page in no format yet.
package struct Page: Hashable, Sendable {
  package var path: PagePath
  package var title: PageText
  /// What stands before the first section.
  package var lead: [PageBlock]
  package var sections: [PageSection]
  /// The pages below this one, for formats in which a page has to say so.
  package var children: [PagePath]

  package init(
    path: PagePath, title: PageText, lead: [PageBlock] = [], sections: [PageSection] = [], children: [PagePath] = []
  ) {
    self.path = path
    self.title = title
    self.lead = lead
    self.sections = sections
    self.children = children
  }
}

/// A heading of a page, and what stands below it.
package struct PageSection: Hashable, Sendable {
  /// What an address can point to: unique in its page.
  package var anchor: String
  package var title: PageText
  package var blocks: [PageBlock]

  package init(_ anchor: StaticString, _ title: PageText, _ blocks: [PageBlock]) {
    self.anchor = anchor.description
    self.title = title
    self.blocks = blocks
  }
}

/// What a section is made of, in no format.
package enum PageBlock: Hashable, Sendable {
  case paragraph(PageText)
  case list([PageText])
  case definitions([PageDefinition])
  case table(PageTable)
  case timeline(Timeline)
}

/// A word of ours and what stands for it here.
package struct PageDefinition: Hashable, Sendable {
  package var term: String
  package var text: PageText

  /// - Parameter term: not from a registry: a definition list of reStructuredText cannot hold any text as a term.
  package init(_ term: StaticString, _ text: PageText) {
    self.term = term.description
    self.text = text
  }
}

/// A table whose first column says what each row is about.
package struct PageTable: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Each row can be read by itself, one cell below the other.
    case records
    /// Records with long texts in many columns, which only a wide page has room for.
    case wideRecords
    /// Many short cells, which say something side by side only.
    case matrix
    /// A matrix with more rows than fit on a screen, whose head stays in view.
    case longMatrix
  }

  package var caption: PageText
  package var kind: Kind
  package let columns: [PageText]
  package let rows: [[PageText]]

  /// - Parameter rows: one that is too short is filled up with empty cells, one that is too long is cut.
  package init(_ caption: PageText, _ kind: Kind = .records, columns: [PageText], rows: [[PageText]]) {
    self.caption = caption
    self.kind = kind
    self.columns = columns
    self.rows = rows.map { row in
      row.prefix(columns.count) + Array(repeating: PageText(), count: max(0, columns.count - row.count))
    }
  }

  /// The table without the columns that say nothing in any row; the first one stays.
  package var withoutEmptyColumns: PageTable {
    let kept = columns.indices.filter { column in column == 0 || rows.contains { !$0[column].isEmpty } }
    return PageTable(
      caption, kind, columns: kept.map { columns[$0] }, rows: rows.map { row in kept.map { row[$0] } })
  }
}
