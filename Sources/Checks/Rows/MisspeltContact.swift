import Diagnostics
import Documents

/// NEP 57: contacts are people whom the team knows; a slip in a name hides which of a person's platforms belong together.
extension Rule {
  static let misspeltContact = Rule(
    id: "misspelt-contact", family: .rows, severity: .warning,
    summary: "a contact's name is close to that of a person named elsewhere in the document",
    rationale: """
      A contact is found by name: when somebody steps down, all their platforms have to be looked at, and a search for \
      the name misses the row where it is misspelt. The spelling that the document uses most often is taken for the \
      right one.
      """,
    remedy: "Spell the name as elsewhere; if two people have such similar names, add a handle in parentheses to one.",
    fix: .unsafe,
    accepted: [
      .rst(
        """
        Tier 2
        ------

        ========  ======  ========================
        Platform  Notes   Contacts
        ========  ======  ========================
        Haiku     a note  Jan Li, Jun Li
        Plan 9    a note  James Brown, Grace Brown
        ========  ======  ========================
        """),
      .markdown(
        """
        ## Tier 3

        | Platform | Notes | Contacts     |
        |----------|-------|--------------|
        | Haiku    |       | Ada Lovelace |
        | Plan 9   |       | Ada Lovelace |
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
        Plan 9    a note  Ada Lovelace
        Hurd      a note  ↓Ada Lovelase
        ========  ======  ============
        """),
      .markdown(
        """
        ## Tier 3

        | Platform | Notes | Contacts                   |
        |----------|-------|----------------------------|
        | Haiku    |       | Grace Hopper, ↓Ada Lovlace  |
        | Plan 9   |       | Ada Lovelace               |
        | Hurd     |       | Ada Lovelace, Grace Hopper |
        """),
    ],
    check: .document(check))

  private static func check(_ context: RuleContext, report: (Finding) -> Void) {
    let names = NamedPeople(context)
    for row in context.located.rows {
      for contact in row.contacts {
        guard let known = names.likelySpelling(of: contact) else { continue }
        report(.misspeltContact(contact, known: known, file: context.file))
      }
    }
  }
}

extension Finding {
  fileprivate static func misspeltContact(
    _ contact: LocatedText, known: NamedPeople.Spelling, file: SourceFile
  ) -> Finding {
    let isWhole = file.text(in: contact.range) == contact.text
    let edit = TextEdit(file.offsets(of: contact.range), Array(known.name.text.utf8))
    return Finding(
      "\(contact.text.quoted) is close to \(known.name.text.quoted)",
      at: contact.range,
      notes: [Diagnostic.Note("\(known.name.text.quoted) is named here", at: known.name.range)],
      help: "write \(known.name.text.quoted) if it is the same person; if not, tell them apart by their handles",
      fix: isWhole ? Fix(.unsafe, "spell the name as elsewhere", edits: [edit]) : nil)
  }
}
