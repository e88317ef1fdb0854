extension StringProtocol {
  /// Whether the bytes of `text` stand somewhere in this text.
  ///
  /// `contains(_:)` of the standard library compares characters, and building its searcher alone takes longer than this.
  package func hasBytes(_ text: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard let first = wanted.first else { return true }
    var rest = utf8[...]
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: wanted) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
