import Diagnostics
import Documents
import Policy

/// NEP 57 defines its tiers one by one; a tier that it does not define promises nothing.
extension Rule {
  static let unknownTier = Rule(
    id: "unknown-tier", family: .rows, severity: .error,
    summary: "a heading or a row's tier is one that the policy does not have",
    rationale: """
      What a platform is promised follows from its tier's definition. A heading like 'Tier 4' has none, and under \
      'Tier-2' neither people nor tools find what they look for under 'Tier 2'; words behind it, as in 'Tier 2 (best \
      effort)', may take back what the tier promises. Where no other heading is nearer, its rows are checked as that \
      tier's. A row of a table that several tiers share, whose cell for the tier names none of them, is not checked.
      """,
    remedy: "Spell the tier as the policy does, or define the new tier in the policy.",
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

        ## Tier-free zones
        """),
    ],
    flagged: [
      .rst(
        """
        Tier 1
        ------

        ↓Tier-2
        ------

        Tier 3
        ------

        ↓Tier 4
        ------
        """),
      .markdown(
        """
        ## Tier 1

        ## Tier 2

        ## ↓Tier 2b
        """),
    ],
    check: .document(check))

  private static func check(_ context: RuleContext, report: (Finding) -> Void) {
    for heading in context.located.unknownTiers {
      let meant = context.located.listings.first { $0.heading.range == heading.range }
      report(.unknownTier(heading, meant: meant?.place.listing.headings.first, policy: context.policy))
    }
    for cell in context.located.unknownTierCells { report(.unknownTier(cell, policy: context.policy)) }
  }
}

extension Finding {
  fileprivate static func unknownTier(_ heading: Section, meant: String?, policy: Policy) -> Finding {
    let titles = policy.tiers.compactMap { $0.listing.headings.first }
    return Finding(
      "\(heading.title.quoted) is no tier of \(policy.name)" + (meant.map { "; did you mean \($0.quoted)?" } ?? ""),
      at: heading.titleRange,
      help: meant.map {
        "rename the heading to \($0.quoted), as which its rows are checked, or define this tier in the policy"
      }
        ?? "the tiers are \(titles.quotedList); move the rows to one of them, or define this tier in the policy")
  }
  /// A row of a table in which a column says each row's tier.
  fileprivate static func unknownTier(_ cell: LocatedText, policy: Policy) -> Finding {
    let words = policy.places.compactMap { $0.listing.rowFilter?.text }
    let meant = NearestName.closest(to: cell.text, in: words)
    return Finding(
      "\(cell.text.isEmpty ? "an empty cell" : cell.text.quoted) is no tier of \(policy.name)"
        + (meant.map { "; did you mean \($0.quoted)?" } ?? ""),
      at: cell.range,
      help: "the tiers are \(words.quotedList); until the row names one of them, it is not checked")
  }
}
