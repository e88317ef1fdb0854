/// Where a policy lists platforms: one of its tiers, or one of its unsupported lists.
///
/// Every row of a document has one: boxed, a thousand rows share it.
package indirect enum Place: Hashable, Sendable {
  case tier(Tier)
  case unsupported(UnsupportedList)

  package var id: String {
    switch self {
    case .tier(let tier): tier.id
    case .unsupported(let list): list.id
    }
  }

  package var name: String {
    switch self {
    case .tier(let tier): tier.name
    case .unsupported(let list): list.name
    }
  }

  package var listing: TierSection {
    switch self {
    case .tier(let tier): tier.listing
    case .unsupported(let list): list.listing
    }
  }

  /// Nil for a list of unsupported platforms.
  package var tier: Tier? {
    if case .tier(let tier) = self { tier } else { nil }
  }
}

extension Policy {
  /// Highest tier first, then the unsupported lists, as the policy has them.
  package var places: [Place] { tiers.map(Place.tier) + unsupportedLists.map(Place.unsupported) }

  package func place(_ id: String) -> Place? { places.first { $0.id == id } }
}
