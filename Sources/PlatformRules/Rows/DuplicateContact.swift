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
      .rst(
        """
        Tier 2
        ------

        ========  ==========  ============
        Platform  Notes       Contacts
        ========  ==========  ============
        Haiku     with gcc    Ada Lovelace

                  with clang  Ada Lovelace
        ========  ==========  ============
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
      .rst(
        """
        Tier 2
        ------

        ========  ======  ============
        Platform  Notes   Contacts
        ========  ======  ============
        Haiku     a note  Ada Lovelace

                          ↓Ada Lovelace
        ========  ======  ============
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
          guard !hasOwnNote(contact, after: earlier, in: context.file) else { continue }
          report(.duplicateContact(contact, earlier: earlier, row: row))
        } else {
          first[Person(contact)] = contact
        }
      }
    }
  }

  /// Whether the name stands beside a note of its own, in another paragraph of the row: PEP 11 lists two compilers in one
  /// row that way, each with its contact.
  private static func hasOwnNote(_ contact: LocatedText, after earlier: LocatedText, in file: SourceFile) -> Bool {
    let start = contact.range.start
    guard start.line > earlier.range.end.line + 1 else { return false }
    let divides = (earlier.range.end.line + 1..<start.line).contains { number in
      file.line(number).allSatisfy { blanksAndBorders.contains($0) }
    }
    return divides && !file.line(start.line).prefix(start.column - 1).allSatisfy { blanksAndBorders.contains($0) }
  }

  private static let blanksAndBorders: Set<UInt8> = Set(" \t\r\n|+-=".utf8)
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
