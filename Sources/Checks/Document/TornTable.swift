import Diagnostics
import Documents
import Policy

/// Rows that a slip of the finger has cut off their table are text, or a table without a head.
extension Rule {
  static let tornTable = Rule(
    id: "torn-table", family: .document, severity: .error,
    summary: "lines under a tier that are drawn like a table's and are no part of one",
    rationale: """
      docutils ends a grid table at the first line that does not begin with `|` or `+`. After a blank line, a space before \
      a row or a lost `|`, the rows below are published as running text, or as a table without a head, and the platforms in \
      them are in no tier.
      """,
    remedy:
      "Remove the blank line or the space, or put back the `|` or `+`; `--fix` does it where one table comes of it.",
    fix: .safe,
    accepted: [
      .rst(
        """
        Tier 1
        ======

        +----------+-------+
        | Platform | Notes |
        +==========+=======+
        | WASI     |       |
        +----------+-------+

        | Lines of a verse
        | are no rows.

        ::

            | a | b |
        """),
      .rst(
        """
        Remarks
        =======

        | one | two |
        | three | four |
        """),
    ],
    flagged: [
      .rst(
        """
        Tier 1
        ======

        +----------+-------+
        | Platform | Notes |
        +==========+=======+
        | WASI     |       |
        ↓+----------+-------+

        | Haiku    |       |
        +----------+-------+
        """),
      .rst(
        """
        Tier 1
        ======

        +----------+-------+
        | Platform | Notes |
        +==========+=======+
        | WASI     |       |
        ↓+----------+-------+
         | Haiku    |       |
        +----------+-------+
        """),
      .rst(
        """
        Tier 1
        ======

        +----------+-------+
        | Platform | Notes |
        +==========+=======+
        | WASI     |       |
        +----------+-------+

        Tier 2
        ======

        +----------+-------+----------+
        | Platform | Notes | Contacts |
        +==========+=======+==========+
        | Haiku    |       | A. Mason |
        +----------+-------+----------+

        ↓+----------+-------+----------+
        | Plan 9   |       | B. Mason |
        +----------+-------+----------+
        """),
    ],
    check: .document(check))

  private static func check(_ context: RuleContext, report: (Finding) -> Void) {
    let document = context.document
    let places = document.strayRows + headlessTables(in: document)
    guard context.isPolicyDocument, !places.isEmpty else { return }
    let faulty = faultyLines(of: document)
    var seen: Set<SourcePosition> = []
    // Lists may share a heading.
    for listing in context.located.listings where seen.insert(listing.heading.range.start).inserted {
      let section = document.lines(under: listing.heading)
      var lastTable: Int?
      for place in places.filter({ section.contains($0.start.line) }).sorted(by: { $0.start < $1.start }) {
        let table = document.table(above: place.start)
          .flatMap { section.contains(document.tables[$0].range.start.line) ? $0 : nil }
        // What is torn off one table is one finding.
        guard table == nil || table != lastTable else { continue }
        lastTable = table
        if let table, let finding = mended(document.tables[table], of: listing, in: context.file) {
          report(finding)
        } else if !(place.start.line...place.end.line + 2).contains(where: faulty.contains) {
          // Where a line of the table is at fault, what follows from that is not told again.
          report(.torn(place, listing.place.name))
        }
      }
    }
  }

  private static func faultyLines(of document: PolicyDocument) -> Set<Int> {
    var lines: Set<Int> = []
    for fault in document.faults {
      switch fault.kind {
      case .malformedTable, .misalignedBorder, .swallowedTable: lines.insert(fault.range.start.line)
      default: break
      }
    }
    return lines
  }

  private static func headlessTables(in document: PolicyDocument) -> [SourceRange] {
    document.tables.filter { $0.kind == .grid && !$0.isNested && $0.isPublished && $0.headRowCount == 0 }.map {
      $0.range
    }
  }

  private static func mended(_ table: Table, of listing: LocatedListing, in file: SourceFile) -> Finding? {
    guard let edits = TornGrid.mend(file, from: table.range.start.line), let first = edits.first else { return nil }
    let cause = file.line(file.position(at: first.offsets.lowerBound).line)
    let last = file.line(table.range.end.line)
    let start = last.firstIndex { $0 != UInt8(ascii: " ") } ?? last.startIndex
    return .mendable(
      file.range(start..<last.endIndex), listing.place.name, cause: file.range(cause.startIndex..<cause.endIndex),
      edits: edits)
  }
}

extension PolicyDocument {
  /// The lines below a heading, up to the next of its level or above.
  fileprivate func lines(under heading: Section) -> Range<Int> {
    let first = sections.partitioningIndex { $0.range.start > heading.range.start }
    let next = sections[first...].first { $0.level <= heading.level }
    return heading.range.end.line..<(next?.range.start.line ?? Int.max)
  }

  /// The index of the last table with a head that ends above a place.
  fileprivate func table(above place: SourcePosition) -> Int? {
    let next = tables.partitioningIndex { $0.range.start >= place }
    return tables[..<next].lastIndex { $0.kind == .grid && !$0.isNested && $0.headRowCount > 0 }
  }
}

extension Finding {
  fileprivate static func torn(_ place: SourceRange, _ name: String) -> Finding {
    Finding(
      "these lines under \(name.quoted) are drawn like a table's and belong to none with a head", at: place,
      help: "put every line of a table right below the one above it, from its '+' or '|' to its '+' or '|'")
  }

  fileprivate static func mendable(
    _ place: SourceRange, _ name: String, cause: SourceRange, edits: [TextEdit]
  ) -> Finding {
    let isBlank = cause.start == cause.end
    return Finding(
      "the table of \(name.quoted) ends here, though rows of it stand below", at: place,
      notes: [
        Diagnostic.Note(
          isBlank ? "this blank line ends the table" : "this line does not begin with the table's '|' or '+'", at: cause
        )
      ],
      help: isBlank ? "remove the blank line" : "begin the line with '|' or '+', right below those of the border",
      fix: Fix(.safe, "join the table's lines", edits: edits))
  }
}
