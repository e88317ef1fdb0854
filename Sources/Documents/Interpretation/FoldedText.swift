import Diagnostics

extension String {
  /// The text as titles and labels are compared: without case, white space collapsed.
  package var folded: String { self[...].folded }

  /// Whether the two are the same without case and with white space collapsed. Most texts differ in their first letter,
  /// and are not folded for it.
  func hasSameWords(as other: String) -> Bool {
    guard let first = utf8.first, let otherFirst = other.utf8.first else { return folded == other.folded }
    let areLetters = first.isASCIIGraphic && otherFirst.isASCIIGraphic
    if areLetters, first.lowercasedASCII != otherFirst.lowercasedASCII { return false }
    return folded == other.folded
  }
}

extension UInt8 {
  fileprivate var isASCIIGraphic: Bool { self > 0x20 && self < 0x7F }
  fileprivate var lowercasedASCII: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}

extension Substring {
  /// The text as titles and labels are compared: without case, white space collapsed.
  package var folded: String {
    let short = utf8.withContiguousStorageIfAvailable { $0.foldedASCII }
    return (short ?? nil) ?? lowercased().split(whereSeparator: { $0.isWhitespace }).spaced
  }
}

extension Collection<Substring> {
  /// The words with a space between them. The standard library's `joined` is compiled for no type of ours, and looks at
  /// each start for what it needs to know of it.
  @inlinable package var spaced: String {
    var text = String(first ?? "")
    for word in dropFirst() {
      text += " "
      text.append(contentsOf: word)
    }
    return text
  }
}

extension Substring {
  /// What stands between white space.
  package var words: [Substring] {
    guard utf8.allSatisfy({ $0 < 0x80 }) else { return split(whereSeparator: { $0.isWhitespace }) }
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
          target[end] = byte.lowercasedASCII
          end += 1
        }
      }
      return end
    }
  }
}

extension String {
  /// A heading's title without what site generators and decoration add to it: attributes at its end (`{#tier-1}`), emoji
  /// and their short names (`:rocket:`).
  var undecorated: String {
    guard mayBeDecorated else { return self }
    var words = split(whereSeparator: { $0.isWhitespace })
    if last == "}",
      let open = words.lastIndex(where: { $0.hasPrefix("{#") || $0.hasPrefix("{.") || $0.hasPrefix("{:") }),
      open > 0
    {
      words.removeSubrange(open...)
    }
    let plain = words.filter { !$0.isShortName && !$0.allSatisfy { $0.isPictograph } }
    return plain.isEmpty ? self : plain.spaced
  }

  /// Whether there is a brace, a colon at a word's start, or a byte that an emoji has: U+2000 to U+202F, which hold dashes
  /// and quotes, aside, those from U+2000 on.
  private var mayBeDecorated: Bool {
    utf8.withContiguousStorageIfAvailable { Self.mayBeDecorated($0) } ?? true
  }

  private static func mayBeDecorated(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var previous = UInt8(ascii: " ")
    for byte in text {
      switch byte {
      case UInt8(ascii: "{"), 0xE3...0xFF: return true
      case UInt8(ascii: ":") where previous == UInt8(ascii: " "): return true
      case 0x81... where previous == 0xE2: return true
      default: previous = byte
      }
    }
    return false
  }

  /// The text without references to footnotes (`[^1]`), which CommonMark does not know and leaves as they are.
  var withoutFootnotes: String {
    guard hasBytes("[^") else { return self }
    var result = ""
    var rest = self[...]
    while let open = rest.firstRange(ofBytes: "[^"), let close = rest[open.upperBound...].firstIndex(of: "]") {
      result += rest[..<open.lowerBound]
      rest = rest[rest.index(after: close)...]
    }
    return (result + rest).split(whereSeparator: { $0.isWhitespace }).spaced
  }
}

extension Substring {
  fileprivate var isShortName: Bool {
    count > 2 && first == ":" && last == ":"
      && dropFirst().dropLast().allSatisfy { $0.isLetter || $0.isNumber || "_+-".contains($0) }
  }
}

extension Character {
  fileprivate var isPictograph: Bool {
    !isNumber && unicodeScalars.first.map { $0.properties.isEmoji && !$0.isASCII } == true
  }
}
