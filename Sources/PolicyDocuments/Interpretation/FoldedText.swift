extension StringProtocol {
  /// The text as titles and labels are compared: without case, white space collapsed.
  package var folded: String {
    let short = utf8.withContiguousStorageIfAvailable { $0.foldedASCII }
    return (short ?? nil) ?? lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension Substring {
  /// What stands between white space.
  package var words: [Substring] {
    guard utf8.allSatisfy({ $0 < 0x80 }) else { return split(whereSeparator: \.isWhitespace) }
    return utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }.map(Substring.init)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Nil where a byte is not ASCII.
  fileprivate var foldedASCII: String? {
    guard allSatisfy({ $0 < 0x80 }) else { return nil }
    return String(unsafeUninitializedCapacity: count) { target in
      var end = 0
      var isSpaceDue = false
      for byte in self {
        switch byte {
        case 0x20, 0x09...0x0D:
          isSpaceDue = end > 0
        default:
          if isSpaceDue {
            target[end] = 0x20
            end += 1
            isSpaceDue = false
          }
          target[end] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
          end += 1
        }
      }
      return end
    }
  }
}
