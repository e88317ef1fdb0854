import Diagnostics

/// Shows what was read from a document: what `inspect` prints.
package enum DocumentInspection {
  /// The document as JSON.
  ///
  /// | key | value |
  /// |---|---|
  /// | `format` | `rst` or `markdown` |
  /// | `title` | the document's title, or `null` |
  /// | `label` | the name given to the document, or `null` |
  /// | `fields` | the header's fields; of fields with one name the first |
  /// | `sections` | `title`, `level` (1 is the outermost) and `line` of each heading |
  /// | `tables` | see below; a nested table follows the one that holds it |
  /// | `lists` | the bullet lists outside tables: `line`, `endLine`, `section`, `items` (`text`, `line`, `column`) |
  /// | `targets` | `name` as it is compared, `uri` (`null` for places in the document), `line`, `column`, `kind` |
  /// | `references` | `name` as it is compared, `line`, `column`, `kind` |
  /// | `links` | every URI: `uri`, `text`, `line`, `column` |
  /// | `faults` | what does not read as it was meant: `kind`, `message`, `line`, `column`, `endLine`, `endColumn` |
  ///
  /// A table has `line`, `endLine` (its last line), `section` (the title of the heading it stands under, or `null`),
  /// `kind`, `nested`, `caption`, and its rows as they are published in `head` and `body`; rows of tables in its cells
  /// follow its own, as they do where docutils looks through a table for its rows. A cell has its plain `text`,
  /// its `line` and `column`, and how many `columns` and `rows` it spans; a spanned-over cell is not listed. Lines and
  /// UTF-8 byte columns count from 1.
  package static func json(_ document: PolicyDocument) -> [UInt8] {
    InspectionJSON(document).write()
  }

  /// The document as an indented outline, sorted by place: the kind of each thing, its range, and its text in quotes.
  ///
  ///     section 2 158:1-159:7 "Tier 1"
  ///     table grid 171:1-186:80 "Tier 1"
  ///       head
  ///         cell 172:3-172:11 "Platform"
  ///
  /// A table's rows are those that are published; `intended` precedes what the writer meant, where that differs.
  package static func tree(_ document: PolicyDocument) -> String {
    InspectionTree(document).text
  }
}

extension SourceRange {
  /// The last line with a byte of the range; an end in the first column belongs to the line before.
  var lastLine: Int {
    end.column == 1 && end.line > start.line ? end.line - 1 : end.line
  }
}

extension PolicyDocument {
  func sectionTitle(_ index: Int?) -> String? {
    guard let index, sections.indices.contains(index) else { return nil }
    return sections[index].title
  }
}
