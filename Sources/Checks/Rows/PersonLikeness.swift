import Diagnostics
import Documents

/// What makes two names neighbours, and two neighbours close: a slip of the fingers, initials, a handle made of the name,
/// or a variant of the first name.
enum PersonLikeness {
  /// Names of so many words are compared as a whole only.
  static let wordLimit = 8
  /// A word of fewer letters that differs, differs for good; a shorter family name says nothing.
  private static let shortestSlip = 4

  /// Hashes of the name without spaces, of the name without each of its longer words, and of the handles that people make
  /// of a name.
  static func hashes(of name: String, take: (UInt64) -> Void) {
    let words = name.split(separator: " ")
    var whole = StableHash()
    for word in words { whole.add(word.utf8.filter({ $0.isLetterOrDigit })) }
    take(whole.value)
    guard words.count > 1, words.count < wordLimit else { return }
    for hidden in words.indices where words[hidden].utf8.count >= shortestSlip {
      var partial = StableHash()
      for index in words.indices {
        if index == hidden { partial.add(UInt8(ascii: "*")) } else { partial.add(words[index].utf8) }
        partial.add(UInt8(ascii: " "))
      }
      take(partial.value)
    }
    for handle in handles(of: words) { take(StableHash(handle.utf8).value) }
  }

  static func areClose(_ left: [Substring], _ right: [Substring]) -> Bool {
    guard left != right else { return false }
    if left.count == 1 || right.count == 1 {
      guard left.count != right.count else { return areSlips(left[0], right[0]) }
      let (handle, name) = left.count == 1 ? (left[0], right) : (right[0], left)
      // A handle with its sign tells a person for good.
      guard handle.first != "@" else { return false }
      let plain = handle.filter { $0.isLetter || $0.isNumber }
      return plain == name.joined() || handles(of: name).contains(plain)
    }
    if left.count == right.count ? areSlips(left, right) : left.joined() == right.joined() { return true }
    guard let family = left.last, family == right.last, family.utf8.count >= shortestSlip else { return false }
    return areVariants(left[0], right[0])
  }

  /// Whether a name says less than a whole one: initials or a handle.
  static func isShort(_ words: [Substring]) -> Bool {
    words.count == 1 || words.dropLast().allSatisfy { $0.filter { $0.isLetter }.count == 1 }
  }

  /// Whether the names differ by a slip of the fingers in one word, or in each of two long ones.
  private static func areSlips(_ left: [Substring], _ right: [Substring]) -> Bool {
    let different = left.indices.filter { left[$0] != right[$0] }
    switch different.count {
    case 1: return areSlips(left[different[0]], right[different[0]])
    case 2:
      return left.count == 2
        && different.allSatisfy { min(left[$0].count, right[$0].count) >= 5 && areSlips(left[$0], right[$0]) }
    default: return false
    }
  }

  private static func areSlips(_ one: Substring, _ other: Substring) -> Bool {
    let length = min(one.count, other.count)
    guard length >= shortestSlip else { return false }
    return NearestName.distance(String(one), String(other), limit: length >= 7 ? 2 : 1) != nil
  }

  /// `r.` and `ralf`, `ralph` and `ralf`, `rob` and `robert`; not `jan` and `jun`.
  private static func areVariants(_ one: Substring, _ other: Substring) -> Bool {
    let (one, other) = (one.filter { $0.isLetter }, other.filter { $0.isLetter })
    let (short, long) = one.count < other.count ? (one, other) : (other, one)
    guard let initial = short.first else { return false }
    if short.count == 1 { return long.first == initial }
    return short.count >= 3 && long.hasPrefix(short) || sound(of: one) == sound(of: other)
  }

  /// A folded name as it sounds, roughly: without `h` and doubled letters.
  private static func sound(of name: String) -> String {
    var sound = ""
    var previous: Character?
    for character in name {
      defer { previous = character }
      var letter = character
      switch character {
      case "h":
        guard previous == "p" else { continue }
        sound.removeLast()
        letter = "f"
      case "c", "q": letter = "k"
      case "v": letter = "f"
      case "y": letter = "i"
      default: break
      }
      if sound.last != letter { sound.append(letter) }
    }
    return sound
  }

  /// `ralf gommers`: `rgommers`, `gommersr`, `ralfg`, `ralfgommers`, `gommersralf`.
  private static func handles(of words: [Substring]) -> [String] {
    guard words.count > 1, let first = words.first?.filter({ $0.isLetter }),
      let last = words.last?.filter({ $0.isLetter }),
      let initial = first.first, let lastInitial = last.first
    else { return [] }
    return [String(initial) + last, last + String(initial), first + String(lastInitial), first + last, last + first]
  }
}

extension UInt8 {
  /// Of a folded name; bytes beyond ASCII are letters'.
  fileprivate var isLetterOrDigit: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: true
    default: false
    }
  }
}
