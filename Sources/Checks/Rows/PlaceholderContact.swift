import Diagnostics
import Documents
import Policy

/// NEP 57, "Tier 2" and "Tier 3": a person commits to the platform; a word that holds the place for one has not.
extension Rule {
  static let placeholderContact = Rule(
    id: "placeholder-contact", family: .rows, severity: .error,
    summary: "a word stands where a contact's name should",
    rationale: """
      'TBD', '?' or 'N/A' looks like an answer and is none: the tier asks for a person who has committed to keep the \
      platform working. The row would pass a glance at the table while nobody answers for the platform.
      """,
    remedy: "Write the name of a person who has agreed to it, or move the platform to a tier that it meets.",
    accepted: [
      .rst(
        """
        Tier 2
        ------

        ========  ======  ============
        Platform  Notes   Contacts
        ========  ======  ============
        Haiku     TBD     Ada Lovelace
        ========  ======  ============
        """),
      .markdown(
        """
        ## Tier 3

        | Platform | Notes | Contacts       |
        |----------|-------|----------------|
        | Haiku    | -     | Tobias Nonesco |
        """),
    ],
    flagged: [
      .rst(
        """
        Tier 2
        ------

        ========  ======  ============
        Platform  Notes   Contacts
        ========  ======  ============
        Haiku     a note  Ada Lovelace
        Plan 9    a note  ↓TBD
        ========  ======  ============
        """),
      .rst(
        """
        Tier 3
        ------

        Tier 3 platforms:

        - Haiku, *Ada Lovelace*
        - Plan 9, *↓to be announced*
        """),
      .markdown(
        """
        ## Tier 3

        | Platform | Notes | Contacts          |
        |----------|-------|-------------------|
        | Haiku    |       | Ada Lovelace, ↓n/a |
        | Plan 9   |       | ↓?                 |
        """),
    ],
    check: .document(check))

  private static func check(_ context: RuleContext, report: (Finding) -> Void) {
    for listing in context.located.listings {
      guard let tier = listing.place.tier, tier.duties.contacts.minimum > 0, !tier.duties.contacts.isShared else {
        continue
      }
      for row in listing.rows {
        let placeholders = row.contacts.filter { NamedContact($0).isPlaceholder }
        let isAlone = placeholders.count == row.contacts.count
        for contact in placeholders {
          report(.placeholderContact(contact, row: row, isAlone: isAlone, tier: tier))
        }
      }
    }
  }
}

extension Finding {
  fileprivate static func placeholderContact(
    _ contact: LocatedText, row: LocatedRow, isAlone: Bool, tier: Tier
  ) -> Finding {
    Finding(
      "\(contact.text.quoted) is not a person who answers for \(row.platform.text.quoted)",
      at: contact.range,
      help: isAlone
        ? "write the name of a person who has agreed to it: \(tier.duties.contacts.because)"
        : "take it out: the row names somebody already")
  }
}
