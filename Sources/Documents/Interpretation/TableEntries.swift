package import Diagnostics
import Policy

/// Reads the rows of one table of a listing.
struct TableEntries {
  private let table: Table
  private let place: Place
  private let policy: Policy
  private let file: SourceFile
  private let columns: TableColumns
  private let contactsColumn: Int?
  private let furtherColumns: [TableColumns.Further]
  /// Nil where a platform's name tells it from all others: a row without one is a fault there.
  private let variants: TableVariants?
  /// What is written in the cells that are published as something else.
  private let written: [SourceRange: String]

  init(
    _ table: Table, of place: Place, policy: Policy, file: SourceFile, written: [SourceRange: String] = [:]
  ) {
    self.written = written
    self.table = table
    self.place = place
    self.policy = policy
    self.file = file
    columns = TableColumns(table, of: place.listing)
    contactsColumn = columns.index(of: .contacts) ?? columns.unaskedContacts(policy)
    furtherColumns = columns.further(besides: contactsColumn)
    variants =
      policy.identity.contains(.notes) ? TableVariants(table, names: columns.indices(of: .platform), file: file) : nil
  }

  func append(to rows: inout [LocatedRow]) {
    let first = rows.count
    rows.reserveCapacity(first + max(0, table.meantRows.count - columns.firstEntry))
    // For each column, the cell that reaches down into the row, and the first row that it does not reach.
    var reaching = [(cell: TableCell, end: Int)?](repeating: nil, count: table.columnCount)
    for (index, cells) in table.meantRows.enumerated() {
      for cell in cells where reaching.indices.contains(cell.column) {
        reaching[cell.column] = (cell, index + cell.rows)
      }
      guard index >= columns.firstEntry else { continue }
      let line = reaching.map { $0.flatMap { $0.end > index ? $0.cell : nil } }
      guard let range = Self.range(of: cells), isListed(line) else { continue }
      if let variants = variants?.variants(of: cells) {
        for (number, cells) in variants.enumerated() {
          append(cells[...], to: &rows, name: number > 0 ? rows.last?.platform.text : nil)
        }
      } else if isVariant(line, cells), rows.count > first {
        rows.append(entry(line, cells, range: range, name: rows.last?.platform.text))
      } else if continues(line, cells), rows.count > first {
        // A cell that reaches down from the rows above has been read with them.
        guard cells.contains(where: { $0.column == contactsColumn }) else { continue }
        rows[rows.count - 1].contacts += contacts(line, cells)
      } else {
        rows.append(entry(line, cells, range: range))
      }
    }
  }

  /// Appends a row that shares no cell with another.
  private func append(_ cells: ArraySlice<TableCell>, to rows: inout [LocatedRow], name: String?) {
    guard let range = Self.range(of: cells) else { return }
    var line = [TableCell?](repeating: nil, count: table.columnCount)
    for cell in cells where line.indices.contains(cell.column) { line[cell.column] = cell }
    rows.append(entry(line, cells, range: range, name: name))
  }

  /// Whether the row has notes of its own and its name in the row above.
  private func isVariant(_ line: [TableCell?], _ cells: ArraySlice<TableCell>) -> Bool {
    guard variants != nil, let notes = columns.index(of: .notes),
      cells.contains(where: { $0.column == notes && !$0.text.isEmpty })
    else { return false }
    let names = columns.indices(of: .platform)
    return !names.isEmpty
      && names.allSatisfy { column in
        !cells.contains { $0.column == column && !$0.text.isEmpty }
      }
  }

  /// Whether the platform's cells are those of the row above: then both rows are one platform's.
  private func continues(_ line: [TableCell?], _ cells: ArraySlice<TableCell>) -> Bool {
    let platformColumns = columns.indices(of: .platform)
    return !platformColumns.isEmpty
      && platformColumns.allSatisfy { column in
        !cells.contains { $0.column == column } && cell(column, in: line)?.text.isEmpty == false
      }
  }

  private func isListed(_ line: [TableCell?]) -> Bool {
    guard let filter = place.listing.rowFilter else { return true }
    return cell(columns.rowFilterColumn, in: line)?.text.folded == filter.text.folded
  }

  /// - Parameter name: of a variant, what the row above calls the platform.
  private func entry(
    _ line: [TableCell?], _ cells: ArraySlice<TableCell>, range: SourceRange, name: String? = nil
  ) -> LocatedRow {
    let notes = cell(columns.index(of: .notes), in: line).flatMap { $0.text.isEmpty ? nil : $0 }
    let contactsCell = cell(contactsColumn, in: line)
    let start = SourceRange(range.start, range.start)
    let platform =
      name.map { LocatedText($0, at: notes?.range ?? start) } ?? platform(line) ?? LocatedText("", at: start)
    return LocatedRow(
      place: place,
      platform: platform,
      notes: notes.map(Self.located),
      contacts: contacts(line, cells),
      contactsCell: contactsCell.map { LocatedText(meant($0), at: $0.range) },
      columns: furtherColumns.compactMap { column in
        cell(column.index, in: line).map {
          ListedColumn(title: column.title, role: column.role, cell: Self.located($0))
        }
      },
      identity: policy.identity.map { role in
        role == .platform ? platform.text : Self.joined(texts(of: role, in: line), by: ", ")
      },
      isVariant: name != nil, range: range)
  }

  /// The label, of as many columns as name the platform; empty where its first cell is.
  private func platform(_ line: [TableCell?]) -> LocatedText? {
    guard let first = cell(columns.index(of: .platform), in: line) else { return nil }
    let texts = texts(of: .platform, in: line).filter { !$0.isEmpty }
    return LocatedText(meant(first).isEmpty ? "" : Self.joined(texts, by: " "), at: first.range)
  }

