import Diagnostics

/// The bytes that the RST reader works on, and where each comes from in the file.
///
/// docutils reads text in which tabs are expanded, form feeds are spaces and line endings are LF. Where a file has none of
/// those, its bytes are the text; otherwise a copy is made and a list of jumps leads back. Text that stands nowhere in
/// the file as such (a quoted CSV cell) is appended behind the file's own and has its jumps too.
struct SourceText: Sendable {
  /// From `offset` on in the text, up to the next jump, bytes are those from `fileOffset` on in the file; inside a run
  /// made of one character (an expanded tab) `isFixed` keeps them all at the same place.
  struct Jump: Sendable {
    var offset: Int
    var fileOffset: Int
    var isFixed: Bool
  }

  let file: SourceFile
  private(set) var bytes: [UInt8]
  private var jumps: [Jump]

  /// - Parameter jumps: in order of `offset`; empty where text and file are the same.
  init(file: SourceFile, bytes: [UInt8], jumps: [Jump]) {
    self.file = file
    self.bytes = bytes
    self.jumps = jumps
  }

  func fileOffset(_ offset: Int) -> Int {
    guard !jumps.isEmpty else { return offset }
    let next = jumps.partitioningIndex { $0.offset > offset }
    guard next > 0 else { return offset }
    let jump = jumps[next - 1]
    return jump.isFixed ? jump.fileOffset : jump.fileOffset + offset - jump.offset
  }

  func range(_ offsets: Range<Int>) -> SourceRange {
    let start = fileOffset(offsets.lowerBound)
    guard !offsets.isEmpty else { return file.range(start..<start) }
    // The end is the place behind the last byte, not that of the first byte of whatever follows a jump.
    return file.range(start..<max(start, fileOffset(offsets.upperBound - 1) + 1))
  }

  /// Adds text that the file does not hold as such.
  ///
  /// - Parameter jumps: with offsets counted from the start of `text`.
  /// - Returns: where it stands in `bytes`.
  mutating func append(_ text: [UInt8], jumps added: [Jump]) -> Range<Int> {
    if jumps.isEmpty { jumps.append(Jump(offset: 0, fileOffset: 0, isFixed: false)) }
    let start = bytes.count
    bytes += text
    for var jump in added {
      jump.offset += start
      jumps.append(jump)
    }
    return start..<bytes.count
  }
}

/// A line, or what is left of it inside a block: offsets in `SourceText.bytes`, without trailing white space.
struct LineSlice: Hashable, Sendable {
  var start: Int
  var end: Int

  var isBlank: Bool { start >= end }
  var offsets: Range<Int> { start..<max(start, end) }
}
