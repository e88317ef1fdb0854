import Diagnostics
import Documents
import Policy

/// What became of every platform from one state to another.
struct StateComparison: Sendable {
  let base: PolicyState
  let head: PolicyState
  /// Platforms of the head's documents in their order, then those that are gone, then those of the registry alone.
  let changes: [PlatformChange]

  init(base: PolicyState, head: PolicyState) {
    self.base = base
    self.head = head
    let policy = head.policy.covering(base.policy)
    let documents = DocumentChanges(base: base, head: head, policy: policy).changes
    changes = Self.joined(documents, Self.registryChanges(base, head, policy))
  }

  private static func registryChanges(_ base: PolicyState, _ head: PolicyState, _ policy: Policy) -> [EntryChange] {
    switch (base.registry, head.registry) {
    case (nil, nil): return []
    // A registry of what documents have listed is no news, and neither is that they go on to.
    case (nil, _?):
      return EntryMatching(base: base.documentEntries, head: head.registryEntries, policy: policy).changes(of: .head)
    case (_?, nil):
      let matching = EntryMatching(base: base.registryEntries, head: head.documentEntries, policy: policy)
      return matching.changes(of: .base)
    case (_?, _?):
      return EntryMatching(base: base.registryEntries, head: head.registryEntries, policy: policy).changes(of: .both)
    }
  }

  private static func joined(_ documents: [[EntryChange]], _ registry: [EntryChange]) -> [PlatformChange] {
    var changes: [PlatformChange] = []
    var known: [[String]: Int] = [:]
    for (number, document) in documents.enumerated() {
      for change in document {
        let key = [PlatformSpelling(change.name).key, change.from?.id ?? "", change.to?.id ?? ""]
        // The same in another document is the same story; twice in one document is two platforms.
        if let index = known[key], changes[index].documents.count <= number, number > 0 {
          changes[index].documents.append(change)
          continue
        }
        known[key] = changes.count
        changes.append(PlatformChange(documents: [change]))
      }
    }
    var byName: [String: [Int]] = [:]
    for (index, change) in changes.enumerated() {
      byName[PlatformSpelling(change.name).key, default: []].append(index)
    }
    for change in registry {
      let candidates = byName[PlatformSpelling(change.name).key, default: []].filter { changes[$0].registry == nil }
      let index = candidates.first { changes[$0].to?.id == change.to?.id } ?? candidates.first
      if let index { changes[index].registry = change } else { changes.append(PlatformChange(registry: change)) }
    }
    return changes
  }
}

/// What became of the entries of each document.
private struct DocumentChanges {
  let base: PolicyState
  let head: PolicyState
  let policy: Policy

  /// A list for each document of the head, then one for each that the head has no more.
  var changes: [[EntryChange]] {
    var free = Set(base.documents.indices)
    let partners = head.documents.map { document -> Int? in
      let path = document.formerPath ?? document.file.path
      let partner = base.documents.firstIndex { $0.file.path == path }
      if let partner { free.remove(partner) }
      return partner
    }
    var result = head.documents.indices.map { index in
      let entries = head.entries(ofDocument: index)
      guard let partner = partners[index] else { return changes(ofNew: entries) }
      return EntryMatching(base: base.entries(ofDocument: partner), head: entries, policy: policy).changes(of: .both)
    }
    result += free.sorted().map { changes(ofDeleted: base.entries(ofDocument: $0)) }
    return Self.moved(between: result, policy)
  }

  /// A document that was not there before lists what others, or the registry, have listed.
  private func changes(ofNew entries: [Entry]) -> [EntryChange] {
    let listed = base.documents.isEmpty ? base.registryEntries : base.documentEntries
    return EntryMatching(base: listed, head: entries, policy: policy).changes(of: .head)
  }

  private func changes(ofDeleted entries: [Entry]) -> [EntryChange] {
    let listed = head.documents.isEmpty ? head.registryEntries : head.documentEntries
    return EntryMatching(base: entries, head: listed, policy: policy).changes(of: .base).filter {
      // What is still listed elsewhere has been compared there.
      $0.head == nil
    }
  }

  /// What is gone from one document and new in another went from the one to the other.
  private static func moved(between lists: [[EntryChange]], _ policy: Policy) -> [[EntryChange]] {
    guard lists.count > 1 else { return lists }
    let gone = lists.joined().filter { $0.head == nil }.compactMap(\.base)
    let new = lists.joined().filter { $0.base == nil }.compactMap(\.head)
    guard !gone.isEmpty, !new.isEmpty else { return lists }
    let matching = EntryMatching(base: gone, head: new, policy: policy)
    guard !matching.pairs.isEmpty else { return lists }
    let left = Set(matching.pairs.map(\.base.spot))
    let arrived = Set(matching.pairs.map(\.head.spot))
    func isMoved(_ change: EntryChange) -> Bool {
      switch (change.base, change.head) {
      case (let base?, nil): left.contains(base.spot)
      case (nil, let head?): arrived.contains(head.spot)
      default: false
      }
    }
    return lists.map { $0.filter { !isMoved($0) } } + [matching.pairs.map(EntryChange.init)]
  }
}

extension EntryMatching {
  enum Side {
    case base
    case head
    case both
  }

  /// - Parameter side: whose unmatched entries count.
  func changes(of side: Side) -> [EntryChange] {
    var changes = pairs.map(EntryChange.init)
    if side != .base { changes += new.map { EntryChange(base: nil, head: $0, match: .none) } }
    changes.sort { left, right in
      guard let left = left.head?.spot, let right = right.head?.spot else { return false }
      return (left.file, left.range.start) < (right.file, right.range.start)
    }
    if side != .head { changes += gone.map { EntryChange(base: $0, head: nil, match: .none) } }
    return changes
  }
}

extension EntryChange {
  init(_ pair: EntryMatching.Pair) {
    self.init(base: pair.base, head: pair.head, match: pair.match, lingering: pair.lingering)
  }
}

extension Policy {
  /// With the places, behind its own, that another revision of it had and it has no more.
  func covering(_ other: Policy) -> Policy {
    var policy = self
    policy.tiers += other.tiers.filter { tier in !tiers.contains { $0.id == tier.id } }
    policy.unsupportedLists += other.unsupportedLists.filter { list in !unsupportedLists.contains { $0.id == list.id } }
    return policy
  }
}

extension StateComparison {
  var moves: [ReviewedMove] {
    let policy = head.policy.covering(base.policy)
    return changes.flatMap { $0.moves(policy: policy) }
  }
}
