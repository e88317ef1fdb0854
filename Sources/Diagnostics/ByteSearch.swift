extension String {
  /// Whether the bytes of `text` stand somewhere in this one.
  ///
  /// `contains(_:)` of the standard library compares characters, and building its searcher alone takes longer than this.
  package func hasBytes(_ text: StaticString) -> Bool {
    hasBytes(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// As `contains(_:)`, which is left for what is not ASCII and may be written in two ways.
  package func holds(_ text: String) -> Bool {
    var text = text
    let found = text.withUTF8 { bytes in bytes.allSatisfy { $0 < 0x80 } ? hasBytes(bytes) : nil }
    return found ?? contains(text)
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
