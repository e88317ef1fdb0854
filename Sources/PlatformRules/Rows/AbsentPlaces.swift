import Diagnostics
import PlatformModel
import PolicyDocuments

extension RuleContext {
  /// The tiers and lists that the policy demands and the document has no heading for.
  ///
  /// None in a document without any heading of the policy: it is about something else.
  var absentPlaces: [Place] {
    guard !located.listings.isEmpty else { return [] }
    let found = Set(located.listings.map(\.place.id))
    return policy.places.filter { $0.listing.isRequired && !found.contains($0.id) }
  }

  /// The title, of a tier or list that is absent, that an unknown heading was probably meant to be.
  func meantTitle(of heading: Section) -> String? {
    let title = heading.title.folded
    return absentPlaces.flatMap(\.listing.headings).first { candidate in
      candidate.filter(\.isNumber) == title.filter(\.isNumber)
        && NearestName.distance(candidate.folded, title, limit: 2) != nil
    }
  }
}
