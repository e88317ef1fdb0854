import Diagnostics
import Documents
import Policy

/// NEP 57, "Tier 1": all maintainers are responsible to keep the main branch and the wheel builds working.
extension Rule {
  static let unexpectedContacts = Rule(
    id: "unexpected-contacts", family: .rows, severity: .warning,
    summary: "a platform names a contact in a tier that all maintainers answer for",
    rationale: """
      In the first tier the whole team keeps a platform working. A single name there reads as if the others were not \
      responsible, and as if support depended on that person; that is the second tier's promise.
      """,
    remedy: "Take the name out, or move the platform to the tier that one person's commitment carries.",
    accepted: [
      .rst(
        """
        Tier 1
        ------

        Tier 1 platforms:

        - Windows x86-64
        - macOS arm64 (note: since the first machines came out)
        """),
      .markdown(
        """
        ## Tier 2

        | Platform | Notes | Contacts     |
        |----------|-------|--------------|
        | Haiku    |       | Ada Lovelace |
        """),
    ],
    flagged: [
      .rst(
        """
        Tier 1
        ------

        Tier 1 platforms:

        - Windows x86-64
        - macOS arm64, *↓Ada Lovelace*
        """),
      .markdown(
        """
        ## Tier 1

        | Platform       | Notes | Contacts     |
        |----------------|-------|--------------|
        | Windows x86-64 |       |              |
        | macOS arm64    |       | ↓Ada Lovelace |
        """),
    ],
    check: .document(check))

  private static func check(_ context: RuleContext, report: (Finding) -> Void) {
    for listing in context.located.listings {
      guard let tier = listing.place.tier, tier.duties.contacts.isShared else { continue }
      for row in listing.rows {
        guard let contact = row.contacts.first(where: { !NamedContact($0).isPlaceholder }) else { continue }
        report(.unexpectedContact(contact, row: row, tier: tier))
      }
    }
  }
}

extension Finding {
  fileprivate static func unexpectedContact(_ contact: LocatedText, row: LocatedRow, tier: Tier) -> Finding {
    Finding(
      "\(row.platform.text.quoted) names a contact, and nobody is one in \(tier.name.quoted)",
      at: contact.range,
      help: "take the name out: \(tier.duties.contacts.because)")
  }
}
