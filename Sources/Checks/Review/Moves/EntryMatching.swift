import Documents
import Policy

/// Which entry of the base is which entry of the head: by identity, then by name, then by likeness.
struct EntryMatching {
  struct Pair {
    var base: Entry
    var head: Entry
    var match: ReviewedMove.Match
    /// Where the head lists it besides: its old place.
    var lingering: [Entry] = []
  }

  private(set) var pairs: [Pair] = []
  private var openBase: [Entry]
  private var openHead: [Entry]
  /// In the base and not in the head.
  var gone: [Entry] { openBase }
  /// In the head and not in the base.
  var new: [Entry] { openHead }

  init(base: [Entry], head: [Entry], policy: Policy) {
    openBase = base
    openHead = head
    pairAll(.identity) { $0.identityKey.map { [$0] } }
    takeRepeated(policy)
    pairAll(.identity) { $0.platform?.target.identity.map { ["\($0)"] } }
    pairAll(.identity) { $0.platform.map { [$0.id] } }
    pairAll(.name) { [$0.name.folded] }
    pairAll(.similarity(100)) { [PlatformSpelling($0.name).key] }
    pairAlike()
  }

  /// Joins what has the same key: first what stands in the same place, then the rest in its order.
  private mutating func pairAll(_ match: ReviewedMove.Match, by key: (Entry) -> [String]?) {
    join(match) { entry in key(entry).map { $0 + [entry.place.id] } }
    join(match, by: key)
  }

  private mutating func join(_ match: ReviewedMove.Match, by key: (Entry) -> [String]?) {
    guard !openBase.isEmpty, !openHead.isEmpty else { return }
    var waiting: [[String]: [Int]] = [:]
    for index in openBase.indices.reversed() {
      if let key = key(openBase[index]) { waiting[key, default: []].append(index) }
    }
    var taken: Set<Int> = []
    openHead = openHead.filter { entry in
      guard let key = key(entry), let index = waiting[key]?.popLast() else { return true }
      taken.insert(index)
      pairs.append(Pair(base: openBase[index], head: entry, match: match))
      return false
    }
    if !taken.isEmpty { openBase = openBase.indices.filter { !taken.contains($0) }.map { openBase[$0] } }
  }

  /// Further entries of platforms that are paired are neither new nor gone. One in another place than the base's is
  /// where the platform went, and the paired one was left behind.
  private mutating func takeRepeated(_ policy: Policy) {
    guard !openBase.isEmpty || !openHead.isEmpty else { return }
    var paired: [String: Int] = [:]
    for (index, pair) in pairs.enumerated() {
      if let key = pair.head.identityKey { paired[key] = index }
    }
    openHead = openHead.filter { entry in
      guard let key = entry.identityKey, let index = paired[key] else { return true }
      let pair = pairs[index]
      if entry.place.id != pair.base.place.id, pair.head.place.id == pair.base.place.id {
        pairs[index].head = entry
        pairs[index].lingering.append(pair.head)
      } else if entry.place.id != pair.head.place.id {
        pairs[index].lingering.append(entry)
      }
      return false
    }
    openBase = openBase.filter { entry in
      guard let key = entry.identityKey, let index = paired[key] else { return true }
      if policy.rank(entry.place) < policy.rank(pairs[index].base.place), pairs[index].lingering.isEmpty {
        pairs[index].base = entry
      }
      return false
    }
  }

  /// Joins what is most alike first. Whole documents that have nothing in common are not compared word by word.
  private mutating func pairAlike() {
    guard !openBase.isEmpty, !openHead.isEmpty, openBase.count * openHead.count <= 40_000 else { return }
    let heads = openHead.map { PlatformSimilarity($0.name) }
    var found: [(percent: Int, base: Int, head: Int)] = []
    for (baseIndex, entry) in openBase.enumerated() {
      let similarity = PlatformSimilarity(entry.name)
      for (headIndex, other) in heads.enumerated() {
        guard let percent = similarity.percent(with: other), percent >= PlatformSimilarity.threshold else { continue }
        found.append((percent, baseIndex, headIndex))
      }
    }
    found.sort { ($1.percent, $0.base, $0.head) < ($0.percent, $1.base, $1.head) }
    var takenBase: Set<Int> = []
    var takenHead: Set<Int> = []
    for (percent, base, head) in found where !takenBase.contains(base) && !takenHead.contains(head) {
      takenBase.insert(base)
      takenHead.insert(head)
      pairs.append(Pair(base: openBase[base], head: openHead[head], match: .similarity(percent)))
    }
    openBase = openBase.indices.filter { !takenBase.contains($0) }.map { openBase[$0] }
    openHead = openHead.indices.filter { !takenHead.contains($0) }.map { openHead[$0] }
  }
}

extension Entry {
  /// Nil where the policy tells platforms apart by nothing.
  fileprivate var identityKey: String? {
    identity.isEmpty ? nil : identity.map(\.folded).joined(separator: "\n")
  }
}

extension Policy {
  /// 0 for the highest tier; what the policy does not have ranks last.
  func rank(_ place: Place) -> Int { places.firstIndex { $0.id == place.id } ?? places.count }
}
