import Diagnostics
import PolicyDocuments

/// The people whom a document names, and how often under which spelling.
struct NamedPeople {
  /// One spelling of a name.
  struct Spelling {
    /// Where it stands first.
    var name: LocatedText
    var count: Int
    /// The order of first occurrences.
    var order: Int
  }

  private var spellings: [Person: Spelling] = [:]
  /// The spellings that have the same words but for one, or are the same without spaces.
  private var neighbours: [String: [Person]] = [:]

  init(_ context: RuleContext) {
    for contact in context.located.rows.lazy.flatMap(\.contacts) { add(contact, weight: 1) }
    for field in context.document.fields {
      // Who signs the document with their name has spelt it right.
      let value = field.value.folded
      for person in spellings.keys where value.contains(person.key) { spellings[person]?.count += 1_000 }
    }
  }

  /// The spelling, of a name close to this one, that is used more often, or as often and earlier; nil where there is none.
  func likelySpelling(of person: Person) -> Spelling? {
    guard let own = spellings[person] else { return nil }
    let candidates = Self.keys(of: person).compactMap { neighbours[$0] }
      .filter { $0.count <= Self.neighbourLimit }.joined()
    let better = candidates.filter { $0 != person && Self.areClose($0, person) }.compactMap { spellings[$0] }
      .filter { ($0.count, -$0.order) > (own.count, -own.order) }
    return better.max { ($0.count, -$0.order) < ($1.count, -$1.order) }
  }

  /// Among so many people with a name in common, closeness says nothing, and comparing all with all takes too long.
  private static let neighbourLimit = 50

  private mutating func add(_ contact: LocatedText, weight: Int) {
    let person = Person(contact)
    guard !person.isPlaceholder else { return }
    if spellings[person] != nil {
      spellings[person]?.count += weight
      return
    }
    let text = contact.bareName.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    spellings[person] = Spelling(
      name: LocatedText(text, at: contact.range), count: weight, order: spellings.count)
    for key in Self.keys(of: person) { neighbours[key, default: []].append(person) }
  }

  private static func keys(of person: Person) -> [String] {
    let words = person.words
    guard words.count > 1, words.count < 8 else { return [words.joined()] }
    let partial = words.indices.map { hidden in
      words.indices.map { $0 == hidden ? "*" : String(words[$0]) }.joined(separator: " ")
    }
    return [words.joined()] + partial
  }

  /// Whether the names differ in one word, by a slip of the fingers; short words differ for good.
  private static func areClose(_ left: Person, _ right: Person) -> Bool {
    let (left, right) = (left.words, right.words)
    guard left.count == right.count else { return left.joined() == right.joined() }
    let different = zip(left, right).filter { $0 != $1 }
    guard different.count == 1, let (one, other) = different.first else { return false }
    let length = min(one.count, other.count)
    guard length >= 4 else { return false }
    return NearestName.distance(String(one), String(other), limit: length >= 7 ? 2 : 1) != nil
  }
}
