/// Comparison of short texts without regard to case: letters of ASCII byte by byte, where the standard library would make
/// lower-case copies of both.
extension Substring {
  /// What follows a prefix, in whatever case it is written; nil where the text begins with something else.
  package func rest(afterPrefix prefix: String) -> Substring? {
    var index = startIndex
    for byte in prefix.utf8 {
      guard byte < 0x80 else { return lowercased().hasPrefix(prefix.lowercased()) ? dropFirst(prefix.count) : nil }
      guard index < endIndex, utf8[index].inLowerCase == byte.inLowerCase else { return nil }
      utf8.formIndex(after: &index)
    }
    return self[index...]
  }
}

extension String {
  package func equals(ignoringCase other: String) -> Bool {
    let isEqual = utf8.withContiguousStorageIfAvailable { bytes in
      other.utf8.withContiguousStorageIfAvailable { bytes.equals(ignoringCaseOfASCII: $0) } ?? nil
    }
    return (isEqual ?? nil) ?? (lowercased() == other.lowercased())
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Nil where `other` is not ASCII.
  fileprivate func equals(ignoringCaseOfASCII other: Self) -> Bool? {
    guard other.allSatisfy({ $0 < 0x80 }) else { return nil }
    return count == other.count && indices.allSatisfy { self[$0].inLowerCase == other[$0].inLowerCase }
  }
}

extension UInt8 {
  fileprivate var inLowerCase: UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
  }
}
