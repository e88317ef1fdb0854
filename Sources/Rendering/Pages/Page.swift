/// A page in no format yet.
package struct Page: Hashable, Sendable {
  package var path: PagePath
  package var title: PageText
  /// What stands before the first section.
  package var lead: [PageBlock]
  package var sections: [PageSection]
  /// The pages below this one, for formats in which a page has to say so.
  package var children: [PagePath]
  /// What it is about, in a sentence for search engines and previews; the lead's first paragraph where nil.
  package var summary: String?
  /// Where the facts that it is made of can be edited.
  package var editAddress: String?
  /// Whether it is made to stand in another page: no navigation, no footer.
  package var isBare = false

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

  package init(_ anchor: String, _ title: PageText, _ blocks: [PageBlock]) {
    self.anchor = anchor
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
  case directory(PageDirectory)
  case figures([PageFigure])
  case picture(PagePicture)
  /// Files of the set, with what they are called.
  case files([PageFileLink])
}

/// A number that stands out, and what it counts.
package struct PageFigure: Hashable, Sendable {
  package var value: String
  package var text: PageText

  package init(_ value: String, _ text: PageText) {
    self.value = PageText.trimmed(value)
    self.text = text
  }
}

/// A picture in a file of the set.
package struct PagePicture: Hashable, Sendable {
  /// From the set's folder.
  package var file: StaticFile
  /// What it shows, for those who do not see it.
  package var text: String
  package var width: Int
  package var height: Int

  package init(_ file: StaticFile, text: String, width: Int, height: Int) {
    self.file = file
    self.text = PageText.trimmed(text)
    self.width = width
    self.height = height
  }
}

/// A file of the set that is no page, by a name of ours.
package struct StaticFile: Hashable, Sendable {
  package let name: String

  package init(_ name: StaticString) { self.name = name.description }
}

/// A link to a file of the set.
package struct PageFileLink: Hashable, Sendable {
  package var text: String
  package var file: StaticFile

  package init(_ text: StaticString, _ file: StaticFile) {
    self.text = text.description
    self.file = file
  }
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
  /// How many columns tell the rows of a matrix apart.
  package var heads = 1
  /// What the cells of a matrix are called together, for formats that write them as a list.
  package var gathered: PageText = "Cells"
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
    keeping(columns.indices.filter { column in column == 0 || rows.contains { !$0[column].isEmpty } })
  }

  /// The table without the columns whose every cell is a sign for nothing or says that it is unknown, and the titles of
  /// these.
  package var withoutUnknownColumns: (table: PageTable, unknown: [PageText]) {
    let unknown = columns.indices.filter { column in
      column >= heads && rows.contains { !$0[column].isBlank }
        && rows.allSatisfy { $0[column].saysNothing }
    }
    return (keeping(columns.indices.filter { !unknown.contains($0) }), unknown.map { columns[$0] })
  }

  private func keeping(_ kept: [Int]) -> PageTable {
    var table = PageTable(
      caption, kind, columns: kept.map { columns[$0] }, rows: rows.map { row in kept.map { row[$0] } })
    (table.heads, table.gathered) = (heads, gathered)
    return table
  }
}
