import Documents
import Policy

/// What became of one platform, by the documents and by the registry.
struct PlatformChange: Sendable {
  /// One for each document where the same happened.
  var documents: [ListingChange] = []
  var registry: ListingChange?

  /// Of documents first, then of the registry.
  var parts: [ListingChange] { documents + [registry].compactMap { $0 } }

  /// The one that counts: a document's where it has moved there.
  var main: ListingChange? { documents.first { $0.changesPlace } ?? (changesInRegistry ? registry : parts.first) }

  private var changesInRegistry: Bool { registry?.changesPlace ?? false }

  var name: String { main?.name ?? "" }
  var from: Place? { main?.from }
  var to: Place? { main?.to }

  /// The listings of the head, documents first.
  var heads: [Listing] { parts.compactMap { $0.head } }

  /// The change with tiers and lists as another revision of the policy has them, where it has them.
  func judged(by policy: Policy) -> PlatformChange {
    func judged(_ listing: Listing) -> Listing {
      var listing = listing
      listing.place = policy.place(listing.place.id) ?? listing.place
      return listing
    }
    func judged(_ change: ListingChange) -> ListingChange {
      var change = change
      change.base = change.base.map(judged)
      change.head = change.head.map(judged)
      change.lingering = change.lingering.map(judged)
      return change
    }
    return PlatformChange(documents: documents.map(judged), registry: registry.map(judged))
  }

  /// The moves, each once: what happened in documents and registry alike is one move with both places.
  func moves(policy: Policy) -> [ReviewedMove] {
    var merged: [ReviewedMove] = []
    for change in parts {
      for move in change.moves(policy: policy) {
        let same = merged.firstIndex { $0.isSame(as: move) }
        guard let same else {
          merged.append(move)
          continue
        }
        merged[same].base = merged[same].base ?? move.base
        merged[same].head = merged[same].head ?? move.head
        merged[same].registryBase = merged[same].registryBase ?? move.registryBase
        merged[same].registryHead = merged[same].registryHead ?? move.registryHead
      }
    }
    return merged
  }
}

extension ReviewedMove {
  /// Whether another source tells the same of the platform.
  fileprivate func isSame(as other: ReviewedMove) -> Bool {
    kind == other.kind && from == other.from && to == other.to
      && details.column?.title.folded == other.details.column?.title.folded
  }
}
