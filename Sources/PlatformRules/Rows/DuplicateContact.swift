import Diagnostics
import PolicyDocuments

/// NEP 57 names each platform's contacts once, in its row.
enum DuplicateContact: DocumentRule {
  static let description = RuleDescription(
    id: "duplicate-contact", family: .rows, severity: .error,
    summary: "a platform names the same contact twice",
    rationale: """
      Several contacts mean that several people can be reached. A name given twice makes one look like two, and often \
      stands where another person's name was meant.
      """,
    remedy: "Delete the repeated name, or replace it by the one that was meant.",
    accepted: [
      .rst(
        """
        Tier 2
        ------

        ========  ======  ==========================
        Platform  Notes   Contacts
        ========  ======  ==========================
        Haiku     a note  Ada Lovelace, Grace Hopper
        Plan 9    a note  Ada Lovelace
        ========  ======  ==========================
        """),
      .markdown(
        """
        ## Tier 3

        | Platform | Notes | Contacts                     |
        |----------|-------|------------------------------|
        | Haiku    |       | Ada Lovelace, Grace Lovelace |
        """),
    ],
    flagged: [
      .rst(
        """
        Tier 2
        ------

        ========  ======  ========================================
        Platform  Notes   Contacts
        ========  ======  ========================================
        Haiku     a note  Ada Lovelace, Grace Hopper, ↓Ada Lovelace
        ========  ======  ========================================
        """),
      .markdown(
        """
        ## Tier 3

        | Platform | Notes | Contacts                               |
        |----------|-------|----------------------------------------|
        | Haiku    |       | Ada Lovelace (@ada) and ↓Ada  lovelace  |
        """),
    ])

  static func check(_ context: RuleContext, report: (Finding) -> Void) {
    for row in context.located.rows {
      var first: [Person: LocatedText] = [:]
      for contact in row.contacts where !Person(contact).isPlaceholder {
        if let earlier = first[Person(contact)] {
          report(.duplicateContact(contact, earlier: earlier, row: row))
        } else {
          first[Person(contact)] = contact
        }
      }
    }
  }
}

extension Finding {
  fileprivate static func duplicateContact(
    _ contact: LocatedText, earlier: LocatedText, row: LocatedRow
  ) -> Finding {
    Finding(
      "\(contact.text.quoted) is named twice as a contact of \(row.platform.text.quoted)",
      at: contact.range,
      notes: [Diagnostic.Note("named here first", at: earlier.range)],
      help: "delete the second name, or write the person's that was meant")
  }
}
