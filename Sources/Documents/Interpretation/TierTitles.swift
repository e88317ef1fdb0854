import Diagnostics
package import Policy

/// How a policy's tiers are called, to tell what is meant for one and is none.
package struct TierTitles: Sendable {
  /// `Tier 1` as words, with nil in the number's place.
  private let shapes: [[String?]]
  private let titles: [String]

  package init(_ places: [Place]) {
    shapes = places.compactMap { $0.tier }.flatMap { $0.listing.headings }.compactMap { title in
      let words = Self.words(of: title)
      guard words.contains(where: { $0.isNumber }), words.contains(where: { !$0.isNumber }) else { return nil }
      return words.map { $0.isNumber ? nil : $0 }
    }
    titles = places.flatMap { $0.listing.headings.map { $0.folded } }
  }

  /// The headings, of a level that the document's tiers have, that look like one and are not the policy's: `Tier 4`, and
  /// `Tier-2`, `Teir 3`, `Tier 1 platforms`, below which a tier of the policy is read.
  ///
  /// A document without any heading of the policy is about something else and has none.
  func unknownTiers(in sections: [Section], outline: PolicyOutline) -> [Section] {
    let levels = Set(outline.entries.map { sections[$0.section].level })
    let known = Set(outline.entries.map { $0.section })
    return sections.enumerated().compactMap { index, section in
      if outline.reworded.contains(index) { return section }
      guard levels.contains(section.level), !known.contains(index) else { return nil }
      let words = Self.words(of: section.title.undecorated)
      return shapes.contains { Self.matches(words, $0) } ? section : nil
    }
  }

  /// Whether a heading is meant to be one of the policy's: with a slip of the fingers, with other punctuation, or with
  /// words behind it that tell no further tier (`Tier 2 (best effort)`; `Tier 2b` is another one).
  static func isNear(_ heading: String, to title: String) -> Bool {
    let (words, own) = (words(of: heading).withDigits, words(of: title).withDigits)
    guard !own.isEmpty, words.starts(with: own) else { return isMisspelt(heading.folded, title.folded) }
    let rest = words.dropFirst(own.count)
    guard own.contains(where: { $0.isNumber }) else { return rest.allSatisfy(general.contains) }
    return rest.first.map { !$0.isNumber && $0.count > 1 } ?? true
  }

  /// What may stand behind a title without a number, of which many headings are the beginning.
  private static let general: Set = [
    "platforms", "platform", "targets", "target", "ports", "port", "systems", "support", "tier", "list",
  ]

  /// The tier, none of the policy's, with whose name and number a text begins: `Tier 4` of `**Tier 4** platforms:`.
  package func unknownTier(openingWith text: String) -> String? {
    let words = text.split(whereSeparator: { $0.isWhitespace }).prefix(Self.longestName)
    for count in 0..<words.count {
      let name = words.prefix(count + 1).joined(separator: " ").withoutOuterMarks
      let parts = Self.words(of: name)
      guard parts.contains(where: { $0.isNumber }), shapes.contains(where: { Self.matches(parts, $0) }) else {
        continue
      }
      return titles.contains { Self.words(of: $0) == parts } ? nil : name
    }
    return nil
  }

  /// In words, with some to spare.
  private static let longestName = 6

  private static func matches(_ words: [String], _ shape: [String?]) -> Bool {
    let hasSuffix = words.count == shape.count + 1 && words.last?.utf8.count == 1
    guard words.count == shape.count || hasSuffix else { return false }
    return zip(words, shape).allSatisfy { word, expected in
      expected.map { $0 == word } ?? (word.isNumber || numerals.contains(word))
    }
  }

  /// Whether the heading is the title with a slip of the fingers; another number is no slip.
  private static func isMisspelt(_ heading: String, _ title: String) -> Bool {
    guard title.utf8.count >= 5, heading.filter({ $0.isNumber }) == title.filter({ $0.isNumber }) else { return false }
    return NearestName.distance(heading, title, limit: 2) != nil
  }

  /// Runs of letters and runs of digits: `tier`, `2` of `Tier-2` as of `Tier2`.
  private static func words(of title: String) -> [String] {
    var words: [String] = []
    var previous: Character?
    for character in title.lowercased() {
      defer { previous = character }
      guard character.isLetter || character.isNumber else { continue }
      if let previous, previous.isLetter == character.isLetter, previous.isNumber == character.isNumber {
        words[words.count - 1].append(character)
      } else {
        words.append(String(character))
      }
    }
    return words
  }

  private static let numerals: Set = [
    "i", "ii", "iii", "iv", "v", "vi", "zero", "one", "two", "three", "four", "five", "six",
  ]
}

extension [String] {
  /// With digits for a number behind the first word: `tier`, `2` of `Tier II` and `Tier two`.
  fileprivate var withDigits: [String] {
    enumerated().map { index, word in index == 1 ? Self.digits[word] ?? word : word }
  }

  private static let digits = [
    "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "zero": "0", "one": "1", "two": "2", "three": "3",
    "four": "4", "five": "5", "six": "6",
  ]
}

extension String {
  /// Whether the word is made of digits.
  fileprivate var isNumber: Bool { allSatisfy { $0.isNumber } }

  /// Without what is neither letter nor digit at its ends, such as the marks of strong text.
  fileprivate var withoutOuterMarks: String {
    let isWord = { (character: Character) in character.isLetter || character.isNumber }
    guard let first = firstIndex(where: isWord), let last = lastIndex(where: isWord) else { return "" }
    return String(self[first...last])
  }
}
