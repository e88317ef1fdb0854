import Diagnostics

extension SourceText {
  /// The text of a file as docutils reads it, with what is not text noted as faults.
  static func read(_ file: SourceFile) -> (text: SourceText, faults: [DocumentFault]) {
    guard Normalizer.needsCopy(file.bytes) else { return (SourceText(of: file), []) }
    var normalizer = Normalizer(file: file)
    normalizer.run()
    return (SourceText(file: file, bytes: normalizer.output, jumps: normalizer.jumps), normalizer.faults)
  }

  /// All lines of the file's text, without trailing white space.
  var lines: [LineSlice] {
    guard isUnchanged else { return lines(in: 0..<end) }
    let starts = file.lineStarts
    return bytes.withUnsafeBufferPointer { buffer in
      starts.indices.map { index in
        let next = index + 1 < starts.count ? starts[index + 1] : buffer.count
        return LineSlice(start: starts[index], end: WhiteSpace.trimmedEnd(of: starts[index]..<next, in: buffer))
      }
    }
  }

  /// The lines of a stretch of the text, without trailing white space.
  func lines(in stretch: Range<Int>) -> [LineSlice] {
    bytes.withUnsafeBufferPointer { buffer in
      var lines: [LineSlice] = []
      var start = stretch.lowerBound
      for index in stretch.clamped(to: buffer.indices) where buffer[index] == UInt8(ascii: "\n") {
        lines.append(LineSlice(start: start, end: WhiteSpace.trimmedEnd(of: start..<index, in: buffer)))
        start = index + 1
      }
      if start < stretch.upperBound {
        lines.append(LineSlice(start: start, end: WhiteSpace.trimmedEnd(of: start..<stretch.upperBound, in: buffer)))
      }
      return lines
    }
  }
}

/// Makes the copy of a file in which tabs are spaces, all line endings are LF and nothing is NUL.
private struct Normalizer {
  let file: SourceFile
  private(set) var output: [UInt8] = []
  private(set) var jumps: [SourceText.Jump] = []
  private(set) var faults: [DocumentFault] = []
  /// Characters since the start of the line: what tabs are counted by.
  private var column = 0
  private var lastFaultLine = 0

  init(file: SourceFile) {
    self.file = file
    output.reserveCapacity(file.bytes.count + 64)
  }

  static func needsCopy(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while true {
        index = buffer.indexAfterPlainBytes(from: index) { $0.bytesNotPrintable & ~$0.bytes(equalTo: 0x0A) }
        guard index < buffer.count else { return false }
        let byte = buffer[index]
        if byte >= 0x20 && byte < 0x7F || byte == 0x0A {
          index += 1
          continue
        }
        let length = UTF8Sequence.length(at: index, in: buffer)
        if length < 2 ? (byte < 0x20) || length == 0 : isSpecial(at: index, in: buffer) { return true }
        index += length
      }
    }
  }

  /// A byte order mark at the start, or a character that Python's `splitlines` ends a line at.
  private static func isSpecial(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    switch bytes[index] {
    case 0xC2: bytes[index + 1] == 0x85
    case 0xE2: bytes[index + 1] == 0x80 && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9)
    case 0xEF: index == 0 && bytes[1] == 0xBB && bytes[2] == 0xBF
    default: false
    }
  }

  mutating func run() {
    file.bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count { index += copyCharacter(at: index, in: bytes) }
    }
  }

  /// Copies one character, or what stands for it, and returns how many bytes of the file it was.
  private mutating func copyCharacter(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let byte = bytes[index]
    if byte >= 0x20, byte < 0x80 {
      output.append(byte)
      column += 1
      return 1
    }
    let length = UTF8Sequence.length(at: index, in: bytes)
    switch byte {
    case 0x09: expandTab(index)
    case 0x0A: endLine(index, length: 1)
    case 0x0D:
      let pair = index + 1 < bytes.count && bytes[index + 1] == 0x0A
      endLine(index, length: pair ? 2 : 1)
      return pair ? 2 : 1
    case 0x0B, 0x0C: append(0x20)
    case 0x1C...0x1E: endLine(index, length: 1)
    case 0x00:
      // Inline markup takes a NUL for an escape; like this byte, it is shown as U+FFFD.
      noteInvalid(index)
      append(0xFF)
    default:
      guard length > 0 else {
        noteInvalid(index)
        append(byte)
        return 1
      }
      copy(index, length: length, in: bytes)
      return length
    }
    return 1
  }

  private mutating func copy(_ index: Int, length: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    guard length > 1, Self.isSpecial(at: index, in: bytes) else {
      output.append(contentsOf: bytes[index..<index + length])
      column += 1
      return
    }
    // The byte order mark is no text; the others end a line.
    if bytes[index] == 0xEF { resume(at: index + length) } else { endLine(index, length: length) }
  }

  private mutating func append(_ byte: UInt8) {
    output.append(byte)
    column += 1
  }

  private mutating func endLine(_ index: Int, length: Int) {
    output.append(0x0A)
    if length > 1 { resume(at: index + length) }
    column = 0
  }

  private mutating func expandTab(_ index: Int) {
    let width = 8 - column % 8
    if width > 1 { jump(to: index, isFixed: true) }
    for _ in 0..<width { append(0x20) }
    if width > 1 { resume(at: index + 1) }
  }

  /// What is copied next stands at `fileOffset`.
  private mutating func resume(at fileOffset: Int) { jump(to: fileOffset, isFixed: false) }

  private mutating func jump(to fileOffset: Int, isFixed: Bool) {
    if jumps.isEmpty { jumps.append(SourceText.Jump(offset: 0, fileOffset: 0, isFixed: false)) }
    // A run of tabs needs no way back to the places between them.
    if jumps.last?.offset == output.count { jumps.removeLast() }
    jumps.append(SourceText.Jump(offset: output.count, fileOffset: fileOffset, isFixed: isFixed))
  }

  /// One fault a line is enough to find them all, and keeps a binary file from giving a million.
  private mutating func noteInvalid(_ index: Int) {
    guard faults.count < 100 else { return }
    let range = file.range(index..<index + 1)
    guard range.start.line != lastFaultLine else { return }
    lastFaultLine = range.start.line
    faults.append(DocumentFault(.invalidText, at: range))
  }
}