  /// One text, as is usual, stays the same in memory.
  private static func joined(_ texts: [String], by separator: String) -> String {
    texts.count == 1 ? texts[0] : texts.joined(separator: separator)
  }

  private func texts(of role: ColumnRole, in line: [TableCell?]) -> [String] {
    columns.indices(of: role).compactMap { cell($0, in: line) }.map { role == .platform ? meant($0) : $0.text }
      .map { role == .platform && table.kind == .pipe ? $0.withoutFootnotes : $0 }
  }

  private func contacts(_ line: [TableCell?], _ cells: ArraySlice<TableCell>) -> [LocatedText] {
    guard let cell = cell(contactsColumn, in: line), !meant(cell).isEmpty else { return [] }
    let next = cells.first { $0.column > cell.column }?.range.start
    let lines = CellLines(cell.range, kind: table.kind, next: next).offsets(in: file)
    return ContactNames.read(meant(cell), in: SourceWords(lines, in: file), whole: cell.range)
  }

  /// The name in a cell of names, which is no list's item whatever it begins with.
  private func meant(_ cell: TableCell) -> String {
    written.isEmpty ? cell.text : written[cell.range] ?? cell.text
  }

  private func cell(_ column: Int?, in line: [TableCell?]) -> TableCell? {
    guard let column, line.indices.contains(column) else { return nil }
    return line[column]
  }

  private static func located(_ cell: TableCell) -> LocatedText { LocatedText(cell.text, at: cell.range) }

  private static func range(of cells: ArraySlice<TableCell>) -> SourceRange? {
    guard let first = cells.first else { return nil }
    return SourceRange(first.range.start, cells.map { $0.range.end }.max() ?? first.range.end)
  }
}

extension TableColumns {
  /// A column with the title that other listings of the policy have for contacts, where this listing has none.
  fileprivate func unaskedContacts(_ policy: Policy) -> Int? {
    let titled = policy.places.lazy.flatMap { $0.listing.columns }.filter { $0.role == .contacts }
    return titles.first { title in
      title.meaning == .unknown && titled.contains { $0.isTitled(title.text.text) }
    }?.column
  }
}

/// The lines of a cell in the source: a cell of a drawn table shares its lines with its neighbours.
package struct CellLines {
  let range: SourceRange
  let kind: Table.Kind
  /// Where the cell to the right begins.
  let next: SourcePosition?

  package init(_ range: SourceRange, kind: Table.Kind, next: SourcePosition?) {
    self.range = range
    self.kind = kind
    self.next = next
  }

  /// The byte offsets of each line's part, one for all lines where they are the cell's alone.
  package func offsets(in file: SourceFile) -> [Range<Int>] {
    let whole = file.offsets(of: range)
    guard kind == .grid || kind == .simple, range.start.line < range.end.line else { return [whole] }
    let left = Self.columns(of: file.line(range.start.line).prefix(max(0, range.start.column - 1)))
    let right = next.map { rightBorder(before: $0, in: file) }
    return (range.start.line...range.end.line).map { number in
      let line = file.line(number)
      let start = number == range.start.line ? range.start.column - 1 : Self.bytes(in: line, of: left)
      var end = number == range.end.line ? min(range.end.column - 1, line.count) : line.count
      if kind == .simple, let right { end = min(end, Self.bytes(in: line, of: right)) }
      let part = line.dropFirst(start).prefix(max(0, end - start))
      return part.startIndex..<(kind == .grid ? gridEnd(of: part, in: line, right: right) : part.endIndex)
    }
  }

  /// The display column at which the cell ends: of a grid's border, or where the next cell begins.
  private func rightBorder(before next: SourcePosition, in file: SourceFile) -> Int {
    let before = file.line(next.line).prefix(max(0, next.column - 1))
    let border = kind == .grid ? before.lastIndex(of: Self.bar) : nil
    return Self.columns(of: border.map { before[..<$0] } ?? before)
  }

  /// A cell's text may have a `|` of its own. Where no border stands in the next cell's column, as in a table whose lines
  /// do not match, the first one is taken for it.
  private func gridEnd(of part: ArraySlice<UInt8>, in line: ArraySlice<UInt8>, right: Int?) -> Int {
    guard let right else {
      let hasBorder = part.endIndex == line.endIndex && part.last == Self.bar
      return hasBorder ? part.endIndex - 1 : part.endIndex
    }
    let border = line.startIndex + Self.bytes(in: line, of: right)
    if border >= part.endIndex, part.endIndex < line.endIndex { return part.endIndex }
    if part.indices.contains(border), part[border] == Self.bar { return border }
    return part.firstIndex(of: Self.bar) ?? part.endIndex
  }

  private static let bar = UInt8(ascii: "|")

  private static func columns(of text: ArraySlice<UInt8>) -> Int {
    text.isASCII ? text.count : String(decoding: text, as: UTF8.self).unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }

  /// How many bytes the first display columns have, as many as are asked for.
  private static func bytes(in line: ArraySlice<UInt8>, of count: Int) -> Int {
    if line.prefix(count).isASCII { return min(count, line.count) }
    var column = 0
    var bytes = 0
    for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
      if column >= count { return bytes }
      column += columns(of: scalar)
      bytes += scalar.utf8.count
    }
    return line.count
  }

  /// As docutils counts: wide characters take two columns, combining ones none.
  private static func columns(of scalar: Unicode.Scalar) -> Int {
    TextWidth.isWide(scalar.value) ? 2 : TextWidth.isCombining(scalar.value) ? 0 : 1
  }
}

extension ArraySlice<UInt8> {
  fileprivate var isASCII: Bool { allSatisfy { $0 < 0x80 } }
}
