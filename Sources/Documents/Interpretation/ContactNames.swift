import Diagnostics

/// Reads the people that a text names: split at commas, semicolons, `and`, `&`, and where the source begins a new line
/// for a new name.
enum ContactNames {
  /// - Parameter whole: the place of a name that cannot be found in the source as such.
  static func read(_ text: String, in source: SourceWords, whole: SourceRange) -> [LocatedText] {
    let names = names(in: text)
    if let places = source.places(of: names, in: text) {
      return zip(names, places).map { LocatedText(joined($0, of: text), at: $1) }
    }
    var source = source
    return names.flatMap { words -> [LocatedText] in
      guard let places = source.find(words) else { return [LocatedText(words.spaced, at: whole)] }
      return divided(words, at: places, in: source).map { part in
        LocatedText(words[part].spaced, at: source.range(of: places[part]) ?? whole)
      }
    }
  }

  /// The words of each name; commas in parentheses divide nothing.
  private static func names(in text: String) -> [[Substring]] {
    pieces(of: text).flatMap { piece in
      piece.words.split { $0.utf8.count == 3 && $0.lowercased() == "and" }.map(Array.init)
    }
  }

  private static func pieces(of text: String) -> [Substring] {
    guard text.utf8.contains(where: dividerStarts.contains) else { return [text[...]] }
    var pieces: [Substring] = []
    var start = text.startIndex
    var depth = 0
    var index = start
    while index < text.endIndex {
      let length = dividerLength(in: text.utf8[index...])
      if length > 0, depth == 0 {
        add(text[start..<index], to: &pieces)
        start = text.utf8.index(index, offsetBy: length)
      }
      switch text.utf8[index] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth = max(0, depth - 1)
      default: break
      }
      text.utf8.formIndex(&index, offsetBy: max(1, length))
    }
    add(text[start...], to: &pieces)
    return pieces
  }

  /// What follows a name behind a comma and is no other's: `Ada Lovelace, Jr.`
  private static let suffixes: Set<String> = ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "phd", "ph.d.", "esq."]

  private static func add(_ piece: Substring, to pieces: inout [Substring]) {
    if let last = pieces.last, !last.words.isEmpty, piece.utf8.count <= 8, let word = piece.words.first,
      piece.words.count == 1, suffixes.contains(word.lowercased())
    {
      pieces[pieces.count - 1] = piece.base[last.startIndex..<piece.endIndex]
    } else {
      pieces.append(piece)
    }
  }

  private static let dividerStarts: [UInt8] = Array(",;&".utf8) + [0xEF, 0xE3]

  /// How many bytes the divider has that the text starts with; 0 where it starts with none.
  private static func dividerLength(in text: Substring.UTF8View) -> Int {
    switch text.first {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "&"): 1
    case 0xEF, 0xE3: wideDividers.contains { text.starts(with: $0.utf8) } ? 3 : 0
    default: 0
    }
  }

  private static let wideDividers = ["，", "、"]

  /// The name; the text itself where it is all of it, so that both are one in memory.
  private static func joined(_ words: [Substring], of text: String) -> String {
    let name = words.spaced
    return name == text ? text : name
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
