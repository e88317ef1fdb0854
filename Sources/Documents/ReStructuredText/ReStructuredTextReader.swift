package import Diagnostics

/// Reads reStructuredText as docutils does, and what docutils is silent about.
package enum ReStructuredTextReader {
  package static func read(_ file: SourceFile) -> PolicyDocument {
    let (source, faults) = SourceText.read(file)
    var parser = BlockParser(source: source)
    parser.document.faults = faults
    _ = parser.parse(source.lines, allowsTitles: true)
    return parser.finish()
  }
}

extension BlockParser {
  /// The document, with what the inline markup holds, in the order of the file.
  fileprivate consuming func finish() -> PolicyDocument {
    document.references += inline.references
    document.targets += inline.targets
    document.links += inline.links
    document.references.sort { $0.range.start < $1.range.start }
    document.targets.sort { $0.range.start < $1.range.start }
    document.links.sort { $0.range.start < $1.range.start }
    document.faults.sort { $0.range.start < $1.range.start }
    return document
  }
}
