import Diagnostics
import Documents
import Policy

/// NEP 57 has one section for each tier, so that a platform's place is read in one spot.
extension Rule {
  static let duplicateTier = Rule(
    id: "duplicate-tier", family: .rows, severity: .error,
    summary: "a tier's heading stands in the document twice",
    rationale: """
      A tier is one list. With two headings a reader who stops at the first misses the platforms below the second, and \
      links to the section lead to the first alone.
      """,
    remedy: "Move the rows of the second section into the first one's table and delete the second heading.",
    accepted: [
      .rst(
        """
        Tier 1
        ------

        Tier 2
        ------
        """),
      .markdown(
        """
        ## Tier 1

        ## Tier 2
        """),
    ],
    flagged: [
      .rst(
        """
        Tier 1
        ------

        Tier 2
        ------

        ↓Tier 1
        ------
        """),
      .markdown(
        """
        ## Tier 2

        ## Tier 3

        ## ↓Tier 2
        """),
    ],
    check: .document(check))

  private static func check(_ context: RuleContext, report: (Finding) -> Void) {
    var first: [String: Section] = [:]
    var reported: Set<SourceRange> = []
    for listing in context.located.listings {
      guard let earlier = first[listing.place.id] else {
        first[listing.place.id] = listing.heading
        continue
      }
      if reported.insert(listing.heading.range).inserted {
        report(.duplicateTier(listing.heading, earlier: earlier))
      }
    }
  }
}

extension Finding {
  fileprivate static func duplicateTier(_ heading: Section, earlier: Section) -> Finding {
    Finding(
      "a second heading \(heading.title.quoted): a tier has one section",
      at: heading.titleRange,
      notes: [Diagnostic.Note("the first one is here", at: earlier.titleRange)],
      help: "move this section's rows below line \(earlier.titleRange.start.line), or correct the heading")
  }
}
