import Checks
import Diagnostics
import Rendering

/// Reports a table or list that cannot be written as the registry has it without losing something.
enum UnwritableTable {
  static let description = Rule(
    id: "unwritable-table", family: .agreement, severity: .error,
    summary: "a table or list cannot be written as the registry has it",
    rationale: """
      'generate' writes a row into the table that is there, in its form, and reads the result back before it replaces \
      the file. Where a cell would be lost, or the table does not read as it was meant to in the first place, nothing \
      is written: what was guessed would be published.
      """,
    remedy: "Do what the message says, and run 'platform-tiers generate' again.",
    accepted: [
      .files(
        """
        --- people.yaml
        ada: {name: Ada Lovelace, role: maintainer}
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        contacts: [ada]
        moves: [{date: 2026-02-09, to: tier-3}]
        --- platforms.md
        ## Tier 2

        | Platform | Notes | Contacts     | Board |
        |----------|-------|--------------|-------|
        | Haiku    |       | Ada Lovelace | R1    |

        ## Tier 3

        | Platform | Notes | Contacts     | Board |
        |----------|-------|--------------|-------|
        """)
    ],
    flagged: [
      .files(
        """
        --- people.yaml
        ada: {name: Ada Lovelace, role: maintainer}
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        contacts: [ada]
        moves: [{date: 2026-02-09, to: tier-3}]
        --- platforms.md
        ## Tier 2

        | Platform | Notes | Contacts     | Board |
        |----------|-------|--------------|-------|
        | Haiku    |       | Ada Lovelace | ↓R1    |

        ## Tier 3

        | Platform | Notes | Contacts     |
        |----------|-------|--------------|
        """),
      .files(
        """
        --- people.yaml
        ada: {name: Ada Lovelace, role: maintainer}
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        contacts: [ada]
        moves: [{date: 2026-02-09, to: tier-3}]
        --- platforms.md
        ## ↓Tier 3

        Haiku is kept running by Ada Lovelace.
        """),
    ])

  /// Why a table is not written.
  enum Reason: Hashable {
    case obstacle(RewriteObstacle.Kind)
    /// What has to be mended first.
    case broken(BrokenTables.Fault.Mending)
    /// A cell whose column the platform's new table does not have.
    case lostCell(title: String, platform: String, place: String)
    /// Platforms stand in a tier or list that the document has no table for.
    case noTable(place: String, count: Int)
    case unnamedRow
    /// A platform of which the table has another row, and the registry one.
    case secondRow(platform: String)
    /// A platform of which several tables or lists of a tier have a row.
    case severalLists(platform: String)
    /// An item with a platform's name in a list that is none of platforms.
    case unlistedItem(platform: String)
    /// A row with a platform's name that is in no tier.
    case unlistedRow(platform: String)
    case sharedLines
  }

  static func diagnostic(_ reason: Reason, at range: SourceRange, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      rule: description.id, severity: description.severity, message: message(reason, file.path), file: file.path,
      range: range)
  }

  private static func message(_ reason: Reason, _ path: String) -> String {
    switch reason {
    case .obstacle(let kind): message(kind, path)
    case .broken(let mending): message(mending, path)
    case .lostCell(let title, let platform, let place):
      "the table of '\(place)' has no column '\(title)', and what '\(platform)' has there would be lost; add the column, "
        + "or empty the cell"
    case .noTable(let place, let count):
      "'\(place)' has no table or list, and the registry has \(count == 1 ? "one platform" : "\(count) platforms") there; "
        + "add a table with its head below the heading"
    case .unnamedRow: "this row names no platform, and no registry can say what it is; name one, or delete the row"
    case .secondRow(let platform):
      "this is a second row of '\(platform)', which the registry has once; delete one of the two, or give it a name of its own"
    case .severalLists(let platform):
      "'\(platform)' stands in more than one table or list of its tier, and which of them has it the registry does not say; "
        + "make this change by hand"
    case .unlistedItem(let platform):
      "this item names '\(platform)' and stands in no list of platforms, and another one would be written for it; make it "
        + "an item of the list beside it"
    case .unlistedRow(let platform):
      "this row names '\(platform)' and none of the tiers, and another one would be written for it; give it the tier's name"
    case .sharedLines: "two tables share lines; put a blank line between them"
    }
  }

  private static func message(_ mending: BrokenTables.Fault.Mending, _ path: String) -> String {
    switch mending {
    case .fix:
      "this table does not read as it was meant to, and nothing is written into it; mend it first: "
        + "'platform-tiers lint --fix \(path)'"
    case .lint:
      "this table does not read as it was meant to, and nothing is written into it; mend it first, as "
        + "'platform-tiers lint \(path)' says"
    case .strayLine:
      "this line is drawn as a part of a table or list and is in none, and nothing is written beside it; make it part of "
        + "one, or delete it"
    case .head:
      "the head of this table does not name its columns, each once, and nothing is written into it; mend the head first"
    }
  }

  private static func message(_ kind: RewriteObstacle.Kind, _ path: String) -> String {
    switch kind {
    case .nested: "a table in another one's cell is not written; move it out of the cell"
    case .broken: message(BrokenTables.Fault.Mending.lint, path)
    case .sharedCell: "this row has a cell that spans rows or columns and is not rewritten; give it cells of its own"
    case .unclearColumns:
      "where this table's columns and rows are cannot be told from its lines; draw its borders through all columns"
    case .combiningCharacter:
      "a character that combines with the one before it cannot stand in a grid table; make a 'list-table' of it"
    case .dialect(let option):
      "the option ':\(option):' is not understood in writing; take it out, or make a 'list-table' of it"
    case .severalLines: "a text of several paragraphs does not fit into one line of this table; make it one paragraph"
    case .emptyList:
      "the last platform of this list stands elsewhere, and a list of nothing cannot be written; delete the list with the "
        + "paragraph above it, or make a table of it"
    case .unclearItems: "items of this list share their lines; put each on a line of its own"
    case .untitledLine:
      "this item has a line without a title, which would be lost; give it one, as in 'Details: …', or delete the line"
    case .misread: "what would be written here does not read as the registry has it; write this change by hand"
    }
  }
}
