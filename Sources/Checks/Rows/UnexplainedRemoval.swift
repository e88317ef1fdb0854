import Diagnostics
import Documents

/// NEP 57, "Backward compatibility": ending support disrupts users, whose installs then build from source.
extension Rule {
  static let unexplainedRemoval = Rule(
    id: "unexplained-removal", family: .rows, severity: .info,
    summary: "a formerly supported platform does not say what it was, until when, or why it was dropped",
    rationale: """
      Whoever still uses the platform needs to know the last release that works, and whoever wants it back what stood in \
      its way. The tier it had, the last release, a reason, or a link to the discussion each answer part of that; an \
      empty note answers nothing.
      """,
    remedy: "Write the former tier, the last release with wheels or the reason into the notes, or link the discussion.",
    accepted: [
      .rst(
        """
        Unsupported platforms
        ---------------------

        Previously in a supported tier:

        ========  ===================================
        Platform  Notes
        ========  ===================================
        Haiku     Was Tier 3 for releases up to 1.2.x
        Plan 9    Too few users
        ========  ===================================
        """),
      .markdown(
        """
        ## Unsupported platforms

        Known interest:

        | Platform | Notes |
        |----------|-------|
        | Hurd     |       |
        """),
    ],
    flagged: [
      .rst(
        """
        Unsupported platforms
        ---------------------

        Previously in a supported tier:

        ========  ===================================
        Platform  Notes
        ========  ===================================
        Haiku     Was Tier 3 for releases up to 1.2.x
        ↓Plan 9
        ↓Hurd      no longer supported
        ========  ===================================
        """),
      .markdown(
        """
        ## Unsupported platforms

        Previously in a supported tier:

        | Platform | Notes         |
        |----------|---------------|
        | Haiku    | Too few users |
        | ↓Plan 9   |               |
        """),
    ],
    check: .document(check))

  private static func check(_ context: RuleContext, report: (Finding) -> Void) {
    for listing in context.located.listings where listing.place.isFormerlySupported {
      for row in listing.rows where !row.platform.text.isEmpty {
        if !explains(row.notes?.text ?? "") { report(.unexplainedRemoval(row)) }
      }
    }
  }

  /// Whether a note says more than that the platform is no longer supported.
  private static func explains(_ note: String) -> Bool {
    NoteSentences.words(of: note).joined().contains { !saysNothing.contains($0) }
  }

  private static let saysNothing: Set = [
    "a", "the", "is", "was", "has", "been", "no", "not", "longer", "any", "more", "anymore", "formerly", "previously",
    "supported", "unsupported", "support", "removed", "dropped", "deprecated", "legacy", "old", "platform", "tbd",
    "todo",
    "n/a", "none", "unknown", "now", "once", "used", "to", "be", "by", "numpy",
  ]
}

extension Finding {
  fileprivate static func unexplainedRemoval(_ row: LocatedRow) -> Finding {
    Finding(
      "\(row.platform.text.quoted) does not say which tier it was in, until which release, or why it was dropped",
      at: row.platform.range,
      help: "write one of them into the note, such as 'Was Tier 2 up to 1.2.x' or a link to the discussion")
  }
}
