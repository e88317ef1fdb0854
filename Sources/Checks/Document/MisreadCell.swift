import Diagnostics
import Documents
import Policy

/// A name or a note that begins like a list's item, an option or a field is published as one.
extension Rule {
  static let misreadCell = Rule(
    id: "misread-cell", family: .document, severity: .error,
    summary: "a cell of a tier's table that docutils reads as a list, a quotation or other block, or complains about",
    rationale: """
      docutils reads the text of a cell as a document of its own. `A. Lovelace` is the first item of a list numbered with \
      letters there, whose text is `Lovelace`; `-a  x` is an option, and an indented second line makes the first a term. \
      The page then shows something else than was typed. In notes, lists are fine: there only a text that loses its first \
      characters is reported.
      """,
    remedy:
      "Write a backslash before the text, as in `\\A. Lovelace`, and begin all lines of a cell in the same column.",
    fix: .safe,
    accepted: [
      .rst(
        """
        Tier 2
        ======

        +----------+--------------+-----------------+
        | Platform | Notes        | Contacts        |
        +==========+==============+=================+
        | WASI     | - 32-bit     | \\A. Lovelace    |
        |          | - 64-bit     |                 |
        +----------+--------------+-----------------+
        | Plan 9   | A. I. tools  | - Ada Lovelace  |
        | (fourth) | is used      | - Grace Hopper  |
        +----------+--------------+-----------------+
        """),
      .rst("Letters\n=======\n\n+-------------+\n| A. Lovelace |\n+-------------+\n"),
    ],
    flagged: [
      .rst(
        """
        Tier 2
        ======

        +----------+--------------+--------------+
        | Platform | Notes        | Contacts     |
        +==========+==============+==============+
        | WASI     |              | ↓A. Lovelace  |
        +----------+--------------+--------------+
        | ↓- Plan 9 | ↓3. party     | Ada Lovelace |
        +----------+--------------+--------------+
        """),
      .rst(
        """
        Tier 2
        ======

        .. list-table::
           :header-rows: 1

           * - Platform
             - Notes
             - Contacts
           * - WASI
             - fine
             - ↓A. Lovelace
        """),
      .rst(
        """
        Tier 2
        ======

        +----------+--------------+--------------+
        | Platform | Notes        | Contacts     |
        +==========+==============+==============+
        | ↓WASI     | ↓uses *args   | Ada Lovelace |
        |   (wasm) |              |              |
        +----------+--------------+--------------+
        """),
    ],
    check: .document(check))

  private static func check(_ context: RuleContext, report: (Finding) -> Void) {
    let cells = context.document.misreadCells
    guard context.isPolicyDocument, !cells.isEmpty else { return }
    let starts = Dictionary(keepingFirst: cells.map { ($0.range.start, $0) })
    // A cell that a broken border makes of several is told by that border.
    let broken = context.document.tables.filter { $0.intendedRows != nil }.map { $0.range }
    var reported: Set<SourcePosition> = []
    for row in context.located.rows {
      let named = [row.platform, row.contactsCell].compactMap { $0 }
      for text in named + [row.notes].compactMap({ $0 }) {
        guard let cell = starts[text.range.start], reported.insert(cell.range.start).inserted,
          cell.range == text.range
            || !broken.contains(where: { $0.start <= cell.range.start && cell.range.end <= $0.end })
        else { continue }
        let isNote = text == row.notes
        if !isNote || cell.losesText(of: text.text) { report(.misread(cell)) }
      }
    }
  }
}

extension Documents.MisreadCell {
  /// Whether the page shows less than is written; a list of several items is one, and shows its marks.
  fileprivate func losesText(of shown: String) -> Bool {
    switch kind {
    case .bullet, .enumerator(itemCount: 2...): false
    case .complaint: true
    default: text != shown
    }
  }
}

extension Finding {
  fileprivate static func misread(_ cell: Documents.MisreadCell) -> Finding {
    let fix = cell.repair.isEmpty ? nil : Fix(.safe, "write a backslash before the text", edits: cell.repair)
    if cell.kind == .complaint {
      return Finding(
        "docutils complains about the markup in \(cell.text.quoted)", at: cell.range,
        help: "close what begins with '*', '`' or '|', or write a backslash before it", severity: .warning)
    }
    let block =
      switch cell.kind {
      case .bullet, .enumerator: "an item of a list"
      case .definition: "a term with its definition"
      case .field: "a field with its value"
      case .option: "a command's option"
      case .quote: "a quotation"
      case .doctest: "a session of Python"
      case .complaint: "markup"
      }
    return Finding(
      "docutils reads \(cell.text.quoted) as \(block)", at: cell.range, help: help(cell), fix: fix)
  }

  private static func help(_ cell: Documents.MisreadCell) -> String {
    switch cell.kind {
    case .definition, .quote: "begin all lines of the cell in the same column"
    default: "write '\\\(cell.text)'"
    }
  }
}
