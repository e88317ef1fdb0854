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

  private static func registryChanges(_ base: PolicyState, _ head: PolicyState, _ policy: Policy) -> [ListingChange] {
    switch (base.registry, head.registry) {
    case (nil, nil): return []
    // A registry of what documents have listed is no news, and neither is that they go on to.
    case (nil, _?):
      return ListingComparison(base: base.documentListings, head: head.registryListings, policy: policy).listed
    case (_?, nil):
      let comparison = ListingComparison(base: base.registryListings, head: head.documentListings, policy: policy)
      return comparison.kept + comparison.gone
    case (_?, _?):
      return ListingComparison(base: base.registryListings, head: head.registryListings, policy: policy).changes
    }
  }

  /// Joins what happened to one platform in several documents and in the registry.
  private static func joined(_ documents: [[ListingChange]], _ registry: [ListingChange]) -> [PlatformChange] {
    var changes: [PlatformChange] = []
    for document in documents {
      // Twice in one document is two platforms, and another move than in the others is another story.
      let partners = partners(of: document, among: changes.compactMap { $0.parts.first }) { $0.isSameMove(as: $1) }
      for (change, partner) in zip(document, partners) {
        if let partner {
          changes[partner].documents.append(change)
        } else {
          changes.append(PlatformChange(documents: [change]))
        }
      }
    }
    let partners = partners(of: registry, among: changes.compactMap { $0.parts.first }) { _, _ in true }
    for (change, partner) in zip(registry, partners) {
      if let partner {
        changes[partner].registry = change
      } else {
        changes.append(PlatformChange(registry: change))
      }
    }
    return changes
  }

  /// For each change, the index of the one that is about the same platform elsewhere. That names are alike is not enough:
  /// both are there, and may be two.
  private static func partners(
    of changes: [ListingChange], among others: [ListingChange], where isSame: (ListingChange, ListingChange) -> Bool
  ) -> [Int?] {
    var partners = [Int?](repeating: nil, count: changes.count)
    guard !changes.isEmpty, !others.isEmpty else { return partners }
    let matching = Matching(from: others.compactMap { $0.last }, to: changes.compactMap { $0.last })
    for pair in matching.pairs where isSame(others[pair.from], changes[pair.to]) {
      if case .likeness = pair.reason { continue }
      partners[pair.to] = pair.from
    }
    return partners
  }
}

extension ListingChange {
  /// The platform as it is listed now, or was where it is gone.
  fileprivate var last: Listing? { head ?? base }

  fileprivate func isSameMove(as other: ListingChange) -> Bool { from?.id == other.from?.id && to?.id == other.to?.id }
}

/// What became of the listings of each document.
private struct DocumentChanges {
  let base: PolicyState
  let head: PolicyState
  let policy: Policy

  /// A list for each document of the head, then one for each that the head has no more.
  var changes: [[ListingChange]] {
    var free = Set(base.documents.indices)
    let partners = head.documents.map { document -> Int? in
      let path = document.formerPath ?? document.file.path
      let partner = base.documents.firstIndex { $0.file.path == path }
      if let partner { free.remove(partner) }
      return partner
    }
    var result = head.documents.indices.map { index in
      let listings = head.listings(ofDocument: index)
      guard let partner = partners[index] else { return changes(ofNew: listings) }
      return ListingComparison(base: base.listings(ofDocument: partner), head: listings, policy: policy).changes
    }
    result += free.sorted().map { changes(ofDeleted: base.listings(ofDocument: $0)) }
    return Self.moved(between: result, policy)
  }

  /// A document that was not there before lists what others, or the registry, have listed.
  private func changes(ofNew listings: [Listing]) -> [ListingChange] {
    let known = base.documents.isEmpty ? base.registryListings : base.documentListings
    return ListingComparison(base: known, head: listings, policy: policy).listed
  }

  /// What is still listed elsewhere has been compared there.
  private func changes(ofDeleted listings: [Listing]) -> [ListingChange] {
    let known = head.documents.isEmpty ? head.registryListings : head.documentListings
    return ListingComparison(base: listings, head: known, policy: policy).gone
  }

  /// What is gone from one document and new in another went from the one to the other.
  private static func moved(between lists: [[ListingChange]], _ policy: Policy) -> [[ListingChange]] {
    guard lists.count > 1 else { return lists }
    let gone = lists.joined().filter { $0.head == nil }.compactMap { $0.base }
    let new = lists.joined().filter { $0.base == nil }.compactMap { $0.head }
    guard !gone.isEmpty, !new.isEmpty else { return lists }
    let moved = ListingComparison(base: gone, head: new, policy: policy).kept
    guard !moved.isEmpty else { return lists }
    let left = Set(moved.compactMap { $0.base?.location })
    let arrived = Set(moved.compactMap { $0.head?.location })
    func isMoved(_ change: ListingChange) -> Bool {
      switch (change.base, change.head) {
      case (let base?, nil): left.contains(base.location)
      case (nil, let head?): arrived.contains(head.location)
      default: false
      }
    }
    return lists.map { $0.filter { !isMoved($0) } } + [moved]
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
