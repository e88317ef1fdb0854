import Diagnostics
import Documents

/// What holds for every document that a reader returns, whatever bytes it was given.
struct DocumentInvariants {
  private let file: SourceFile
  private let end: SourcePosition
  /// What does not hold, with its place; empty for a sound document.
  private(set) var violations: [String] = []

  init(of document: PolicyDocument, read from: SourceFile) {
    file = from
    end = from.position(at: from.bytes.count)
    checkStructure(of: document)
    checkLinks(of: document)
    checkFaults(of: document)
    for (index, table) in document.tables.enumerated() {
      check(table, named: "table \(index)", sectionCount: document.sections.count)
    }
  }

  /// A range stands in the file and its ends are offsets that lead back to the same positions.
  private mutating func check(_ range: SourceRange, of what: String) {
    if range.start.line < 1 || range.start.column < 1 { violations.append("\(what) starts before the file: \(range)") }
    if range.end > end { violations.append("\(what) ends at \(range.end), the file at \(end)") }
    for position in [range.start, range.end] where file.position(at: file.offset(of: position)) != position {
      violations.append("\(what) refers to \(position), which no byte of the file has")
    }
  }

  private mutating func check(_ inner: SourceRange, of what: String, inside outer: SourceRange) {
    check(inner, of: what)
    if !outer.contains(inner) { violations.append("\(what) at \(inner) is not inside \(outer)") }
  }

  private mutating func check(section: Int?, of what: String, count: Int) {
    if let section, !(0..<count).contains(section) { violations.append("\(what) is under no section: \(section)") }
  }

  private mutating func checkStructure(of document: PolicyDocument) {
    if let label = document.label { check(label.range, of: "the label") }
    for field in document.fields {
      check(field.range, of: "field '\(field.name)'")
      check(field.valueRange, of: "the value of '\(field.name)'", inside: field.range)
    }
    for section in document.sections {
      check(section.titleRange, of: "title '\(section.title)'", inside: section.range)
      if section.level < 1 { violations.append("section '\(section.title)' has level \(section.level)") }
    }
    for list in document.lists {
      check(list.range, of: "a list")
      check(section: list.section, of: "a list", count: document.sections.count)
      for item in list.items {
        check(item.range, of: "a list's item", inside: list.range)
        for emphasis in item.emphasised where emphasis.offsets.upperBound > item.text.utf8.count {
          violations.append("emphasis at \(emphasis.offsets) is past its item's text")
        }
      }
    }
    for comment in document.comments {
      check(comment.range, of: "a comment")
      if let scope = comment.scope { check(scope, of: "a comment's scope") }
    }
  }

  private mutating func checkLinks(of document: PolicyDocument) {
    for reference in document.references { check(reference.range, of: "reference '\(reference.name)'") }
    for target in document.targets {
      check(target.range, of: "target '\(target.name)'")
      if let range = target.uriRange { check(range, of: "the URI of '\(target.name)'") }
    }
    for link in document.links { check(link.range, of: "link '\(link.uri)'") }
  }

  private mutating func checkFaults(of document: PolicyDocument) {
    for fault in document.faults {
      check(fault.range, of: "fault \(fault.kind)")
      for note in fault.notes { check(note.range, of: "a note of \(fault.kind)") }
      var previous = 0
      for edit in fault.repair.sorted(by: { $0.offsets.lowerBound < $1.offsets.lowerBound }) {
        if edit.offsets.lowerBound < previous || edit.offsets.upperBound > file.bytes.count {
          violations.append("the repair of \(fault.kind) overlaps itself or leaves the file")
        }
        previous = edit.offsets.upperBound
      }
    }
  }

  private mutating func check(_ table: Table, named name: String, sectionCount: Int) {
    check(table.range, of: name)
    check(section: table.section, of: name, count: sectionCount)
    // To docutils a lone border of a grid is a table without columns.
    if table.columnCount < 1, !table.rows.isEmpty { violations.append("\(name) has rows without columns") }
    let rows = table.isPublished ? table.rows : table.meantRows
    if table.headRowCount > rows.count { violations.append("\(name) has more head rows than rows") }
    checkSpans(of: table.rows, in: table, named: name)
    if let meant = table.intendedRows { checkSpans(of: meant, in: table, named: "\(name) as meant") }
  }

  /// Every cell is inside the table, spans what the table has, and comes after the cell before it.
  private mutating func checkSpans(of rows: TableRows, in table: Table, named name: String) {
    for index in rows.indices {
      var next = 0
      for cell in rows[index] {
        let what = "\(name), row \(index), column \(cell.column)"
        check(cell.range, of: what, inside: table.range)
        if cell.columns < 1 || cell.rows < 1 { violations.append("\(what) spans nothing") }
        if cell.column < next { violations.append("\(what) overlaps the cell before it") }
        next = cell.column + cell.columns
        if next > table.columnCount { violations.append("\(what) spans past column \(table.columnCount)") }
        if index + cell.rows > rows.count { violations.append("\(what) spans past the last row") }
      }
    }
  }
}
