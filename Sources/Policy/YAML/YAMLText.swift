import Diagnostics

/// A file's bytes in a form that libyaml reads to the end: the bytes that it would stop at are reported and replaced,
/// one by one, so that every offset stays what it is in the file.
struct YAMLText {
  private(set) var bytes: [UInt8]
  /// Where the text starts: after the byte order mark, if there is one.
  private(set) var start = 0
  /// Where it ends: before the white space at the end of the file, where libyaml puts what it misses.
  private(set) var end: Int
  private(set) var isASCII = true
  private(set) var invalid = Places()
  private(set) var control = Places()

  /// Where a fault stands first, and how many stretches of the file have it.
  struct Places {
    private(set) var first: Range<Int>?
    private(set) var count = 0
    private var end = 0

    mutating func add(_ place: Range<Int>) {
      let isContinued = count > 0 && place.lowerBound == end
      end = place.upperBound
      guard !isContinued else {
        if count == 1, let known = first { first = known.lowerBound..<end }
        return
      }
      if first == nil { first = place }
      count += 1
    }
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
  private static let replacement = UInt8(ascii: "?")

  init(_ file: SourceFile) {
    bytes = file.bytes
    end = file.bytes.lastIndex { $0 > UInt8(ascii: " ") }.map { $0 + 1 } ?? 0
    if file.bytes.starts(with: Self.byteOrderMark) { start = Self.byteOrderMark.count }
    end = max(start, end)
    file.bytes.withUnsafeBufferPointer { scan($0) }
  }

  private mutating func scan(_ source: UnsafeBufferPointer<UInt8>) {
    var index = start
    while index < source.count {
      let byte = source[index]
      if byte < 0x80 {
        if !Self.isPrintable(byte) { replaceControl(index..<index + 1) }
        index += 1
        continue
      }
      isASCII = false
      let length = Self.sequenceLength(source, at: index)
      if length == 0 {
        invalid.add(index..<index + 1)
        bytes[index] = Self.replacement
      } else if Self.isControl(source, at: index, length: length) {
        replaceControl(index..<index + length)
      }
      index += max(length, 1)
    }
  }

  private mutating func replaceControl(_ range: Range<Int>) {
    control.add(range)
    for index in range { bytes[index] = Self.replacement }
  }

  private static func isPrintable(_ byte: UInt8) -> Bool {
    (0x20...0x7E).contains(byte) || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// The length of the UTF-8 sequence, by the Unicode standard's table 3-7; 0 when there is none.
  private static func sequenceLength(_ source: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch source[index] {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return 0
    }
    guard index + length <= source.count, second.contains(source[index + 1]) else { return 0 }
    for offset in 2..<max(length, 2) where !(0x80...0xBF).contains(source[index + offset]) { return 0 }
    return length
  }

  /// C1 controls other than NEL, a byte order mark within the text, U+FFFE and U+FFFF: libyaml reads none of them.
  private static func isControl(_ source: UnsafeBufferPointer<UInt8>, at index: Int, length: Int) -> Bool {
    switch (source[index], length) {
    case (0xC2, 2): source[index + 1] < 0xA0 && source[index + 1] != 0x85
    case (0xEF, 3):
      source[index + 1] == 0xBB && source[index + 2] == 0xBF || source[index + 1] == 0xBF && source[index + 2] >= 0xBE
    default: false
    }
  }
}

extension YAMLText {
  func diagnostics(in file: SourceFile) -> [Diagnostic] {
    func diagnostic(_ places: Places, _ message: String) -> Diagnostic? {
      places.first.map { first in
        let more = places.count > 1 ? " (\(places.count) places in this file)" : ""
        return FileFault.invalidYAML.diagnostic(message + more, in: file, at: file.range(first))
      }
    }
    return [
      diagnostic(invalid, "this is not UTF-8; save the file in that encoding"),
      diagnostic(control, "YAML has no place for control characters; remove this one"),
    ].compactMap { $0 }
  }
}
