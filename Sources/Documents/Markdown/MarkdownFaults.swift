import Diagnostics

/// What in a document does not read as it was meant to.
enum MarkdownFaults {
  /// - Parameter inContents: what the reading of the blocks' texts found.
  static func find(_ file: SourceFile, _ blocks: MarkdownBlocks, _ inContents: [DocumentFault]) -> [DocumentFault] {
    var faults = InvalidText.faults(in: file) + inContents
    if let offset = blocks.tooDeep {
      let line = file.lineOffsets(file.position(at: offset).line)
      faults.append(
        DocumentFault(
          .nestedTooDeep(limit: BlockReader.depthLimit), at: file.range(offset..<max(offset, line.upperBound))))
    }
    if let offsets = blocks.unsettled {
      faults.append(DocumentFault(.unsettledTables(limit: BlockReader.roundLimit), at: file.range(offsets)))
    }
    faults += blocks.unterminated.map {
      DocumentFault(.unterminated(construct: $0.construct), at: file.range($0.offsets))
    }
    for block in blocks.blocks {
      switch block.kind {
      case .paragraph: faults += PipeTableFaults(file, lines: blocks.lines[block.lines]).find()
      case .heading: faults += PipeTableFaults(file, lines: blocks.lines[block.lines]).underlinedHeader(of: block)
      default: break
      }
    }
    return faults.sorted { $0.range.start < $1.range.start }
  }
}

/// Bytes that no reader of UTF-8 can show.
enum InvalidText {
  /// NUL or the first bytes of a line that are not UTF-8, at most once a line.
  static func faults(in file: SourceFile) -> [DocumentFault] {
    var found: [Range<Int>] = []
    file.bytes.withUnsafeBufferPointer { bytes in
      var offset = 0
      while offset < bytes.count {
        if bytes[offset] &- 1 < 0x7F {
          offset += 1
          continue
        }
        let length = sequenceLength(bytes, offset)
        if length > 0 {
          offset += length
          continue
        }
        found.append(offset..<offset + 1)
        while offset < bytes.count, !bytes[offset].isLineEnd { offset += 1 }
      }
    }
    return found.map { DocumentFault(.invalidText, at: file.range($0)) }
  }

  /// How long the character is that starts with a byte outside ASCII, by table 3-7 of the Unicode standard; 0 if none does.
  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
    let first = bytes[offset]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return 0 }
    return (2..<length).allSatisfy { bytes[offset + $0] & 0xC0 == 0x80 } ? length : 0
  }
}
