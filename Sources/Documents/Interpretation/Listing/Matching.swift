import Policy

/// Which listings of one side are which of the other: of two revisions, or of a document and a registry.
///
/// Two listings are a pair for the first reason that holds, in the order of `Reason`; among several with the same reason,
/// those in the same tier or list first, then those that say the same besides, then in their order. Each listing is in one
/// pair at the most. The same input gives the same pairs; time is linear but for likeness, which is looked for among a
/// bounded number.
package struct Matching: Sendable {
  /// Why two listings are one platform's.
  package enum Reason: Hashable, Sendable {
    /// What the policy tells platforms apart by is the same, but for case and white space.
    case identity
    /// The targets are the same, or a row names the target that the registry has.
    case target
    /// The registry's ids are the same, or a row writes the registry's id as a name.
    case id
    /// The names are the same, but for case and white space.
    case name
    /// The names are spellings of one: `Linux amd64`, `Linux x86-64`.
    case spelling
    /// The names are much alike, or somewhat and the rest of the row is the same: in percent, by the names.
    case likeness(percent: Int, hasSameRest: Bool)
  }

  package struct Pair: Sendable {
    /// Indices of the two sides.
    package var from: Int
    package var to: Int
    package var reason: Reason
  }

  /// A listing whose identity one of the same side has that is in a pair.
  package struct Repetition: Sendable {
    package var listing: Int
    /// The index in `pairs`.
    package var pair: Int
  }

  /// In the order of `to`.
  package private(set) var pairs: [Pair] = []
  /// What is in no pair, by index.
  package private(set) var onlyFrom: [Int]
  package private(set) var onlyTo: [Int]
  /// What is in no pair because its platform is in one already: it is listed twice.
  package private(set) var repeatedFrom: [Repetition] = []
  package private(set) var repeatedTo: [Repetition] = []

  package init(from: [Listing], to: [Listing]) {
    onlyFrom = Array(from.indices)
    onlyTo = Array(to.indices)
    join(.identity, Keys(from, to, by: { $0.identityKey }), from, to)
    setRepeatedAside(from, to)
    guard !onlyFrom.isEmpty, !onlyTo.isEmpty else {
      sort()
      return
    }
    join(.target, Keys(from, to) { $0.platform?.target.identity.map { "\($0)" } }, from, to)
    join(.target, Keys(from, to, by: { $0.tripleKey }).unambiguous, from, to, across: true)
    join(.id, Keys(from, to, by: { $0.platform?.id }), from, to)
    join(.name, Keys(from, to) { $0.name.folded }, from, to)
    join(.spelling, Keys(from, to, by: { $0.spellingKey }), from, to)
    join(.id, Keys(from, to, by: { $0.idKey }), from, to, across: true)
    joinAlike(from, to)
    sort()
  }

  private mutating func sort() {
    let order = pairs.indices.sorted { pairs[$0].to < pairs[$1].to }
    var positions = [Int](repeating: 0, count: order.count)
    for (position, index) in order.enumerated() { positions[index] = position }
    pairs = order.map { pairs[$0] }
    for index in repeatedFrom.indices { repeatedFrom[index].pair = positions[repeatedFrom[index].pair] }
    for index in repeatedTo.indices { repeatedTo[index].pair = positions[repeatedTo[index].pair] }
  }

  private mutating func remove(_ taken: [Pair]) {
    guard !taken.isEmpty else { return }
    pairs += taken
    let from = Set(taken.map { $0.from })
    let to = Set(taken.map { $0.to })
    onlyFrom.removeAll(where: from.contains)
    onlyTo.removeAll(where: to.contains)
  }
}

// MARK: The same key

/// What is compared of each listing of both sides; nil where it has nothing of the kind.
private struct Keys {
  let from: [String?]
  let to: [String?]

  init(_ from: [Listing], _ to: [Listing], by key: (Listing) -> String?) {
    self.init(from: from.map(key), to: to.map(key))
  }

  private init(from: [String?], to: [String?]) {
    self.from = from
    self.to = to
  }

  /// Without the keys that several of one side have.
  var unambiguous: Keys { Keys(from: Self.single(from), to: Self.single(to)) }

  private static func single(_ keys: [String?]) -> [String?] {
    let counts = keys.reduce(into: [String?: Int]()) { $0[$1, default: 0] += 1 }
    return keys.map { counts[$0] == 1 ? $0 : nil }
  }
}

