package import Diagnostics

/// A cell of a reStructuredText table whose text docutils does not read as the text that it seems to be.
package struct MisreadCell: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A list of one item: the text begins with `-`, `*` or `+`.
    case bullet
    /// The text begins like an item's number: `A.`, `1)`, `(iv)`.
    case enumerator(itemCount: Int)
    /// A line with an indented one below it.
    case definition
    /// `:name: …`
    case field
    /// `-a  …`
    case option
    /// An indented line.
    case quote
    /// `>>> …`
    case doctest
    /// Something that docutils complains about.
    case complaint
  }

  package var kind: Kind
  /// The cell's, as in the table.
  package var range: SourceRange
  /// The text read as a paragraph, white space collapsed.
  package var text: String
  /// The edits that make a paragraph of it, empty where that takes judgement.
  package var repair: [TextEdit]
}

extension PolicyDocument {
  /// The texts of the misread cells, by their ranges: a cell that a broken border makes of several begins where the first
  /// of them does. A list of several items is what it seems to be.
  var writtenTexts: [SourceRange: String] {
    misreadCells.isEmpty ? [:] : Dictionary(keepingFirst: misreadCells.map { ($0.range, $0.text) })
  }
}
