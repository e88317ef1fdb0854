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
    var accepted: [TextEdit] = []
    var applied: [Fix] = []
    for fix in fixes {
      let repeated = fix.edits.allSatisfy(accepted.contains)
      guard repeated || fix.edits.allSatisfy({ edit in fits(edit) && !accepted.contains { $0.overlaps(edit) } }) else {
        continue
      }
      applied.append(fix)
      if !repeated { accepted += fix.edits }
    }
    accepted.sort { $0.offsets.lowerBound < $1.offsets.lowerBound }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var offset = 0
    for edit in accepted {
      result += bytes[offset..<edit.offsets.lowerBound]
      result += edit.replacement
      offset = edit.offsets.upperBound
    }
    result += bytes[offset...]
    return (result, applied)
  }

  private func fits(_ edit: TextEdit) -> Bool {
    edit.offsets.lowerBound >= 0 && edit.offsets.upperBound <= bytes.count
  }
}

extension TextEdit {
  /// Whether the two touch the same bytes, or insert at the same place.
  func overlaps(_ other: TextEdit) -> Bool {
    if offsets.lowerBound == other.offsets.lowerBound { return true }
    return offsets.overlaps(other.offsets)
  }
}
