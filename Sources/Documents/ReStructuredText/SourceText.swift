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

  /// From `offset` on in a text made of pieces of the source, up to the next stretch, bytes are those from `sourceOffset`
  /// on in `bytes`.
  struct Stretch: Sendable {
    var offset: Int
    var sourceOffset: Int
  }

  let file: SourceFile
  private(set) var bytes: [UInt8]
  private var jumps: [Jump]
  /// Where the file's own text ends in `bytes`.
  let end: Int
  /// Whether the file's bytes are its text, so that their lines are the same too.
  let isUnchanged: Bool

  /// The text of a file that has nothing to be changed.
  init(of file: SourceFile) {
    self.file = file
    bytes = file.bytes
    jumps = []
    end = bytes.count
    isUnchanged = true
  }

  /// - Parameter jumps: in order of `offset`; empty where all bytes stand where they do in the file.
  init(file: SourceFile, bytes: [UInt8], jumps: [Jump]) {
    self.file = file
    self.bytes = bytes
    self.jumps = jumps
    end = bytes.count
    isUnchanged = false
  }

  func fileOffset(_ offset: Int) -> Int {
    guard let index = jumpIndex(of: offset) else { return offset }
    return jumps[index].isFixed ? jumps[index].fileOffset : jumps[index].fileOffset + offset - jumps[index].offset
  }

  /// The last jump at or before an offset; nil where text and file are the same.
  private func jumpIndex(of offset: Int) -> Int? {
    let next = jumps.partitioningIndex { $0.offset > offset }
    return next > 0 ? next - 1 : nil
  }

  func range(_ offsets: Range<Int>) -> SourceRange {
    let start = fileOffset(offsets.lowerBound)
    guard !offsets.isEmpty else { return file.range(start..<start) }
    // The end is the place behind the last byte, not that of the first byte of whatever follows a jump.
    return file.range(start..<max(start, fileOffset(offsets.upperBound - 1) + 1))
  }

  /// Adds text that the file does not hold as such, only in pieces.
  ///
  /// - Returns: where it stands in `bytes`.
  mutating func append(_ text: [UInt8], from stretches: [Stretch]) -> Range<Int> {
    if jumps.isEmpty { jumps.append(Jump(offset: 0, fileOffset: 0, isFixed: false)) }
    // What is added stands clear of the end of the file's text, which is a place too.
    if bytes.count == end { bytes.append(0x0A) }
    let start = bytes.count
    bytes += text
    for (index, stretch) in stretches.enumerated() {
      let end = index + 1 < stretches.count ? stretches[index + 1].offset : text.count
      appendJumps(of: stretch.sourceOffset..<stretch.sourceOffset + end - stretch.offset, at: start + stretch.offset)
    }
    return start..<bytes.count
  }

  /// Repeats the jumps of a part of the source for a copy of it at `offset`.
  private mutating func appendJumps(of source: Range<Int>, at offset: Int) {
    var index = (jumpIndex(of: source.lowerBound) ?? 0) + 1
    jumps.append(
      Jump(offset: offset, fileOffset: fileOffset(source.lowerBound), isFixed: jumps[index - 1].isFixed))
    while index < jumps.count, jumps[index].offset < source.upperBound {
      var jump = jumps[index]
      jump.offset += offset - source.lowerBound
      jumps.append(jump)
      index += 1
    }
  }
}

/// A line, or what is left of it inside a block: offsets in `SourceText.bytes`, without trailing white space.
struct LineSlice: Hashable, Sendable {
  var start: Int
  var end: Int

  var isBlank: Bool { start >= end }
  var offsets: Range<Int> { start..<max(start, end) }
}
