extension StringProtocol {
  /// The text as titles and labels are compared: without case, white space collapsed.
  package var folded: String {
    lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension String {
  /// A heading's title without what site generators and decoration add to it: attributes at its end (`{#tier-1}`), emoji
  /// and their short names (`:rocket:`).
  var undecorated: String {
    var words = split(whereSeparator: \.isWhitespace)
    if last == "}",
      let open = words.lastIndex(where: { $0.hasPrefix("{#") || $0.hasPrefix("{.") || $0.hasPrefix("{:") }),
      open > 0
    {
      words.removeSubrange(open...)
    }
    let plain = words.filter { !$0.isShortName && !$0.allSatisfy(\.isPictograph) }
    return plain.isEmpty ? self : plain.joined(separator: " ")
  }

  /// The text without references to footnotes (`[^1]`), which CommonMark does not know and leaves as they are.
  var withoutFootnotes: String {
    guard contains("[^") else { return self }
    var result = ""
    var rest = self[...]
    while let open = rest.firstRange(of: "[^"), let close = rest[open.upperBound...].firstIndex(of: "]") {
      result += rest[..<open.lowerBound]
      rest = rest[rest.index(after: close)...]
    }
    return (result + rest).split(whereSeparator: \.isWhitespace).joined(separator: " ")
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
