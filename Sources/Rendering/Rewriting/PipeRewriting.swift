import Diagnostics
import Documents

/// Rewrites the rows of a pipe table; the row of hyphens keeps its alignments.
struct PipeRewriting {
  private let plan: RewritePlan
  private let source: TableLines
  private let file: SourceFile
  private let table: Table
  private let targets: LinkTargets
  /// What stands before each line's first cell, of a block quote or a list.
  private let prefix: [UInt8]

  init(_ plan: RewritePlan, _ source: TableLines, _ file: SourceFile, _ table: Table, targets: LinkTargets) {
    self.plan = plan
    self.file = file
    self.table = table
    self.source = source
    self.targets = targets
    prefix = Array(source[source.first + 1].prefix { !"|-:".utf8.contains($0) })
  }

  func lines() -> [[UInt8]] {
    let delimiters = PipeLine(source[source.first + 1].dropFirst(prefix.count))
    let existing = (0..<plan.existingCount).map { PipeLine(source[lineNumber($0)].dropFirst(prefix.count)) }
    let isAligned = existing.allSatisfy { $0.widths == delimiters.widths } && delimiters.cells.count == plan.columnCount
    var widths = isAligned ? delimiters.widths.map { $0 - 2 } : Array(repeating: 0, count: plan.columnCount)
    let cells = plan.rows.map { self.cells(of: $0) }
    guard isAligned else { return written(cells, delimiters: source[source.first + 1], widths: widths) }
    for row in cells {
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], TextWidth.columns(of: cell)) }
    }
    let isSame = widths == delimiters.widths.map { $0 - 2 }
    let line = isSame ? source[source.first + 1] : prefix + Self.rule(delimiters, widths: widths)
    return written(cells, delimiters: line, widths: widths, isKeeping: isSame)
  }

  private func lineNumber(_ row: Int) -> Int { row == 0 ? source.first : source.first + 1 + row }

  private func cells(of row: RewritePlan.Row) -> [String] {
    row.cells.enumerated().map { column, content in
      if row.isKept[column], let index = row.existing,
        let cell = table.rows[index].first(where: { $0.column == column })
      {
        return file.text(in: cell.range)
      }
      return MarkdownCell.text(of: content, targets: targets)
    }
  }

  private func written(
    _ cells: [[String]], delimiters: [UInt8], widths: [Int], isKeeping: Bool = true
  ) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    for (row, cells) in zip(plan.rows, cells) {
      if isKeeping, row.isWhole, let existing = row.existing {
        lines.append(source[lineNumber(existing)])
      } else {
        // A list's marker stands before the header alone.
        let before = row.existing == 0 ? source[source.first].prefix(prefix.count) : prefix[...]
        lines.append(before + PipeTable.line(cells, widths: widths))
      }
    }
    lines.insert(delimiters, at: min(1, lines.count))
    return lines
  }

  /// The row of hyphens for other widths, with space around its cells if it has some.
  private static func rule(_ old: PipeLine, widths: [Int]) -> [UInt8] {
    let isTight = zip(old.cells, old.widths).allSatisfy { $0.utf8.count == $1 }
    guard isTight else {
      return PipeTable.line(zip(old.cells, widths).map { widened($0, to: $1) }, widths: widths)
    }
    return Array(zip(old.cells, widths).map { "|" + widened($0, to: $1 + 2) }.joined().utf8) + [UInt8(ascii: "|")]
  }

  private static func widened(_ rule: String, to width: Int) -> String {
    let missing = String(repeating: "-", count: max(0, width - rule.count))
    return rule.hasSuffix(":") ? rule.dropLast() + missing + ":" : rule + missing
  }
}

/// A line of a pipe table, cut at the pipes that no backslash stands before.
private struct PipeLine {
  /// Without white space around them.
  private(set) var cells: [String] = []
  /// The columns between the pipes; empty where the line does not begin and end with one.
  private(set) var widths: [Int] = []

  init(_ line: ArraySlice<UInt8>) {
    var parts: [[UInt8]] = [[]]
    var previous: UInt8 = 0
    for byte in line {
      if byte == UInt8(ascii: "|"), previous != UInt8(ascii: "\\") {
        parts.append([])
      } else {
        parts[parts.count - 1].append(byte)
      }
      previous = byte
    }
    let isClosed = parts.count > 2 && [parts[0], parts[parts.count - 1]].allSatisfy { Self.trimmed($0).isEmpty }
    if Self.trimmed(parts[0]).isEmpty, parts.count > 1 { parts.removeFirst() }
    if parts.count > 1, Self.trimmed(parts[parts.count - 1]).isEmpty { parts.removeLast() }
    cells = parts.map { String(decoding: Self.trimmed($0), as: UTF8.self) }
    if isClosed { widths = parts.map { TextWidth.columns(of: String(decoding: $0, as: UTF8.self)) } }
  }

  private static func trimmed(_ part: [UInt8]) -> ArraySlice<UInt8> {
    var rest = part.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    while let last = rest.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\t") { rest.removeLast() }
    return rest
  }
}
