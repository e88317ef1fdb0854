import Diagnostics
import Documents
import Policy

/// The document and the registry say the same of a platform.
extension Rule {
  static let notesDisagree = Rule(
    id: "notes-disagree", family: .agreement, severity: .error,
    summary: "the notes of a platform differ from those in the registry",
    rationale: """
      Notes qualify a promise: where it runs, until when it holds. Readers of the document and of the pages that are made \
      from the registry have to find the same. Markup does not count: a link is compared by its text.
      """,
    remedy: "Write the same note in both, or let 'platform-tiers generate' write the registry's.",
    accepted: [
      .files(
        """
        --- people.yaml
        ada: {name: Ada Lovelace, role: maintainer}
        grace: {name: Grace Hopper, role: maintainer}
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        notes: "donated machines, see [gh-1](https://example.org/1)"
        contacts: [ada]
        moves: [{date: 2026-02-09, to: tier-3}]
        --- platforms.rst
        Tier 3
        ------

        ========  ============================  ============
        Platform  Notes                         Contacts
        ========  ============================  ============
        Haiku     *donated* machines, see gh-1  Ada Lovelace
        ========  ============================  ============
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
        notes: donated machines
        contacts: [ada]
        moves: [{date: 2026-02-09, to: tier-3}]
        --- platforms.md
        ## Tier 3

        | Platform | Notes        | Contacts     |
        |----------|--------------|--------------|
        | Haiku    | ↓own machines | Ada Lovelace |
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
        contacts: [ada]
        moves: [{date: 2026-02-09, to: tier-3}]
        --- platforms.md
        ## Tier 3

        | Platform | Notes      | Contacts     |
        |----------|------------|--------------|
        | Haiku    |            | Ada Lovelace |
        | Plan 9   | ↓until 2028 | Ada Lovelace |
        """),
    ],
    check: .agreement(check))

  private static func check(_ agreement: Agreement, report: (Finding) -> Void) {
    for pair in agreement.pairs(showing: .notes) {
      // A table without the column, or a cell merged over it, is another rule's; an item of a list may have no note.
      guard let written = pair.row.notes ?? (pair.row.isItem ? LocatedText("", at: pair.row.platform.range) : nil)
      else { continue }
      let notes = pair.registered.note
      if written.text.words != notes.words { report(.notesDisagree(pair, written: written, notes: notes)) }
    }
  }
}

extension LocatedRow {
  /// Whether it is an item of a bullet list, which has no cells.
  fileprivate var isItem: Bool { notes == nil && contactsCell == nil }
}

extension String {
  fileprivate var words: [Substring] { split(whereSeparator: { $0.isWhitespace }) }
}

extension Finding {
  fileprivate static func notesDisagree(_ pair: Agreement.Pair, written: LocatedText, notes: String) -> Finding {
    let platform = pair.row.platform.text.quoted
    let says = notes.isEmpty ? "the registry has none" : "the registry says \(notes.quoted)"
    return Finding(
      written.text.isEmpty ? "\(platform) has no note, and \(says)" : "the note of \(platform) is another: \(says)",
      at: written.range,
      help: """
        write \(notes.isEmpty ? "the note" : "'\(notes)'") in both, the table and 'notes' in \
        \(pair.registered.file), or take it out of both
        """)
  }
}
