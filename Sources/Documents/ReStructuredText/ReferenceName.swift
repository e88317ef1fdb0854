/// Names of targets, substitutions and footnotes, as they are shown and as they are compared.
enum ReferenceName {
  /// A name with its white space collapsed.
  static func collapsed(_ name: [UInt8]) -> String { WhiteSpace.collapsedString(name) }

  /// A name as it is compared: white space collapsed, in lower case (docutils, `fully_normalize_name`).
  static func normalized(_ name: [UInt8]) -> String {
    let name = collapsed(name)
    let isLowerCase = name.utf8.allSatisfy { $0 < 0x80 && !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    return isLowerCase ? name : name.lowercased()
  }

  /// A name without its backslashes; escaped white space vanishes.
  static func unescaped(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      if text[index] == UInt8(ascii: "\\"), index + 1 < text.count {
        index += 1
        if text[index] == 0x20 || text[index] == 0x0A {
          index += 1
          continue
        }
      }
      result.append(text[index])
      index += 1
    }
    return result
  }
}

/// docutils' "simple names": words of letters and digits, joined by single `-`, `.`, `_`, `+` or `:`.
enum SimpleName {
  /// The end of the longest simple name at `start`; nil if none begins there.
  static func end(in bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    var end: Int?
    while true {
      let word = wordEnd(in: bytes, from: index)
      guard word > index else { return end }
      end = word
      guard word < bytes.count, isJoint(bytes[word]) else { return end }
      index = word + 1
    }
  }

  static func isWhole(_ text: [UInt8]) -> Bool { end(in: text, from: 0) == text.count }

  static func isJoint(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: ":"): true
    default: false
    }
  }

  private static func wordEnd(in bytes: [UInt8], from start: Int) -> Int {
    var end = start
    while end < bytes.count {
      let (scalar, next) = bytes.character(at: end)
      guard InlineCharacterClass(of: scalar).contains(.word) else { break }
      end = next
    }
    return end
  }
}
