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
      for word in words[start...].prefix(PersonLikeness.wordLimit - 1) {
        if !name.isEmpty { name += " " }
        name += word
        guard let number = numbers[name], credited.insert(number).inserted else { continue }
        spellings[Int(number)].count += 1_000
      }
    }
  }

  /// Finds those that are close among the names that have a key in common.
  private mutating func compareNeighbours() {
    var keys: [(hash: UInt64, number: Int32)] = []
    keys.reserveCapacity(2 * spellings.count)
    for (number, spelling) in spellings.enumerated() {
      PersonLikeness.hashes(of: NamedContact(spelling.contact).key) {
        keys.append(($0, Int32(truncatingIfNeeded: number)))
      }
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
      for left in neighbours[..<right].indices where PersonLikeness.areClose(names[left], names[right]) {
        // A name is written out more often than it is abbreviated by mistake.
        let (own, other) = (PersonLikeness.isShort(names[left]), PersonLikeness.isShort(names[right]))
        let isEarlierBetter = own == other ? rank(neighbours[left]) > rank(neighbours[right]) : other
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

extension Substring {
  fileprivate var trimmingPunctuation: Substring {
    var word = self
    while let first = word.first, "(<,;:".contains(first) { word.removeFirst() }
    while let last = word.last, ")>,;:".contains(last) { word.removeLast() }
    return word
  }
}
