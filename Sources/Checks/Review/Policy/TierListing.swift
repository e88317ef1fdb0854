import Diagnostics
import Documents
import Policy

/// A tier's section, or what is meant for one, in a document.
struct TierListing {
  /// The tier's name, or what the document calls it where the policy has no such tier.
  var name: String
  /// Nil where the policy has no such tier.
  var tier: Tier?
  /// What names it: the title of its heading, or the line above its table.
  var range: SourceRange
  /// The lines that state its duties.
  var lines: [Range<Int>]
  var hasHeading = true
  /// The index in the state's documents.
  var document: Int
}

extension PolicyState {
  /// The tiers that its documents have, in their order.
  var tierListings: [TierListing] {
    documents.enumerated().flatMap { index, document -> [TierListing] in
      let tables = tierTables(ofDocument: index)
      func listing(_ name: String, _ tier: Tier?, _ heading: Section) -> TierListing {
        let lines = document.lines(under: heading).without(tables.map { $0.lines })
        return TierListing(name: name, tier: tier, range: heading.titleRange, lines: lines, document: index)
      }
      let known = document.located.listings.compactMap { located in
        located.place.tier.map { listing($0.name, $0, located.heading) }
      }
      let unknown = document.unreadTiers.map { listing($0.title, nil, $0) }
      let tabled = tables.map {
        TierListing(name: $0.name, range: $0.range, lines: [$0.lines], hasHeading: $0.hasHeading, document: index)
      }
      return known + unknown + tabled
    }
  }
}

extension LocatedDocument {
  /// The headings that look like a tier and under which none of the policy's is read.
  var unreadTiers: [Section] {
    located.unknownTiers.filter { heading in !located.listings.contains { $0.heading.range == heading.range } }
  }
}

extension Range<Int> {
  fileprivate func without(_ others: [Self]) -> [Self] {
    others.reduce([self]) { ranges, other in
      ranges.flatMap { range in
        let (first, last) = (range.lowerBound, range.upperBound)
        return [
          first..<Swift.min(last, Swift.max(first, other.lowerBound)),
          Swift.max(first, Swift.min(last, other.upperBound))..<last,
        ].filter { !$0.isEmpty }
      }
    }
  }
}
