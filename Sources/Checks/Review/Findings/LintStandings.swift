import Diagnostics
import Documents

/// Sorts what `lint` finds in the head by how it stands to the change.
struct LintStandings {
  let base: PolicyState
  let head: PolicyState
  let touched: TouchedRows

  /// All of the head's findings, with the severities that count.
  func findings() -> [ReviewedFinding] {
    let isNew = newness()
    return zip(head.lint, isNew).map { diagnostic, isNew in
      var diagnostic = diagnostic
      if touched.contains(diagnostic), !isKnownPerson(diagnostic) {
        diagnostic.countsOnTouchedRow()
        return ReviewedFinding(diagnostic, .new)
      }
      if isNew, !isKnownPerson(diagnostic) { return ReviewedFinding(diagnostic, .new) }
      diagnostic.severity = min(diagnostic.severity, .warning)
      return ReviewedFinding(diagnostic, .old)
    }
  }

  /// Whether it asks if a contact of one word is a person whom the base names already.
  private func isKnownPerson(_ diagnostic: Diagnostic) -> Bool {
    guard diagnostic.rule == Rule.placeholderContact.id, diagnostic.severity == .warning else { return false }
    let rows = head.documents.filter { $0.file.path == diagnostic.file }.flatMap { Array($0.located.rows) }
    guard let contact = rows.lazy.flatMap({ $0.contacts }).first(where: { $0.range == diagnostic.range }) else {
      return false
    }
    return base.documentListings.contains { $0.people.contains { $0.key == contact.personKey } }
  }

  /// For each finding of the head whether the base has none that is the same, wherever it stands.
  private func newness() -> [Bool] {
    let paths = Dictionary(
      keepingFirst: head.documents.compactMap { document in document.formerPath.map { ($0, document.file.path) } }
    )
    let files = base.files.map { file in
      paths[file.path].map { SourceFile(path: $0, bytes: file.bytes) } ?? file
    }
    let known = base.lint.map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.file = paths[diagnostic.file] ?? diagnostic.file
      return diagnostic
    }
    return Baseline(of: known, files: files).knows(head.lint, files: head.files).map { !$0 }
  }
}

extension Diagnostic {
  /// A warning on a row that the change touches counts as an error; information stays information.
  mutating func countsOnTouchedRow() {
    if severity == .warning { severity = .error }
  }
}
