package import Diagnostics
package import Documents

/// Finds the regions of a page by their markers.
package enum RegionFinder {
  /// A page with so many is read no further.
  fileprivate static let faultLimit = 100

  /// The regions, and all that keeps them from being clear.
  ///
  /// - Parameter known: the names that something is generated for.
  package static func find(
    in file: SourceFile, as format: DocumentFormat, known: Set<String>
  ) -> (regions: [Region], faults: [RegionFault]) {
    var matching = RegionMatching(file, known: known)
    for marker in RegionMarker.all(in: file, as: format) where matching.faults.count < faultLimit {
      matching.take(marker)
    }
    matching.finish()
    return (matching.regions, matching.faults.sorted { $0.range.start < $1.range.start })
  }
}

/// Pairs begins with ends.
private struct RegionMatching {
  private let file: SourceFile
  private let known: Set<String>
  private(set) var regions: [Region] = []
  private(set) var faults: [RegionFault] = []
  private var open: [(id: String, line: Int)] = []
  private var firstLines: [String: Int] = [:]

  init(_ file: SourceFile, known: Set<String>) {
    self.file = file
    self.known = known
  }

  mutating func take(_ marker: RegionMarker) {
    switch marker.kind {
    case .begin(let id): begin(id, marker.line)
    case .end(let id, let checksum): end(id, checksum, marker.line)
    case .malformed(let text): note(.malformedMarker(text), marker.line)
    }
  }

  mutating func finish() {
    for (id, line) in open.prefix(RegionFinder.faultLimit) { note(.missingEnd(id), line) }
    open = []
  }

  private mutating func begin(_ id: String, _ line: Int) {
    if !known.contains(id) { note(.unknown(id), line) }
    if let first = firstLines[id] {
      note(.duplicate(id), line, ("the first is here", first))
    } else {
      firstLines[id] = line
    }
    open.append((id, line))
  }

  private mutating func end(_ id: String?, _ checksum: String?, _ line: Int) {
    guard let index = open.lastIndex(where: { id == nil || $0.id == id }) else {
      return note(.missingBegin(id), line)
    }
    let region = open.remove(at: index)
    if index < open.count {
      note(
        .crossed(region.id, inner: open[open.count - 1].id), line,
        ("'\(open[open.count - 1].id)' begins here and has not ended", open[open.count - 1].line))
    } else if let outer = open.last {
      note(.nested(region.id, outer: outer.id), region.line, ("'\(outer.id)' begins here", outer.line))
    }
    regions.append(Region(id: region.id, beginLine: region.line, endLine: line, checksum: checksum))
  }

  private mutating func note(_ kind: RegionFault.Kind, _ line: Int, _ other: (text: String, line: Int)? = nil) {
    faults.append(
      RegionFault(
        kind: kind, range: range(line), notes: other.map { [Diagnostic.Note($0.text, at: range($0.line))] } ?? []))
  }

  private func range(_ line: Int) -> SourceRange {
    let bytes = file.line(line)
    return file.range(bytes.startIndex..<bytes.endIndex)
  }
}
