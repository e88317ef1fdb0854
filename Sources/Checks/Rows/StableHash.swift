/// FNV-1a with 64 bits: unlike the standard library's hashes, the same in every run.
struct StableHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  init() {}

  init(_ bytes: some Sequence<UInt8>) {
    add(bytes)
  }

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
  }

  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}

extension RandomAccessCollection where Index == Int {
  /// The stretches of at least two elements that belong together as neighbours do.
  func runs(where belongTogether: (Element, Element) -> Bool) -> [SubSequence] {
    var runs: [SubSequence] = []
    var start = startIndex
    while start < endIndex {
      var end = start + 1
      while end < endIndex, belongTogether(self[start], self[end]) { end += 1 }
      if end - start > 1 { runs.append(self[start..<end]) }
      start = end
    }
    return runs
  }
}
