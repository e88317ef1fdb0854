import Diagnostics
import Documents
import Policy

/// What became of the tiers and their duties, by the policy's file and by the documents' sections.
struct PolicyComparison {
  let base: PolicyState
  let head: PolicyState
  private(set) var moves: [ReviewedMove] = []

  init(base: PolicyState, head: PolicyState) {
    self.base = base
    self.head = head
    if base.policy != head.policy { comparePolicies() }
    // A document that was not there before adds no tier to the policy.
    if base.documents.contains(where: { !$0.located.listings.isEmpty }), !head.documents.isEmpty { compareSections() }
  }

  private mutating func add(_ move: ReviewedMove) {
    let name = move.subject.folded
    guard let same = moves.firstIndex(where: { $0.kind == move.kind && $0.subject.folded == name }) else {
      moves.append(move)
      return
    }
    moves[same].base = moves[same].base ?? move.base
    moves[same].head = moves[same].head ?? move.head
    let known = moves[same].details.changes
    moves[same].details.changes += move.details.changes.filter { !known.contains($0) }
  }

  private mutating func add(
    _ kind: ReviewedMove.Kind, _ subject: String, _ changes: [String], with spots: (inout ReviewedMove) -> Void
  ) {
    guard !changes.isEmpty else { return }
    var move = ReviewedMove(kind, subject)
    move.details.changes = changes
    spots(&move)
    add(move)
  }

  // MARK: By the policy's file

  private mutating func comparePolicies() {
    let old = base.policy
    let new = head.policy
    for (index, tier) in new.tiers.enumerated() {
      guard let former = old.tier(like: tier) else {
        var move = ReviewedMove(.tierAdded, tier.name, to: tier.id)
        move.registryHead = head.spot(ofTier: index)
        add(move)
        continue
      }
      let changes = DutyChanges(from: former.duties, to: tier.duties)
      let spots: (inout ReviewedMove) -> Void = { [base, head] move in
        move.to = tier.id
        move.from = former.id
        move.registryHead = head.spot(ofTier: index)
        move.registryBase = old.tiers.firstIndex(of: former).flatMap { base.spot(ofTier: $0) }
      }
      add(.dutyAdded, tier.name, changes.added, with: spots)
      add(.dutyRemoved, tier.name, changes.removed, with: spots)
    }
    for (index, tier) in old.tiers.enumerated() where new.tier(like: tier) == nil {
      var move = ReviewedMove(.tierRemoved, tier.name, from: tier.id)
      move.registryBase = base.spot(ofTier: index)
      add(move)
    }
    let changes = DutyChanges(ofMovesFrom: old, to: new)
    let spots: (inout ReviewedMove) -> Void = { [base, head] move in
      move.registryHead = head.spot(ofPolicyKey: "moves")
      move.registryBase = base.spot(ofPolicyKey: "moves")
    }
    add(.dutyAdded, new.name, changes.added, with: spots)
    add(.dutyRemoved, new.name, changes.removed, with: spots)
  }

  // MARK: By the documents' sections

  private mutating func compareSections() {
    let old = base.tierListings
    let new = head.tierListings
    for listing in new {
      guard let former = old.first(where: { $0.isSame(as: listing) }) else {
        var move = ReviewedMove(.tierAdded, listing.name, to: listing.tier?.id)
        move.head = head.spot(of: listing)
        add(move)
        continue
      }
      let before = StatedDuties(of: former, in: base.documents[former.document])
      let after = StatedDuties(of: listing, in: head.documents[listing.document])
      guard before != after else { continue }
      let spots: (inout ReviewedMove) -> Void = { [base, head] move in
        move.from = former.tier?.id
        move.to = listing.tier?.id
        move.base = base.spot(of: former)
        move.head = head.spot(of: listing)
      }
      add(.dutyAdded, listing.name, after.words(beyond: before), with: spots)
      add(.dutyRemoved, listing.name, before.words(beyond: after), with: spots)
    }
    for listing in old where !new.contains(where: { $0.isSame(as: listing) }) {
      var move = ReviewedMove(.tierRemoved, listing.name, from: listing.tier?.id)
      move.base = base.spot(of: listing)
      add(move)
    }
  }
}

extension TierListing {
  fileprivate func isSame(as other: TierListing) -> Bool {
    if let tier, let other = other.tier { return tier.id == other.id }
    return name.folded == other.name.folded
  }
}

extension Policy {
  /// The tier with the same id, or else with the same name.
  func tier(like other: Tier) -> Tier? {
    tiers.first { $0.id == other.id } ?? tiers.first { $0.name.folded == other.name.folded }
  }
}

extension PolicyState {
  func spot(of listing: TierListing) -> Location {
    Location(file: documents[listing.document].file.path, range: listing.range)
  }

  fileprivate func spot(ofTier index: Int) -> Location? {
    registry?.policyPlaces.map { Location(file: $0.file.path, range: $0["tiers", .element(index), "id"]) }
  }

  fileprivate func spot(ofPolicyKey key: String) -> Location? {
    registry?.policyPlaces.map { Location(file: $0.file.path, range: $0[.key(key)]) }
  }
}
