import Diagnostics

/// Reads the people that a text names: split at commas, semicolons, `and`, `&`, and where the source begins a new line
/// for a new name.
enum ContactNames {
  /// - Parameter whole: the place of a name that cannot be found in the source as such.
  static func read(_ text: String, in source: SourceWords, whole: SourceRange) -> [LocatedText] {
    var source = source
    return pieces(of: text).flatMap { words -> [LocatedText] in
      guard let places = source.find(words) else { return [LocatedText(words.joined(separator: " "), at: whole)] }
      return divided(words, at: places, in: source).map { part in
        LocatedText(words[part].joined(separator: " "), at: source.range(of: places[part]) ?? whole)
      }
    }
  }

  /// The words of each name; commas in parentheses divide nothing.
  private static func pieces(of text: String) -> [[Substring]] {
    var pieces: [Substring] = []
    var start = text.startIndex
    var depth = 0
    for index in text.indices {
      switch text[index] {
      case "(": depth += 1
      case ")": depth = max(0, depth - 1)
      case ",", ";", "&", "，", "、":
        guard depth == 0 else { continue }
        pieces.append(text[start..<index])
        start = text.index(after: index)
      default: continue
      }
    }
    pieces.append(text[start...])
    return pieces.flatMap { piece in
      piece.split(whereSeparator: \.isWhitespace).split { $0.lowercased() == "and" }.map(Array.init)
    }
  }

  /// Divides words at the places where the source does and the text, with its white space collapsed, no longer shows it.
  ///
  /// A line may end within a name as well: it divides only what has two words, a whole name's worth, on both sides.
  private static func divided(
    _ words: [Substring], at places: [Range<Int>], in source: SourceWords
  ) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    for index in words.indices.dropFirst() {
      let isDivided =
        switch source.gap(places[index - 1].upperBound, places[index].lowerBound) {
        case .space: false
        case .lineBreak: index - start >= 2 && words.count - index >= 2
        case .divider: true
        }
      guard isDivided else { continue }
      parts.append(start..<index)
      start = index
    }
    return parts + [start..<words.count]
  }
}
