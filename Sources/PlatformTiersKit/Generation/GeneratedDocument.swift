package import Diagnostics

/// A document with its tables and regions as the registry gives them.
package struct GeneratedDocument: Sendable {
  package var bytes: [UInt8]
  /// The tables, lists and regions that are not what the registry gives, as they stand in the document.
  package var stale: [Diagnostic] = []
  /// What was left as it is, and what keeps it from being written.
  package var refused: [Diagnostic]

  init(_ file: SourceFile, refused: [Diagnostic] = []) {
    bytes = file.bytes
    self.refused = refused
  }
}
