import Diagnostics
import Documents

/// NEP 57 names each platform's contacts once, in its row.
extension Rule {
  static let duplicateContact = Rule(
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
    ],
    check: .document(check))

  private static func check(_ context: RuleContext, report: (Finding) -> Void) {
    for row in context.located.rows where row.contacts.count > 1 {
      var first: [NamedContact: LocatedText] = [:]
      var paragraphs = Paragraphs(of: row, in: context.file)
      for contact in row.contacts where !NamedContact(contact).isPlaceholder {
        if let earlier = first[NamedContact(contact)] {
          guard !paragraphs.giveOwnNote(to: contact, after: earlier) else { continue }
          report(.duplicateContact(contact, earlier: earlier, row: row))
        } else {
          first[NamedContact(contact)] = contact
        }
      }
    }
  }

}

/// The paragraphs of a row, told apart by lines of nothing but blanks and borders; walked through once, from top to bottom.
private struct Paragraphs {
  private let file: SourceFile
  private var line: Int
  /// The last dividing line before `line`.
  private var divider = 0

  init(of row: LocatedRow, in file: SourceFile) {
    self.file = file
    line = row.range.start.line
  }

  /// Whether the name stands beside a note of its own, in another paragraph of the row: PEP 11 lists two compilers in one
  /// row that way, each with its contact.
  mutating func giveOwnNote(to contact: LocatedText, after earlier: LocatedText) -> Bool {
    let start = contact.range.start
    while line < start.line {
      if isBlank(file.line(line)) { divider = line }
      line += 1
    }
    guard divider > earlier.range.end.line, divider < start.line else { return false }
    return !isBlank(file.line(start.line).prefix(start.column - 1))
  }

  private func isBlank(_ text: ArraySlice<UInt8>) -> Bool {
    text.allSatisfy { Self.blanksAndBorders.contains($0) }
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
