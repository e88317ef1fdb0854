import Diagnostics
import Documents
import Policy

/// Tells which tables and lists of a document must be mended before anything is written into them.
struct BrokenTables {
  private let document: PolicyDocument
  private let file: SourceFile
  /// What reads otherwise than it was meant to.
  private let faults: [SourceRange]
  /// For each line, from 1, whether it is of a table.
  private var isOfTable: [Bool]

  init(_ document: PolicyDocument, _ file: SourceFile) {
    self.document = document
    self.file = file
    faults = document.faults.filter { $0.kind.isOfGeometry }.map { $0.range }.sorted { $0.start < $1.start }
    isOfTable = [Bool](repeating: false, count: file.lineCount + 2)
    for table in document.tables {
      let lines = TableSpan(table)
      for line in lines.first...lines.last where isOfTable.indices.contains(line) { isOfTable[line] = true }
    }
  }

  // MARK: Tables

  /// Where a table has to be mended, or what was torn off it stands.
  func fault(ofTable index: Int, showing places: [Place]) -> SourceRange? {
    let table = document.tables[index]
    guard table.isPublished, table.intendedRows == nil, places.allSatisfy({ hasWholeHead(table, of: $0) }) else {
      return table.range
    }
    let section = lines(from: table.section)
    let fault = faults.partitioningIndex { $0.start.line >= section.lowerBound }
    if faults.indices.contains(fault), section.contains(faults[fault].start.line) { return faults[fault] }
    return strayLine(in: section, beside: table)
  }

  /// Whether what is published as the table's head is one.
  private func hasWholeHead(_ table: Table, of place: Place) -> Bool {
    let head = table.head.map { $0.map { $0.text } }
    guard !head.isEmpty, Set(head).count == head.count, head.allSatisfy({ $0.contains { !$0.isEmpty } }) else {
      return false
    }
    let columns = TableColumns(table, of: place.listing)
    let isSpanned = table.head.contains { $0.contains { $0.columns > 1 } }
    if isSpanned, !columns.missing.isEmpty { return false }
    // A row above the border that divides head and body.
    let name = columns.titles.first { $0.column == columns.index(of: .platform) }
    return head.count == 1 || name.map { if case .own = $0.meaning { true } else { false } } ?? true
  }

  /// The lines from the heading of a section to the next heading.
  private func lines(from section: Int?) -> ClosedRange<Int> {
    let start =
      section.flatMap { document.sections.indices.contains($0) ? document.sections[$0].range.end.line : nil } ?? 0
    let next = section.map { $0 + 1 } ?? 0
    let end = document.sections.indices.contains(next) ? document.sections[next].range.start.line - 1 : file.lineCount
    return start + 1...max(start + 1, end)
  }

  // MARK: What was torn off

  /// A line that is drawn as part of a table and is in none.
  private func strayLine(in section: ClosedRange<Int>, beside table: Table) -> SourceRange? {
    var isCode = false
    for number in section where number <= file.lineCount {
      let text = text(of: number)
      if document.format == .markdown, text.starts(with: Array("```".utf8)) || text.starts(with: Array("~~~".utf8)) {
        isCode.toggle()
      }
      guard !isCode, !isOfTable[number] else { continue }
      if document.format == .markdown ? isPipeRow(text, of: table, at: number) : Self.isDrawn(text) {
        return lineRange(number)
      }
    }
    return nil
  }

  private static func isDrawn(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, text.count > 2 else { return false }
    if first == UInt8(ascii: "|") { return text.last == first }
    let isGridBorder = text.contains(UInt8(ascii: "+")) && text.allSatisfy { "+-=".utf8.contains($0) }
    let isSimpleBorder = text.contains(UInt8(ascii: " ")) && text.allSatisfy { "= ".utf8.contains($0) }
    return isGridBorder || isSimpleBorder
  }

  private func isPipeRow(_ text: ArraySlice<UInt8>, of table: Table, at line: Int) -> Bool {
    var pipes = 0
    var previous: UInt8 = 0
    for byte in text {
      if byte == UInt8(ascii: "|"), previous != UInt8(ascii: "\\") { pipes += 1 }
      previous = byte
    }
    guard pipes > 0 else { return false }
    let own = TableSpan(table)
    let isBeside = line >= own.first - 2 && line <= own.last + 2
    let isFramed = text.first == UInt8(ascii: "|")
    return isFramed || pipes >= max(isBeside ? 1 : 2, table.columnCount - 1)
  }

  /// A line without the marks of block quotes and white space around it.
  private func text(of number: Int) -> ArraySlice<UInt8> {
    var text = file.line(number).drop { " \t>".utf8.contains($0) }
    while let last = text.last, " \t\r".utf8.contains(last) { text.removeLast() }
    return text
  }

  private func lineRange(_ number: Int) -> SourceRange {
    let line = file.line(number)
    return file.range(line.startIndex..<line.endIndex)
  }

  // MARK: Lists

  /// Where a list goes on that ended for its reader.
  func fault(ofList index: Int) -> SourceRange? {
    let list = document.lists[index]
    if let line = list.items.lazy.compactMap(lazyLine).first { return line }
    var number = TableSpan(list.range).last
    while number > list.range.start.line, text(of: number).isEmpty { number -= 1 }
    number += 1
    guard number <= file.lineCount else { return nil }
    if document.format == .restructuredText, !text(of: number).isEmpty { return lineRange(number) }
    while number < file.lineCount, text(of: number).isEmpty { number += 1 }
    let indentation = file.line(list.range.start.line).prefix { $0 == UInt8(ascii: " ") }.count
    let isOther = document.lists.contains { $0.range.start.line == number && $0.range.start.column > indentation }
    let isNested = file.line(number).prefix { $0 == UInt8(ascii: " ") }.count < indentation
    return isOther && !isNested ? lineRange(number) : nil
  }
}

extension BrokenTables {
  /// A line that is an item's for its reader alone: it stands further left than the item's text.
  private func lazyLine(of item: BulletList.Item) -> SourceRange? {
    guard item.range.start.line < item.range.end.line else { return nil }
    let margin = item.range.start.column - 1
    let line = (item.range.start.line + 1...item.range.end.line).first { number in
      number <= file.lineCount && file.line(number).prefix { " \t>".utf8.contains($0) }.count < margin
    }
    return line.map(lineRange)
  }
}

/// The lines that a table or list takes.
private struct TableSpan {
  let first: Int
  let last: Int

  init(_ table: Table) { self.init(table.range) }

  init(_ range: SourceRange) {
    first = range.start.line
    last = range.end.column == 1 ? max(first, range.end.line - 1) : range.end.line
  }
}

extension DocumentFault.Kind {
  /// Whether rows, borders or the lines beside them are not where they were meant to be.
  fileprivate var isOfGeometry: Bool {
    switch self {
    case .malformedTable, .misalignedBorder, .swallowedTable, .unsettledTables: true
    case .shortTitleUnderline, .invalidText, .nestedTooDeep, .unterminated: false
    }
  }
}
