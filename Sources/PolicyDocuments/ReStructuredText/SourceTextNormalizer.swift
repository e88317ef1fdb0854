import Diagnostics

extension SourceText {
  /// The text of a file as docutils reads it, with what is not text noted as faults.
  static func read(_ file: SourceFile) -> (text: SourceText, faults: [DocumentFault]) {
    guard Normalizer.needsCopy(file.bytes) else { return (SourceText(file: file, bytes: file.bytes, jumps: []), []) }
    var normalizer = Normalizer(file: file)
    normalizer.run()
    return (SourceText(file: file, bytes: normalizer.output, jumps: normalizer.jumps), normalizer.faults)
  }

  /// The lines of a stretch of the text, without trailing white space.
  func lines(in stretch: Range<Int>) -> [LineSlice] {
    bytes.withUnsafeBufferPointer { buffer in
      var lines: [LineSlice] = []
      lines.reserveCapacity(stretch.count / 40 + 1)
      var start = stretch.lowerBound
      for index in stretch where buffer[index] == UInt8(ascii: "\n") {
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

/// White space as Python's `str.strip` and `str.split` see it.
enum WhiteSpace {
  /// The length in bytes of the white space character that starts at `index`, 0 if there is none.
  static func length(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let byte = bytes[index]
    if byte < 0x80 { return byte == 0x20 || (0x09...0x0D).contains(byte) || (0x1C...0x1F).contains(byte) ? 1 : 0 }
    if byte == 0xC2, index + 1 < bytes.count { return bytes[index + 1] == 0x85 || bytes[index + 1] == 0xA0 ? 2 : 0 }
    guard index + 2 < bytes.count else { return 0 }
    return isThreeByteSpace(byte, bytes[index + 1], bytes[index + 2]) ? 3 : 0
  }

  static func trimmedEnd(of range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound {
      let byte = bytes[end - 1]
      if byte > 0x20, byte < 0x80 { return end }
      if byte <= 0x20 {
        if length(at: end - 1, in: bytes) == 0 { return end }
        end -= 1
      } else if end - 2 >= range.lowerBound, length(at: end - 2, in: bytes) == 2 {
        end -= 2
      } else if end - 3 >= range.lowerBound, length(at: end - 3, in: bytes) == 3 {
        end -= 3
      } else {
        return end
      }
    }
    return end
  }

  /// Runs of white space as one space, none at the ends.
  static func collapsed(_ text: some Collection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    append(text, to: &result, endsWithWord: true)
    return result
  }

  /// Adds text with runs of white space as one space, none at the start of the result; what ends the text is left out
  /// where it ends with a word, and is a space where more is to come.
  static func append(_ text: some Collection<UInt8>, to result: inout [UInt8], endsWithWord: Bool) {
    let isContiguous: Void? = text.withContiguousStorageIfAvailable {
      appendCollapsed($0, to: &result, endsWithWord: endsWithWord)
    }
    if isContiguous == nil {
      Array(text).withUnsafeBufferPointer { appendCollapsed($0, to: &result, endsWithWord: endsWithWord) }
    }
  }

  private static func appendCollapsed(
    _ text: UnsafeBufferPointer<UInt8>, to result: inout [UInt8], endsWithWord: Bool
  ) {
    var index = 0
    var isPending = false
    while index < text.count {
      let space = length(at: index, in: text)
      if space > 0 {
        isPending = !result.isEmpty && result.last != 0x20
        index += space
        continue
      }
      if isPending {
        result.append(0x20)
        isPending = false
      }
      result.append(text[index])
      index += 1
    }
    if isPending, !endsWithWord { result.append(0x20) }
  }

  // U+1680, U+2000–U+200A, U+2028, U+2029, U+202F, U+205F, U+3000.
  private static func isThreeByteSpace(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    case (0xE1, 0x9A): third == 0x80
    case (0xE2, 0x80): (0x80...0x8A).contains(third) || third == 0xA8 || third == 0xA9 || third == 0xAF
    case (0xE2, 0x81): third == 0x9F
    case (0xE3, 0x80): third == 0x80
    default: false
    }
  }
}

/// Makes the copy of a file in which tabs are spaces, all line endings are LF and every byte is part of a character.
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
      while index < buffer.count {
        let byte = buffer[index]
        if byte >= 0x20 && byte < 0x7F || byte == 0x0A {
          index += 1
          continue
        }
        let length = UTF8Sequence.length(at: index, in: buffer)
        if length < 2 ? (byte < 0x20) || length == 0 : isSpecial(at: index, in: buffer) { return true }
        index += length
      }
      return false
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
    case 0x09:
      replace(index, length: 1, by: Array(repeating: 0x20, count: 8 - column % 8), columns: 8 - column % 8)
    case 0x0A: endLine(index, length: 1)
    case 0x0D:
      let pair = index + 1 < bytes.count && bytes[index + 1] == 0x0A
      endLine(index, length: pair ? 2 : 1)
      return pair ? 2 : 1
    case 0x0B, 0x0C: replace(index, length: 1, by: [0x20], columns: 1)
    case 0x1C...0x1E: endLine(index, length: 1)
    case 0x00:
      noteInvalid(index, length: 1)
      replace(index, length: 1, by: [0xEF, 0xBF, 0xBD], columns: 1)
    default:
      if length == 0 {
        noteInvalid(index, length: 1)
        replace(index, length: 1, by: [0xEF, 0xBF, 0xBD], columns: 1)
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
    if bytes[index] == 0xEF {
      replace(index, length: length, by: [], columns: 0)
    } else {
      endLine(index, length: length)
    }
  }

  private mutating func endLine(_ index: Int, length: Int) {
    if length == 1 { output.append(0x0A) } else { replace(index, length: length, by: [0x0A], columns: 0) }
    column = 0
  }

  private mutating func replace(_ index: Int, length: Int, by replacement: [UInt8], columns: Int) {
    if jumps.isEmpty { jumps.append(SourceText.Jump(offset: 0, fileOffset: 0, isFixed: false)) }
    if !replacement.isEmpty {
      jumps.append(SourceText.Jump(offset: output.count, fileOffset: index, isFixed: true))
      output += replacement
    }
    jumps.append(SourceText.Jump(offset: output.count, fileOffset: index + length, isFixed: false))
    column += columns
  }

  /// One fault a line is enough to find them all, and keeps a binary file from giving a million.
  private mutating func noteInvalid(_ index: Int, length: Int) {
    let range = file.range(index..<index + length)
    guard range.start.line != lastFaultLine, faults.count < 100 else { return }
    lastFaultLine = range.start.line
    faults.append(DocumentFault(.invalidText, at: range))
  }
}

/// Well-formed UTF-8 byte sequences (Unicode, table 3-7).
enum UTF8Sequence {
  /// The length of the well-formed sequence that starts at `index`; 0 if none does.
  static func length(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let first = bytes[index]
    if first < 0x80 { return 1 }
    let length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
    guard length > 0, index + length <= bytes.count else { return 0 }
    let second = bytes[index + 1]
    let allowed: ClosedRange<UInt8> =
      switch first {
      case 0xE0: 0xA0...0xBF
      case 0xED: 0x80...0x9F
      case 0xF0: 0x90...0xBF
      case 0xF4: 0x80...0x8F
      default: 0x80...0xBF
      }
    guard allowed.contains(second) else { return 0 }
    for next in index + 2..<max(index + 2, index + length) where bytes[next] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
