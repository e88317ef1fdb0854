extension UnsafeBufferPointer<UInt8> {
  /// Steps over bytes eight at a time, up to the first that needs a look.
  ///
  /// - Parameter marking: given eight bytes, returns a word with a bit set in those that need a look.
  /// - Returns: the index of the first marked byte from `start` on, or one from which on fewer than eight bytes are left.
  @inlinable package func indexAfterPlainBytes(from start: Int, marking: (UInt64) -> UInt64) -> Int {
    let bytes = UnsafeRawBufferPointer(self)
    var index = start
    while index + 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let marked = marking(word)
      if marked != 0 { return index + marked.trailingZeroBitCount / 8 }
      index += 8
    }
    return index
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether all bytes are characters of ASCII that show something, or spaces.
  @inlinable package var isPrintableASCII: Bool {
    var index = 0
    while true {
      index = indexAfterPlainBytes(from: index) { $0.bytesNotPrintable }
      guard index < count else { return true }
      guard self[index] >= 0x20, self[index] < 0x7F else { return false }
      index += 1
    }
  }
}

extension StringProtocol {
  /// Whether all characters are of ASCII and show something, or are spaces.
  package var isPrintableASCII: Bool {
    utf8.withContiguousStorageIfAvailable { $0.isPrintableASCII } ?? utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }
}

extension UInt64 {
  /// The byte in all eight places.
  @inlinable package init(eachByte byte: UInt8) {
    self = UInt64(byte) &* 0x0101_0101_0101_0101
  }

  /// The highest bit of each of the eight bytes that is below `limit`, which is at most 0x80.
  @inlinable package func bytes(below limit: UInt8) -> UInt64 {
    let high = UInt64(eachByte: 0x80)
    return ~(((self | high) &- UInt64(eachByte: limit)) | self) & high
  }

  /// The highest bit of each of the eight bytes that equals `byte`.
  @inlinable package func bytes(equalTo byte: UInt8) -> UInt64 {
    (self ^ UInt64(eachByte: byte)).bytes(below: 1)
  }

  /// The highest bit of each of the eight bytes that is no letter, digit, punctuation or space of ASCII; perhaps also of
  /// a byte behind 0xFF.
  @inlinable package var bytesNotPrintable: UInt64 {
    bytes(below: 0x20) | (self | (self &+ UInt64(eachByte: 1))) & UInt64(eachByte: 0x80)
  }
}
