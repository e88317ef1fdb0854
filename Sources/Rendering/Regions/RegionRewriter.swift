package import Diagnostics
package import Documents

/// Writes new contents into the regions of a page.
package struct RegionRewriter: Sendable {
  /// What became of a page's regions.
  package struct Result: Hashable, Sendable {
    package var edits: [TextEdit] = []
    /// Regions that are not overwritten: someone has changed what was generated.
    package var refused: [Region] = []
    /// Regions whose content is not what it should be, the refused ones included.
    package var stale: [Region] = []
  }

  private let file: SourceFile
  private let format: DocumentFormat
  private let isForced: Bool

  /// - Parameter isForced: whether contents changed by hand are overwritten.
  package init(_ file: SourceFile, as format: DocumentFormat, isForced: Bool = false) {
    self.file = file
    self.format = format
    self.isForced = isForced
  }

  /// - Parameters:
  ///   - regions: of a page without region faults.
  ///   - contents: by the regions' names; a region without one is left alone.
  package func rewrite(_ regions: [Region], contents: [String: [UInt8]]) -> Result {
    var result = Result()
    for region in regions {
      guard let content = contents[region.id] else { continue }
      let lines = SourceFile(path: "", bytes: content)
      let wanted = RegionContent.trimmed((1..<lines.lineCount + 1).map { Array(lines.line($0)) })
      let found = region.content(in: file)
      if found == wanted {
        result.edits += endMarker(region, wanted)
        continue
      }
      result.stale.append(region)
      let isUntouched = region.checksum.map { $0 == RegionContent.checksum(of: found) } ?? found.isEmpty
      if isUntouched || isForced {
        result.edits.append(replacement(region, wanted))
      } else {
        result.refused.append(region)
      }
    }
    return result
  }

  /// Brings the checksum up to date.
  private func endMarker(_ region: Region, _ content: [UInt8]) -> [TextEdit] {
    let checksum = RegionContent.checksum(of: content)
    guard region.checksum != checksum else { return [] }
    let line = file.line(region.endLine)
    return [
      TextEdit(line.startIndex..<line.endIndex, RegionMarker.end(region.id, checksum: checksum, as: format))
    ]
  }

  /// The content between blank lines, since a comment of reStructuredText goes on up to one, and the end marker.
  private func replacement(_ region: Region, _ content: [UInt8]) -> TextEdit {
    let lineEnd = file.lineEnd(after: region.beginLine)
    var text = lineEnd + lineEnd
    for line in content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) where !content.isEmpty {
      text += line
      text += lineEnd
    }
    if !content.isEmpty { text += lineEnd }
    text += RegionMarker.end(region.id, checksum: RegionContent.checksum(of: content), as: format)
    return TextEdit(file.line(region.beginLine).endIndex..<file.line(region.endLine).endIndex, text)
  }
}
