import Diagnostics
import PlatformModel
import PolicyDocuments

/// A tier's section, or what is meant for one, in a document.
struct TierListing {
  /// The tier's name, or the heading where the policy has no such tier.
  var name: String
  /// Nil where the policy has no such tier.
  var tier: Tier?
  var heading: Section
  /// The index in the state's documents.
  var document: Int
}

extension PolicyState {
  /// The tiers that its documents have, in their order.
  var tierListings: [TierListing] {
    documents.enumerated().flatMap { index, document -> [TierListing] in
      let known = document.located.listings.compactMap { listing in
        listing.place.tier.map {
          TierListing(name: $0.name, tier: $0, heading: listing.heading, document: index)
        }
      }
      let unknown = document.located.unknownTiers.map {
        TierListing(name: $0.title, tier: nil, heading: $0, document: index)
      }
      return known + unknown
    }
  }
}
