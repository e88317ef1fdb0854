package import Diagnostics

/// The rows of one platform that a simple table draws as one: below a blank line the first column stays blank, and the
/// others go on with what holds of the platform's next variant.
///
/// docutils reads one row with a paragraph for each variant in its cells.
package struct TableVariants {
  private let table: Table
  private let file: SourceFile
  /// The columns that name the platform.
  private let names: [Int]

  package init(_ table: Table, names: [Int], file: SourceFile) {
    self.table = table
    self.names = names
    self.file = file
  }

  /// The cells of each variant, from left to right; nil for a row that is one platform's.
  package func variants(of cells: ArraySlice<TableCell>) -> [[TableCell]]? {
    guard table.kind == .simple, let first = cells.map({ $0.range.start.line }).min(),
      let last = cells.map({ $0.range.end.line }).max(), first < last
    else { return nil }
    let starts = starts(first, last)
    guard starts.count > 1 else { return nil }
    var variants = [[TableCell]](repeating: [], count: starts.count)
    for (index, cell) in zip(cells.indices, cells) {
      let next = index + 1 < cells.endIndex ? cells[index + 1].range.start : nil
      guard cell.columns == 1, cell.rows == 1, let parts = parts(of: cell, next: next, starts) else { return nil }
      if names.contains(cell.column), parts.dropFirst().contains(where: { $0 != nil }) { return nil }
      for (number, part) in parts.enumerated() {
        if let part {
          variants[number].append(part)
        } else if !names.contains(cell.column) {
          variants[number].append(empty(cell, on: starts[number]))
        }
      }
    }
    return variants.allSatisfy { $0.contains { !$0.text.isEmpty } } ? variants : nil
  }

  private func empty(_ cell: TableCell, on line: Int) -> TableCell {
    let column = min(cell.range.start.column, file.line(line).count + 1)
    let place = SourcePosition(line: line, column: column)
    return TableCell(text: "", range: SourceRange(place, place), column: cell.column)
  }

  /// The first line of each stretch of lines that no blank line divides.
  private func starts(_ first: Int, _ last: Int) -> [Int] {
    var starts: [Int] = []
    var isBlank = true
    for line in first...last {
      let isNextBlank = file.line(line).allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == 0x0D }
      if isBlank, !isNextBlank { starts.append(line) }
      isBlank = isNextBlank
    }
    return starts
  }

  /// What stands of a cell in each stretch; nil where its text cannot be divided: markup may have spaces that the text
  /// has not.
  private func parts(of cell: TableCell, next: SourcePosition?, _ starts: [Int]) -> [TableCell?]? {
    let lines = CellLines(cell.range, kind: .simple, next: next).offsets(in: file)
    guard lines.count == cell.range.end.line - cell.range.start.line + 1 else { return nil }
    var words = cell.text[...].words[...]
    var parts: [TableCell?] = []
    for (number, start) in starts.enumerated() {
      let end = number + 1 < starts.count ? starts[number + 1] : Int.max
      let own = lines.enumerated().filter { (start..<end).contains(cell.range.start.line + $0.offset) }.map {
        $0.element
      }
      let written = own.flatMap {
        file.bytes[$0].split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == 0x0D }
      }
      guard let first = written.first, let last = written.last else {
        parts.append(nil)
        continue
      }
      guard written.count <= words.count else { return nil }
      parts.append(
        TableCell(
          text: words.prefix(written.count).spaced, range: file.range(first.startIndex..<last.endIndex),
          column: cell.column))
      words = words.dropFirst(written.count)
    }
    return words.isEmpty ? parts : nil
  }
}
