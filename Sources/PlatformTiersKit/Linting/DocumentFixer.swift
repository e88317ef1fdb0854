package import Diagnostics

/// Makes the safe fixes of a document's findings, again and again until there is nothing more to fix.
package struct DocumentFixer {
  /// The document as it is now.
  package private(set) var file: SourceFile
  /// What is found in it now.
  package private(set) var diagnostics: [Diagnostic]
  /// How many fixes were made.
  package private(set) var fixed = 0

  /// A fix may lay bare what another rule mends, a few times over; rules that undo each other's fixes end here.
  private static let passes = 10

  /// - Parameters:
  ///   - diagnostics: what was found in `file`.
  ///   - lint: finds again in changed bytes.
  package init(_ file: SourceFile, diagnostics: [Diagnostic], lint: (SourceFile) -> [Diagnostic]) {
    self.file = file
    self.diagnostics = diagnostics
    for _ in 0..<Self.passes {
      let fixes = self.diagnostics.compactMap { $0.fix }.filter { $0.safety == .safe && !$0.edits.isEmpty }
      guard !fixes.isEmpty else { return }
      let (bytes, applied) = self.file.applying(fixes)
      guard bytes != self.file.bytes else { return }
      self.file = SourceFile(path: file.path, bytes: bytes)
      fixed += applied.count
      self.diagnostics = lint(self.file)
    }
  }
}
