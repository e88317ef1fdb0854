import Diagnostics
package import Policy

/// How a policy's tiers are called, to tell what is meant for one and is none.
package struct TierTitles: Sendable {
  /// `Tier 1` as words, with nil in the number's place.
  private let shapes: [[String?]]
  private let titles: [(place: String, title: String)]

  package init(_ places: [Place]) {
    shapes = places.compactMap { $0.tier }.flatMap { $0.listing.headings }.compactMap { title in
      let words = Self.words(of: title)
      guard words.contains(where: { $0.isNumber }), words.contains(where: { !$0.isNumber }) else { return nil }
      return words.map { $0.isNumber ? nil : $0 }
    }
    titles = places.flatMap { place in place.listing.headings.map { (place.id, $0.folded) } }
  }

  /// The headings, of a level that the document's tiers have, that look like one: `Tier 4`, `Tier-2`, `Teir 3`.
  ///
  /// A document without any heading of the policy is about something else and has none.
  func unknownTiers(in sections: [Section], outline: PolicyOutline) -> [Section] {
    let levels = Set(outline.entries.map { sections[$0.section].level })
    let known = Set(outline.entries.map { $0.section })
    let found = Set(outline.entries.flatMap { $0.places.map { $0.id } })
    let absent = titles.filter { !found.contains($0.place) }.map { $0.title }
    return sections.enumerated().compactMap { index, section in
      guard levels.contains(section.level), !known.contains(index) else { return nil }
      let title = section.title.undecorated
      let words = Self.words(of: title)
      if shapes.contains(where: { Self.matches(words, $0) }) { return section }
      return absent.contains { Self.isMisspelt(title.folded, $0) } ? section : nil
    }
  }

  /// The tier, none of the policy's, with whose name and number a text begins: `Tier 4` of `**Tier 4** platforms:`.
  package func unknownTier(openingWith text: String) -> String? {
    let words = text.split(whereSeparator: { $0.isWhitespace }).prefix(Self.longestName)
    for count in 0..<words.count {
      let name = words.prefix(count + 1).joined(separator: " ").withoutOuterMarks
      let parts = Self.words(of: name)
      guard parts.contains(where: { $0.isNumber }), shapes.contains(where: { Self.matches(parts, $0) }) else {
        continue
      }
      return titles.contains { Self.words(of: $0.title) == parts } ? nil : name
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
