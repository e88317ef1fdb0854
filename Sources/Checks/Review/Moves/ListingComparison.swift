import Diagnostics
import Documents
import Policy

/// What became of the listings of one side on the other.
struct ListingComparison {
  /// Of what both sides list, in the order of the head.
  private(set) var kept: [ListingChange]
  let gone: [ListingChange]
  let new: [ListingChange]

  init(base: [Listing], head: [Listing], policy: Policy) {
    let matching = Matching(from: base, to: head)
    kept = matching.pairs.map { ListingChange(base: base[$0.from], head: head[$0.to], reason: $0.reason) }
    gone = matching.onlyFrom.map { ListingChange(base: base[$0]) }
    new = matching.onlyTo.map { ListingChange(head: head[$0]) }
    for repetition in matching.repeatedTo { kept[repetition.pair].take(head[repetition.listing]) }
    for repetition in matching.repeatedFrom {
      let listing = base[repetition.listing]
      guard kept[repetition.pair].lingering.isEmpty, let known = kept[repetition.pair].from,
        policy.rank(listing.place) < policy.rank(known)
      else { continue }
      kept[repetition.pair].base = listing
    }
  }

  /// In the order of the head, what is gone last.
  var changes: [ListingChange] { listed + gone }

  /// What the head lists, in its order.
  var listed: [ListingChange] {
    guard !new.isEmpty else { return kept }
    return (kept + new).sorted { left, right in
      guard let left = left.head?.location, let right = right.head?.location else { return false }
      return (left.file, left.range.start) < (right.file, right.range.start)
    }
  }
}

extension ListingChange {
  /// Takes one more listing of the head. One in another place than the base's is where the platform went, and the one
  /// that was there already was left behind.
  fileprivate mutating func take(_ listing: Listing) {
    if listing.place.id != from?.id, !changesPlace, let former = head {
      head = listing
      lingering.append(former)
    } else if listing.place.id != to?.id {
      lingering.append(listing)
    }
  }
}
