extension String {
  /// Whether the bytes of `text` stand somewhere in this one.
  ///
  /// `contains(_:)` of the standard library compares characters, and building its searcher alone takes longer than this.
  package func hasBytes(_ text: StaticString) -> Bool {
    hasBytes(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Whether the characters of `text` stand somewhere in this one. What is not ASCII may be written in two ways.
  package func holds(_ text: String) -> Bool {
    var text = text
    let found = text.withUTF8 { bytes in bytes.allSatisfy { $0 < 0x80 } ? hasBytes(bytes) : nil }
    return found ?? indices.contains { self[$0...].starts(with: text) }
  }

  /// Whether its bytes stand before those of `other`, as a dictionary would have them: the order of file names.
  ///
  /// Buffers are compared; a text's own bytes are looked up one by one, which takes thirty times as long.
  package func precedesByBytes(_ other: String) -> Bool {
    var (left, right) = (self, other)
    return left.withUTF8 { left in right.withUTF8 { left.lexicographicallyPrecedes($0) } }
  }

  private func hasBytes(_ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = wanted.first else { return true }
    var text = self
    return text.withUTF8 { bytes in
      guard bytes.count >= wanted.count else { return false }
      for start in 0...(bytes.count - wanted.count) where bytes[start] == first {
        if bytes[start..<start + wanted.count].elementsEqual(wanted) { return true }
      }
      return false
    }
  }
}

extension StringProtocol {
  /// Where the bytes of `text`, which is not empty, stand for the first time.
  package func firstRange(ofBytes text: String) -> Range<Index>? {
    guard let first = text.utf8.first else { return nil }
    var rest = utf8[...]
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: text.utf8) { return start..<rest.index(start, offsetBy: text.utf8.count) }
      rest = rest.dropFirst()
    }
    return nil
  }
}
