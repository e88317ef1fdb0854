extension UnsafeBufferPointer<UInt8> {
  /// Steps over bytes eight at a time, as long as nothing in them needs a look.
  ///
  /// - Parameter isPlain: says so of eight bytes; their order in the word is the machine's.
  /// - Returns: the first index from `start` on at which eight bytes are not plain, or fewer are left.
  @inlinable package func indexAfterPlainWords(from start: Int, where isPlain: (UInt64) -> Bool) -> Int {
    let bytes = UnsafeRawBufferPointer(self)
    var index = start
    while index + 8 <= bytes.count, isPlain(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) { index += 8 }
    return index
  }
}

extension UInt64 {
  /// The byte in all eight places.
  @inlinable package init(eachByte byte: UInt8) {
    self = UInt64(byte) &* 0x0101_0101_0101_0101
  }

  /// Whether one of the eight bytes is below `limit`, which is at most 0x80.
  @inlinable package func hasByte(below limit: UInt8) -> Bool {
    (self &- UInt64(eachByte: limit)) & ~self & UInt64(eachByte: 0x80) != 0
  }

  @inlinable package var isASCII: Bool { self & UInt64(eachByte: 0x80) == 0 }
}
