/// The replacement of a stretch of a file by other bytes.
package struct TextEdit: Hashable, Sendable {
  /// Byte offsets in the file as it was read; empty for an insertion.
  package var offsets: Range<Int>
  package var replacement: [UInt8]

  package init(_ offsets: Range<Int>, _ replacement: [UInt8]) {
    self.offsets = offsets
    self.replacement = replacement
  }
}

/// What mends a finding.
package struct Fix: Hashable, Sendable {
  package enum Safety: String, Sendable {
    /// The repaired text is the only one that could have been meant.
    case safe
    /// Likely, but a person should look; never applied without being asked for.
    case unsafe
  }

  package var safety: Safety
  /// What the fix does, in the imperative: `redraw the border`.
  package var summary: String
  package var edits: [TextEdit]

  package init(_ safety: Safety, _ summary: String, edits: [TextEdit]) {
    self.safety = safety
    self.summary = summary
    self.edits = edits
  }
}

extension SourceFile {
  /// The file's bytes with the edits of these fixes made.
  ///
  /// A fix is applied whole or not at all: one that touches what an earlier fix has changed is left for the next run.
  package func applying(_ fixes: [Fix]) -> (bytes: [UInt8], applied: [Fix]) {
    var accepted = EditList()
    let applied = fixes.filter { fix in
      fix.edits.allSatisfy { $0.offsets.lowerBound >= 0 && $0.offsets.upperBound <= bytes.count }
        && accepted.insert(fix.edits)
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var offset = 0
    for edit in accepted.edits {
      result += bytes[offset..<edit.offsets.lowerBound]
      result += edit.replacement
      offset = edit.offsets.upperBound
    }
    result += bytes[offset...]
    return (result, applied)
  }
}

/// Edits of which no two touch the same bytes or insert at the same place, by their place.
///
/// Fixes come in the order of the file, so that most edits go to the end and the time is linear in their number.
private struct EditList {
  private(set) var edits: [TextEdit] = []

  /// Adds all edits of a fix or none of them; those of a fix that is there already count as added.
  mutating func insert(_ added: [TextEdit]) -> Bool {
    if added.allSatisfy(contains) { return true }
    let sorted = added.sorted { $0.offsets.lowerBound < $1.offsets.lowerBound }
    let isConsistent = zip(sorted, sorted.dropFirst()).allSatisfy { $0.precedes($1) }
    guard isConsistent, sorted.allSatisfy(hasRoom) else { return false }
    for edit in sorted { edits.insert(edit, at: index(of: edit)) }
    return true
  }

  private func contains(_ edit: TextEdit) -> Bool {
    let index = index(of: edit)
    return index < edits.count && edits[index] == edit
  }

  private func hasRoom(for edit: TextEdit) -> Bool {
    let index = index(of: edit)
    return (index == 0 || edits[index - 1].precedes(edit)) && (index == edits.count || edit.precedes(edits[index]))
  }

  /// Where the first edit stands that starts at or after this one's start.
  private func index(of edit: TextEdit) -> Int {
    if let last = edits.last, last.offsets.lowerBound < edit.offsets.lowerBound { return edits.count }
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].offsets.lowerBound < edit.offsets.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension TextEdit {
  /// Whether it ends before the other begins. Two insertions at one place have no order.
  fileprivate func precedes(_ other: TextEdit) -> Bool {
    offsets.upperBound <= other.offsets.lowerBound && offsets.lowerBound < other.offsets.lowerBound
  }
}
