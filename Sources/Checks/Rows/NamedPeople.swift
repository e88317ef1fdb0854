import Diagnostics
import Documents

/// The people whom a document names, and how often under which spelling.
struct NamedPeople {
  /// One spelling of a name.
  struct Spelling {
    /// Where it stands first.
    fileprivate let contact: LocatedText
    fileprivate var count: Int32 = 1

    /// The name without handle or address, and its place.
    var name: LocatedText {
      LocatedText(contact.bareName.words.spaced, at: contact.range)
    }
  }

  /// In the order of first occurrences.
  private var spellings: [Spelling] = []
  /// By the person's name.
  private var numbers: [String: Int32] = [:]
  /// For the number of a spelling, the one that was probably meant.
  private var meant: [Int32: Int32] = [:]

  init(_ context: RuleContext) {
    for contact in context.located.rows.lazy.flatMap({ $0.contacts }) { add(contact) }
    // Who signs the document with their name has spelt it right.
    for field in context.document.fields { credit(field.value.folded) }
    compareNeighbours()
  }

  /// The spelling, of a name close to this one, that is used more often, or as often and earlier; nil where there is none.
  func likelySpelling(of contact: LocatedText) -> Spelling? {
    guard !meant.isEmpty, let number = numbers[NamedContact(contact).key] else { return nil }
    return meant[number].map { spellings[Int($0)] }
  }

  private mutating func add(_ contact: LocatedText) {
    let person = NamedContact(contact)
    if let known = numbers[person.key] {
      spellings[Int(known)].count += 1
    } else if !person.isPlaceholder {
      numbers[person.key] = Int32(truncatingIfNeeded: spellings.count)
      spellings.append(Spelling(contact: contact))
    }
  }

  /// Counts the people whom a field of the header names, each as a thousand.
  private mutating func credit(_ value: String) {
    guard !numbers.isEmpty else { return }
    let words = value.split(separator: " ").map { $0.trimmingPunctuation }
    var credited: Set<Int32> = []
    for start in words.indices {
      var name = ""
      for word in words[start...].prefix(NameKeys.wordLimit - 1) {
        if !name.isEmpty { name += " " }
        name += word
        guard let number = numbers[name], credited.insert(number).inserted else { continue }
        spellings[Int(number)].count += 1_000
      }
    }
  }

  /// Finds those that are close among the names that have all words but one in common, or are the same without spaces.
  private mutating func compareNeighbours() {
    var keys: [(hash: UInt64, number: Int32)] = []
    keys.reserveCapacity(2 * spellings.count)
    for (number, spelling) in spellings.enumerated() {
      NameKeys.hashes(of: NamedContact(spelling.contact).key) { keys.append(($0, Int32(truncatingIfNeeded: number))) }
    }
    keys.sort { ($0.hash, $0.number) < ($1.hash, $1.number) }
    for run in keys.runs(where: { $0.hash == $1.hash }) where run.count <= Self.neighbourLimit {
      compare(run.map { $0.number })
    }
  }

  /// Among so many people with a name in common, closeness says nothing, and comparing all with all takes too long.
  private static let neighbourLimit = 50

  private mutating func compare(_ neighbours: [Int32]) {
    let names = neighbours.map { NamedContact(spellings[Int($0)].contact).words }
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
    (Int(spellings[Int(number)].count), -Int(number))
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
    var whole = StableHash()
    for word in words { whole.add(word) }
    take(whole.value)
    guard words.count > 1, words.count < wordLimit else { return }
    for hidden in words.indices where words[hidden].count >= shortestSlip {
      var partial = StableHash()
      for index in words.indices {
        if index == hidden { partial.add(UInt8(ascii: "*")) } else { partial.add(words[index]) }
        partial.add(UInt8(ascii: " "))
      }
      take(partial.value)
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
}

extension Substring {
  fileprivate var trimmingPunctuation: Substring {
    var word = self
    while let first = word.first, "(<,;:".contains(first) { word.removeFirst() }
    while let last = word.last, ")>,;:".contains(last) { word.removeLast() }
    return word
  }
}
