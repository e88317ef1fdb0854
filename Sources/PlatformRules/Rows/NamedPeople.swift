import Diagnostics
import PolicyDocuments

/// The people whom a document names, and how often under which spelling.
struct NamedPeople {
  /// One spelling of a name.
  struct Spelling {
    /// Where it stands first.
    var name: LocatedText
    var count: Int
  }

  /// In the order of first occurrences.
  private var spellings: [Spelling] = []
  private var numbers: [Person: Int32] = [:]
  /// For the number of a spelling, the one that was probably meant.
  private var meant: [Int32: Int32] = [:]

  init(_ context: RuleContext) {
    for contact in context.located.rows.lazy.flatMap(\.contacts) { add(contact) }
    // Who signs the document with their name has spelt it right.
    for field in context.document.fields { credit(field.value.folded) }
    compareNeighbours()
  }

  /// The spelling, of a name close to this one, that is used more often, or as often and earlier; nil where there is none.
  func likelySpelling(of person: Person) -> Spelling? {
    guard !meant.isEmpty, let number = numbers[person], let better = meant[number] else { return nil }
    return spellings[Int(better)]
  }

  private mutating func add(_ contact: LocatedText) {
    let person = Person(contact)
    if let known = numbers[person] {
      spellings[Int(known)].count += 1
    } else if !person.isPlaceholder {
      numbers[person] = Int32(truncatingIfNeeded: spellings.count)
      let text = contact.bareName.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      spellings.append(Spelling(name: LocatedText(text, at: contact.range), count: 1))
    }
  }

  /// Counts the people whom a field of the header names, each as a thousand.
  private mutating func credit(_ value: String) {
    guard !numbers.isEmpty else { return }
    let words = value.split(separator: " ").map { $0.trimmingPunctuation }
    var credited: Set<Int32> = []
    for start in words.indices {
      for end in (start + 1)..<min(start + NameKeys.wordLimit, words.count + 1) {
        let name = words[start..<end].joined(separator: " ")
        guard let number = numbers[Person(key: name)], credited.insert(number).inserted else { continue }
        spellings[Int(number)].count += 1_000
      }
    }
  }

  /// Finds those that are close among the names that have all words but one in common, or are the same without spaces.
  private mutating func compareNeighbours() {
    var keys: [(hash: UInt64, number: Int32)] = []
    keys.reserveCapacity(2 * numbers.count)
    for (person, number) in numbers {
      NameKeys.hashes(of: person.key) { keys.append(($0, number)) }
    }
    keys.sort { ($0.hash, $0.number) < ($1.hash, $1.number) }
    var start = 0
    while start < keys.count {
      var end = start + 1
      while end < keys.count, keys[end].hash == keys[start].hash { end += 1 }
      if (2...Self.neighbourLimit).contains(end - start) { compare(keys[start..<end].map(\.number)) }
      start = end
    }
  }

  /// Among so many people with a name in common, closeness says nothing, and comparing all with all takes too long.
  private static let neighbourLimit = 50

  private mutating func compare(_ neighbours: [Int32]) {
    let names = neighbours.map { Person(spellings[Int($0)].name).words }
    for right in neighbours.indices {
      for left in neighbours[..<right].indices where NameKeys.areClose(names[left], names[right]) {
        let isEarlierBetter = rank(neighbours[left]) > rank(neighbours[right])
        let (better, worse) = isEarlierBetter ? (left, right) : (right, left)
        let candidate = neighbours[better]
        if let known = meant[neighbours[worse]], rank(known) >= rank(candidate) { continue }
        meant[neighbours[worse]] = candidate
      }
    }
  }

  /// Orders spellings by how likely they are right.
  private func rank(_ number: Int32) -> (Int, Int) {
    (spellings[Int(number)].count, -Int(number))
  }
}

/// What makes two names neighbours, and two neighbours close.
private enum NameKeys {
  /// Names of so many words are compared as a whole only.
  static let wordLimit = 8
  /// A word of fewer letters that differs, differs for good.
  private static let shortestSlip = 4

  /// Hashes of the name without spaces, and of the name without each of its longer words.
  static func hashes(of name: String, take: (UInt64) -> Void) {
    let words = name.utf8.split(separator: UInt8(ascii: " "))
    take(words.reduce(offset) { hash($1, after: $0) })
    guard words.count > 1, words.count < wordLimit else { return }
    for hidden in words.indices where words[hidden].count >= shortestSlip {
      var value = offset
      for index in words.indices {
        if index == hidden {
          value = add(UInt8(ascii: "*"), to: value)
        } else {
          value = hash(words[index], after: value)
        }
        value = add(UInt8(ascii: " "), to: value)
      }
      take(value)
    }
  }

  /// Whether the names differ in one word, by a slip of the fingers.
  static func areClose(_ left: [Substring], _ right: [Substring]) -> Bool {
    guard left.count == right.count else { return left.joined() == right.joined() }
    var different: Int?
    for index in left.indices where left[index] != right[index] {
      guard different == nil else { return false }
      different = index
    }
    guard let different else { return false }
    let (one, other) = (left[different], right[different])
    let length = min(one.count, other.count)
    guard length >= shortestSlip else { return false }
    return NearestName.distance(String(one), String(other), limit: length >= 7 ? 2 : 1) != nil
  }

  // FNV-1a with 64 bits: unlike the standard library's hashes, the same in every run.
  private static let offset: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  private static func hash(_ word: Substring.UTF8View, after hash: UInt64) -> UInt64 {
    word.reduce(hash) { add($1, to: $0) }
  }
}

extension Substring {
  fileprivate var trimmingPunctuation: Substring {
    var word = self
    while let first = word.first, "(<,;:".contains(first) { word.removeFirst() }
    while let last = word.last, ")>,;:".contains(last) { word.removeLast() }
    return word
  }
}