extension Matching {
  /// - Parameter across: whether a row is looked for among a registry's platforms only, and the other way round.
  private mutating func join(
    _ reason: Reason, _ keys: Keys, _ from: [Listing], _ to: [Listing], across: Bool = false
  ) {
    guard !onlyFrom.isEmpty, !onlyTo.isEmpty else { return }
    var groups: [String: (from: [Int], to: [Int])] = [:]
    for index in onlyFrom { if let key = keys.from[index] { groups[key, default: ([], [])].from.append(index) } }
    var order: [String] = []
    for index in onlyTo {
      guard let key = keys.to[index], let group = groups[key] else { continue }
      if group.to.isEmpty { order.append(key) }
      groups[key]?.to.append(index)
    }
    var taken: [Pair] = []
    for key in order {
      guard let group = groups[key] else { continue }
      for (left, right) in Self.paired(group.from, group.to, from, to)
      where !across || (from[left].row == nil) != (to[right].row == nil) {
        taken.append(Pair(from: left, to: right, reason: reason))
      }
    }
    remove(taken)
  }

  /// Pairs what has the same key: as many as the shorter side has.
  private static func paired(
    _ left: [Int], _ right: [Int], _ from: [Listing], _ to: [Listing]
  ) -> [(from: Int, to: Int)] {
    guard left.count > 1 || right.count > 1 else { return [(left[0], right[0])] }
    var pairs: [(from: Int, to: Int)] = []
    var (left, right) = (left, right)
    func take(by key: (Listing) -> String) {
      var waiting: [String: [Int]] = [:]
      for index in left.reversed() { waiting[key(from[index]), default: []].append(index) }
      var taken: Set<Int> = []
      right.removeAll { index in
        guard let partner = waiting[key(to[index])]?.popLast() else { return false }
        pairs.append((partner, index))
        taken.insert(partner)
        return true
      }
      left.removeAll(where: taken.contains)
    }
    take { $0.place.id + "\n" + $0.restKey }
    take { $0.place.id }
    take { $0.restKey }
    take { _ in "" }
    return pairs
  }

  /// Takes out what has the identity of a listing in a pair: the platform is listed once more, and is neither new nor
  /// another one's.
  private mutating func setRepeatedAside(_ from: [Listing], _ to: [Listing]) {
    guard !pairs.isEmpty, !onlyFrom.isEmpty || !onlyTo.isEmpty else { return }
    var paired: [String: Int] = [:]
    for (index, pair) in pairs.enumerated() {
      if let key = to[pair.to].identityKey { paired[key] = index }
    }
    func repetitions(_ indices: inout [Int], in listings: [Listing]) -> [Repetition] {
      let found = indices.compactMap { index in
        listings[index].identityKey.flatMap { paired[$0] }.map { Repetition(listing: index, pair: $0) }
      }
      let repeated = Set(found.map { $0.listing })
      indices.removeAll(where: repeated.contains)
      return found
    }
    repeatedFrom = repetitions(&onlyFrom, in: from)
    repeatedTo = repetitions(&onlyTo, in: to)
  }
}

// MARK: Likeness

extension Matching {
  /// So many comparisons take a moment; whole documents that have nothing in common are not compared name by name.
  private static let comparisonLimit = 40_000

  private struct Candidate {
    var from: Int
    var to: Int
    var percent: Int
    var hasSameRest: Bool
    var isSamePlace: Bool

    /// The most alike first.
    static func comesBefore(_ left: Candidate, _ right: Candidate) -> Bool {
      if left.hasSameRest != right.hasSameRest { return left.hasSameRest }
      if left.percent != right.percent { return left.percent > right.percent }
      if left.isSamePlace != right.isSamePlace { return left.isSamePlace }
      return (left.from, left.to) < (right.from, right.to)
    }
  }

  private mutating func joinAlike(_ from: [Listing], _ to: [Listing]) {
    guard !onlyFrom.isEmpty, !onlyTo.isEmpty, onlyFrom.count * onlyTo.count <= Self.comparisonLimit else { return }
    let rest = Keys(from, to, by: { $0.tellingRest }).unambiguous
    let names = onlyTo.map { NameLikeness(to[$0]) }
    var candidates: [Candidate] = []
    for left in onlyFrom {
      let name = NameLikeness(from[left])
      for (right, other) in zip(onlyTo, names) {
        let hasSameRest = rest.from[left] != nil && rest.from[left] == rest.to[right]
        guard let percent = name.percent(with: other, hasSameRest: hasSameRest) else { continue }
        candidates.append(
          Candidate(
            from: left, to: right, percent: percent, hasSameRest: hasSameRest,
            isSamePlace: from[left].place.id == to[right].place.id))
      }
    }
    candidates.sort(by: Candidate.comesBefore)
    var takenFrom: Set<Int> = []
    var takenTo: Set<Int> = []
    var taken: [Pair] = []
    for candidate in candidates where !takenFrom.contains(candidate.from) && !takenTo.contains(candidate.to) {
      takenFrom.insert(candidate.from)
      takenTo.insert(candidate.to)
      taken.append(
        Pair(
          from: candidate.from, to: candidate.to,
          reason: .likeness(percent: candidate.percent, hasSameRest: candidate.hasSameRest)))
    }
    remove(taken)
  }
}
