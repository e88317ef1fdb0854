import Diagnostics
import Documents
import Policy

/// Which rows and which files of platforms a change touches.
struct TouchedRows {
  /// Lines of the head's documents, by path.
  private var rows: [String: [ClosedRange<Int>]] = [:]
  /// Lines of the head's files of platforms that the base's do not have, by path.
  private var lines: [String: Set<Int>] = [:]
  /// The files of platforms that are new or whose place is: another place asks for other things.
  private var files: Set<String> = []

  init(_ comparison: StateComparison) {
    for change in comparison.changes {
      for part in change.documents where part.touchesRow {
        for listing in [part.head].compactMap({ $0 }) + part.lingering {
          guard let range = listing.row?.range else { continue }
          rows[listing.location.file, default: []].append(range.start.line...max(range.start.line, range.end.line))
        }
      }
      if let registry = change.registry, registry.changesPlace, let head = registry.head {
        files.insert(head.location.file)
      }
    }
    // A registry that the change brings records what holds already: it is as good as it is, and touches nothing.
    guard let head = comparison.head.registry, comparison.base.registry != nil else { return }
    for (id, places) in head.places where !files.contains(places.file.path) {
      guard let former = comparison.base.registry?.places[id]?.file else {
        files.insert(places.file.path)
        continue
      }
      if former.bytes != places.file.bytes { lines[places.file.path] = Self.newLines(of: places.file, since: former) }
    }
  }

  func contains(_ diagnostic: Diagnostic) -> Bool {
    let line = diagnostic.range.start.line
    return files.contains(diagnostic.file) || lines[diagnostic.file]?.contains(line) ?? false
      || rows[diagnostic.file]?.contains { $0.contains(line) } ?? false
  }

  private static func newLines(of file: SourceFile, since former: SourceFile) -> Set<Int> {
    let old = Set((1...max(1, former.lineCount)).map { former.line($0) })
    return Set((1...max(1, file.lineCount)).filter { !old.contains(file.line($0)) })
  }
}

extension ListingChange {
  /// Whether the row says anything else than before; drawn otherwise it says the same.
  fileprivate var touchesRow: Bool {
    guard let base, let head else { return true }
    return base.name != head.name || base.place.id != head.place.id || base.note != head.note
      || !columnChanges.isEmpty || changesDivision
      || (base.contacts ?? []) != (head.contacts ?? [])
  }
}
