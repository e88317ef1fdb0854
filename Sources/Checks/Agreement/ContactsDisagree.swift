import Diagnostics
import Documents
import Policy

/// The document and the registry name the same people for a platform.
extension Rule {
  static let contactsDisagree = Rule(
    id: "contacts-disagree", family: .agreement, severity: .error,
    summary: "the contacts of a platform differ from those in the registry",
    rationale: """
      A contact has agreed to answer for a platform. Whoever stands in one place only is asked by some and unknown to \
      the others, and is overlooked when somebody steps down. The order does not count.
      """,
    remedy: "Name the same people in both, once they have agreed to it.",
    accepted: [
      .files(
        """
        --- people.yaml
        ada: {name: Ada Lovelace, role: maintainer}
        grace: {name: Grace Hopper, role: maintainer}
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        contacts: [ada, grace]
        moves: [{date: 2026-02-09, to: tier-2, pull-request: 1}]
        --- platforms.md
        ## Tier 2

        | Platform | Notes | Contacts                   |
        |----------|-------|----------------------------|
        | Haiku    |       | Grace Hopper, Ada Lovelace |
        """)
    ],
    flagged: [
      .files(
        """
        --- people.yaml
        ada: {name: Ada Lovelace, role: maintainer}
        grace: {name: Grace Hopper, role: maintainer}
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        contacts: [ada]
        moves: [{date: 2026-02-09, to: tier-3}]
        --- platforms.md
        ## Tier 3

        | Platform | Notes | Contacts                   |
        |----------|-------|----------------------------|
        | Haiku    |       | Ada Lovelace, ↓Grace Hopper |
        """),
      .files(
        """
        --- people.yaml
        ada: {name: Ada Lovelace, role: maintainer}
        grace: {name: Grace Hopper, role: maintainer}
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        contacts: [ada]
        moves: [{date: 2026-02-09, to: tier-3}]
        --- platforms/plan-9.yaml
        name: Plan 9
        target: {os: plan-9, arch: x86-64, interpreter: cpython}
        contacts: [ada, grace]
        moves: [{date: 2026-02-09, to: tier-3}]
        --- platforms.md
        ## Tier 3

        | Platform | Notes | Contacts     |
        |----------|-------|--------------|
        | Haiku    |       | Ada Lovelace |
        | Plan 9   |       | ↓Ada Lovelace |
        """),
    ],
    check: .agreement(check))

  private static func check(_ agreement: Agreement, report: (Finding) -> Void) {
    for pair in agreement.pairs(showing: .contacts) {
      // A table without the column, or a cell merged over it, is another rule's.
      guard let place = pair.row.contactsCell?.range ?? pair.row.contacts.first?.range else { continue }
      let names = pair.registered.contacts ?? []
      let known = Set(names.map { $0.folded })
      let written = Set(pair.row.contacts.map { NamedContact($0).key })
      let missing = names.filter { !written.contains($0.folded) }
      let others = pair.row.contacts.filter { !known.contains(NamedContact($0).key) }
      for other in others { report(.otherContact(pair, other, missing: missing)) }
      if others.isEmpty, !missing.isEmpty { report(.absentContacts(pair, missing, at: place)) }
    }
  }
}

extension Finding {
  fileprivate static func otherContact(
    _ pair: Agreement.Pair, _ contact: LocatedText, missing: [String]
  ) -> Finding {
    let others = missing.isEmpty ? "" : ", which has \(missing.quotedList) besides"
    return Finding(
      "\(contact.text.quoted) is not a contact of \(pair.row.platform.text.quoted) in the registry\(others)",
      at: contact.range,
      help: "add the person to \(pair.registered.file) and 'people.yaml', or take the name out")
  }

  fileprivate static func absentContacts(_ pair: Agreement.Pair, _ names: [String], at range: SourceRange) -> Finding {
    Finding(
      "the registry names \(names.quotedList) for \(pair.row.platform.text.quoted), and the row does not",
      at: range,
      help: "add the name to the row, or take it out of \(pair.registered.file)")
  }
}
