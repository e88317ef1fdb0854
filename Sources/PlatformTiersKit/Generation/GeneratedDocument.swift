package import Diagnostics

/// A document with its tables and regions as the registry gives them.
package struct GeneratedDocument: Sendable {
  package var bytes: [UInt8]
  /// The tables and regions that are not what the registry gives, as they stand in the document.
  package var stale: [Diagnostic] = []
  /// The regions that were left as they are, and what keeps them from being written.
  package var refused: [Diagnostic] = []
  /// What the registry has and the document has no table for, in words.
  package var unwritten: [String] = []

  init(_ file: SourceFile) {
    bytes = file.bytes
  }
}
