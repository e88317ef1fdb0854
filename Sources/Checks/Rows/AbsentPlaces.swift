import Diagnostics
import Documents
import Policy

/// The tiers and lists that the policy demands and the document has no heading for.
///
/// None in a document without any heading of the policy: it is about something else.
struct AbsentPlaces {
  /// In the policy's order.
  let places: [Place]
  private let titles: [String]

  init(_ context: RuleContext) {
    let found = Set(context.located.listings.map { $0.place.id })
    places = found.isEmpty ? [] : context.policy.places.filter { $0.listing.isRequired && !found.contains($0.id) }
    titles = places.flatMap { $0.listing.headings }
  }

  /// The title, of a tier or list that is absent, that an unknown heading was probably meant to be.
  func meantTitle(of heading: Section) -> String? {
    let title = heading.title.folded
    return titles.first { candidate in
      candidate.filter { $0.isNumber } == title.filter { $0.isNumber }
        && NearestName.distance(candidate.folded, title, limit: 2) != nil
    }
  }
}
