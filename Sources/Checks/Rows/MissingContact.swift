import Diagnostics
import Documents
import Policy

/// NEP 57, "Tier 2" and "Tier 3": at least one person commits to take responsibility for the platform.
extension Rule {
  static let missingContact = Rule(
    id: "missing-contact", family: .rows, severity: .error,
    summary: "a platform names fewer contacts than its tier asks for",
    rationale: """
      Outside the first tier support stands on people: somebody has committed to keep the platform's CI, and its wheels \
      where there are any, working. When the platform breaks before a release, the contact is whom the release manager \
      writes to; without one the platform does not meet its tier.
      """,
    remedy: "Add the name of a person who has agreed to it, or move the platform to a tier that it meets.",
    accepted: [
      .rst(
        """
        Tier 2
        ------

        ========  ======  ============
        Platform  Notes   Contacts
        ========  ======  ============
        Haiku     a note  Ada Lovelace
        ========  ======  ============
        """),
      .rst(
        """
        Tier 3
        ------

        Tier 3 platforms:

        - Haiku (note: runs on donated machines), *Ada Lovelace*
        """),
      .markdown(
        """
        ## Tier 1

        | Platform       | Notes |
        |----------------|-------|
        | Windows x86-64 |       |
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
        ↓Plan 9    a note
        ========  ======  ============
        """),
      .rst(
        """
        Tier 3
        ------

        Tier 3 platforms:

        - Haiku, *Ada Lovelace*
        - ↓Plan 9 (note: runs on donated machines)
        """),
      .markdown(
        """
        ## Tier 2

        | Platform | Notes | Contacts     |
        |----------|-------|--------------|
        | Haiku    |       | Ada Lovelace |
        | ↓Plan 9   |       |              |
        """),
    ],
    check: .document(check))

  private static func check(_ context: RuleContext, report: (Finding) -> Void) {
    for listing in context.located.listings {
      guard let tier = listing.place.tier, !tier.duties.contacts.isShared else { continue }
      let isTable = if case .tables = listing.form { true } else { false }
      for row in listing.rows where row.contacts.count < tier.duties.contacts.minimum {
        // A table without the column, or a merged cell in its place, is one fault and not one a row.
        if isTable, row.contactsCell == nil { continue }
        report(.missingContact(row, tier: tier, isTable: isTable))
      }
    }
  }
}

extension Finding {
  fileprivate static func missingContact(_ row: LocatedRow, tier: Tier, isTable: Bool) -> Finding {
    let duty = tier.duties.contacts
    let platform = row.platform.text.isEmpty ? "a row" : row.platform.text.quoted
    let found = row.contacts.isEmpty ? "no contact" : "\(row.contacts.count) of \(duty.minimum) contacts"
    let place = isTable ? "into the row's cell for contacts" : "at the end of the item, as in ', *Ada Lovelace*'"
    return Finding(
      "\(platform) has \(found), and \(tier.name.quoted) asks for \(duty.minimum == 1 ? "one" : "\(duty.minimum)")",
      at: row.platform.text.isEmpty ? row.contactsCell?.range ?? row.range : row.platform.range,
      help: "write the name of a person who has agreed to it \(place): \(duty.because)")
  }
}
