package import Diagnostics

/// The markup language of a document.
package enum DocumentFormat: String, CaseIterable, Sendable {
  case markdown
  case restructuredText = "rst"
}

/// What was read from a hand-edited document, in document order and with the place of everything.
///
/// A reader never fails: what it could not read as the writer meant it is in `faults`. All texts are plain text (markup
/// removed, escapes resolved, white space collapsed) and untrusted.
package struct PolicyDocument: Sendable {
  package let format: DocumentFormat
  /// The first internal target before the title, as in `.. _NEP57:`.
  package var label: Label?
  /// The fields of the header: RST's field list below the title.
  package var fields: [HeaderField] = []
  /// All headings, the document's title included, outermost level 1.
  package var sections: [Section] = []
  package var tables: [Table] = []
  /// The bullet lists that stand outside tables.
  package var lists: [BulletList] = []
  package var references: [Reference] = []
  package var targets: [LinkTarget] = []
  /// Every URI written in the document, wherever it stands.
  package var links: [Link] = []
  package var comments: [Comment] = []
  package var faults: [DocumentFault] = []

  package init(format: DocumentFormat) {
    self.format = format
  }

  /// The document's title: its first heading, when that is of the outermost level.
  package var title: Section? {
    sections.first.flatMap { $0.level == 1 ? $0 : nil }
  }
}

/// A name given to a place in the document.
package struct Label: Hashable, Sendable {
  package var name: String
  package var range: SourceRange

  package init(name: String, range: SourceRange) {
    self.name = name
    self.range = range
  }
}

/// A field of the header: `:Status: Draft`.
package struct HeaderField: Hashable, Sendable {
  package var name: String
  package var value: String
  package var range: SourceRange
  package var valueRange: SourceRange

  package init(name: String, value: String, range: SourceRange, valueRange: SourceRange) {
    self.name = name
    self.value = value
    self.range = range
    self.valueRange = valueRange
  }
}

/// A heading and what stands below it, up to the next heading.
package struct Section: Hashable, Sendable {
  package var title: String
  /// 1 for the outermost.
  package var level: Int
  /// The title's text, without overline, underline or `#`.
  package var titleRange: SourceRange
  /// The whole heading, its lines of punctuation included.
  package var range: SourceRange

  package init(title: String, level: Int, titleRange: SourceRange, range: SourceRange) {
    self.title = title
    self.level = level
    self.titleRange = titleRange
    self.range = range
  }
}

/// A bullet list with its items' texts.
package struct BulletList: Hashable, Sendable {
  /// The index in `sections` of the heading it stands under.
  package var section: Int?
  /// The text of the paragraph right before it, empty if something else stands there.
  package var leadIn: String
  package var items: [Item]
  package var range: SourceRange

  package init(section: Int?, leadIn: String, items: [Item], range: SourceRange) {
    self.section = section
    self.leadIn = leadIn
    self.items = items
    self.range = range
  }

  package struct Item: Hashable, Sendable {
    /// The text of the item's first paragraph, or of its line block.
    package var text: String
    /// The emphasised stretches of that paragraph: `*Ralf Gommers*`.
    package var emphasised: [Emphasis]
    /// From the first character of the text to its end, without the bullet.
    package var range: SourceRange
    /// Of an item that is a line block and no paragraph: its lines.
    package var lines: [LocatedText]

    package init(text: String, emphasised: [Emphasis], range: SourceRange, lines: [LocatedText] = []) {
      self.text = text
      self.emphasised = emphasised
      self.range = range
      self.lines = lines
    }
  }

  package struct Emphasis: Hashable, Sendable {
    package var text: String
    /// Where it stands in the item's text, in UTF-8 bytes of it.
    package var offsets: Range<Int>
    package var range: SourceRange

    package init(text: String, offsets: Range<Int>, range: SourceRange) {
      self.text = text
      self.offsets = offsets
      self.range = range
    }
  }
}

/// A comment of the markup language, invisible to the page's readers: where suppressions are written.
package struct Comment: Hashable, Sendable {
  package var text: String
  package var range: SourceRange
  /// What a suppression written here covers: the row it stands in, or the block that follows.
  package var scope: SourceRange?

  package init(text: String, range: SourceRange, scope: SourceRange?) {
    self.text = text
    self.range = range
    self.scope = scope
  }
}
