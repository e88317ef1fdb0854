import Diagnostics
import Documents
import Policy

/// NEP 57, "Tier 2" and "Tier 3": a person commits to the platform; a word that holds the place for one has not.
extension Rule {
  static let placeholderContact = Rule(
    id: "placeholder-contact", family: .rows, severity: .error,
    summary: "what stands where a contact's name should is nobody's name",
    rationale: """
      'TBD', '?' or 'N/A' looks like an answer and is none, and so do a company, a team, a date or half a sentence: the \
      tier asks for a person who has committed to keep the platform working. One word alone, without a handle's '@', may \
      be a company: that is a warning. The row would pass a glance at the table while nobody answers for the platform.
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
    // The words of whole names: a first name alone is somebody's, and a handle made of a name is a slip of another rule's.
    var names: [[Substring]]?
    func isNamed(_ contact: LocatedText) -> Bool {
      let own = NamedContact(contact).words
      let known =
        names ?? context.located.rows.flatMap { $0.contacts.map { NamedContact($0).words } }.filter { $0.count > 1 }
      names = known
      return known.contains { $0.contains(own[0]) || PersonLikeness.areClose(own, $0) }
    }
    for listing in context.located.listings {
      guard let tier = listing.place.tier, tier.duties.contacts.minimum > 0, !tier.duties.contacts.isShared else {
        continue
      }
      for row in listing.rows {
        let placeholders = row.contacts.filter { !context.policy.mayBePerson($0) }
        let isAlone = placeholders.count == row.contacts.count
        for contact in placeholders {
          report(.placeholderContact(contact, row: row, isAlone: isAlone, tier: tier))
        }
        for contact in row.contacts where NamedContact(contact).isOneWord && context.policy.mayBePerson(contact) {
          guard context.agreement?.registry.knows(contact.text) != true, !isNamed(contact) else { continue }
          report(.oneWord(contact, row: row))
        }
      }
    }
  }
}

extension Policy {
  /// Whether a contact may be somebody, and not the project itself, whose repository the policy names.
  func mayBePerson(_ contact: LocatedText) -> Bool {
    let person = NamedContact(contact)
    let name = person.key.drop { $0 == "@" }
    let own = document.issueRepository?.lowercased().split(separator: "/") ?? []
    return person.isPerson && !own.contains(name)
  }
}

extension Registry {
  /// Whether `people.yaml` has people and nobody of this name or handle.
  func lacks(_ name: String) -> Bool { !people.isEmpty && !knows(name) }

  func knows(_ name: String) -> Bool {
    let key = NamedContact(LocatedText(name, at: .fileStart)).key
    let bare = String(key.drop { $0 == "@" })
    return people.contains { id, person in
      id.folded == bare || person.handle.value?.folded == bare
        || NamedContact(LocatedText(person.name, at: .fileStart)).key == key
    }
  }
}

extension Finding {
  fileprivate static func oneWord(_ contact: LocatedText, row: LocatedRow) -> Finding {
    Finding(
      "\(contact.text.quoted), the contact for \(row.platform.text.quoted), is one word, which may be a company's name",
      at: contact.range,
      help: "write the whole name, or '@\(contact.text)' if it is somebody's handle", severity: .warning)
  }

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
