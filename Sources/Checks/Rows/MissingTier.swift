import Diagnostics
import Documents
import Policy

/// NEP 57, "Support tiers": platform support is broken down into tiers, and what no tier lists is unsupported.
extension Rule {
  static let missingTier = Rule(
    id: "missing-tier", family: .rows, severity: .error,
    summary: "a tier or list of the policy has no heading in the document",
    rationale: """
      The policy says of every platform which tier it is in, or that it is unsupported. A reader who does not find a \
      tier's heading cannot know whether the tier is empty, was renamed, or got lost in an edit. A document with none of \
      the policy's headings is about something else and is left alone.
      """,
    remedy: "Add the heading, spelt as the policy spells it, with its table below; or take the tier out of the policy.",
    accepted: [
      .rst(
        """
        Tier 1
        ------

        Tier 2
        ------

        Tier 3
        ------

        Unsupported platforms
        ---------------------
        """),
      .markdown(
        """
        # What this library is for

        It has no tiers.
        """),
    ],
    flagged: [
      .rst(
        """
        Tier 1
        ------

        Tier 2
        ------

        ↓Unsupported platforms
        ---------------------
        """),
      .markdown(
        """
        ## Tier 1

        ## Tier 2

        ## ↓Tier 3
        """),
    ],
    check: .document(check))

  private static func check(_ context: RuleContext, report: (Finding) -> Void) {
    // A document without any heading of the policy is about something else.
    let found = Set(context.located.listings.map { $0.place.id })
    var reported: Set<String> = []
    for place in context.policy.places where place.listing.isRequired && !found.contains(place.id) {
      guard let title = place.listing.headings.first, reported.insert(title.folded).inserted,
        let neighbour = neighbour(of: place, in: context)
      else { continue }
      report(.missingTier(title, place: place, neighbour: neighbour, policy: context.policy))
    }
  }

  /// The listing that the missing one would stand before, or else after.
  private static func neighbour(of place: Place, in context: RuleContext) -> LocatedListing? {
    let order = context.policy.places.map { $0.id }
    guard let position = order.firstIndex(of: place.id) else { return nil }
    for id in order[(position + 1)...] + order[..<position].reversed() {
      if let listing = context.located.listings.first(where: { $0.place.id == id }) { return listing }
    }
    return nil
  }
}

extension Finding {
  fileprivate static func missingTier(
    _ title: String, place: Place, neighbour: LocatedListing, policy: Policy
  ) -> Finding {
    let columns = place.listing.columns.filter { $0.isRequired }.map { $0.title }
    return Finding(
      "the document has no heading \(title.quoted), which \(policy.name) asks for",
      at: neighbour.heading.titleRange,
      help: "add the heading \(title.quoted), of the level of \(neighbour.heading.title.quoted), and below it a table"
        + (columns.isEmpty ? "" : " with the columns \(columns.quotedList)"))
  }
}
