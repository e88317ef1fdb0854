package import Diagnostics

/// Reads a document of either format.
package enum DocumentReader {
  /// Reads any bytes: what cannot be read as markup is text, and what looks like a mistake is in the document's faults.
  package static func read(_ file: SourceFile, as format: DocumentFormat) -> PolicyDocument {
    switch format {
    case .markdown: MarkdownReader.read(file)
    case .restructuredText: ReStructuredTextReader.read(file)
    }
  }
}
