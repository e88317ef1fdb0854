import Diagnostics

/// What in a document does not read as it was meant to.
enum MarkdownFaults {
  static func find(_ file: SourceFile, _ blocks: MarkdownBlocks) -> [DocumentFault] {
    []
  }
}
