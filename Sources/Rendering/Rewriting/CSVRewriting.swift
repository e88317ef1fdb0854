import Diagnostics
import Documents

/// Rewrites records of a `csv-table`; the directive's own lines and the other records stay.
struct CSVRewriting {
  private let plan: RewritePlan
  private let source: TableLines
  private let file: SourceFile
  /// The lines on which the records below the directive's head begin, by row.
  private let starts: [Int]
  /// How many rows stand in the `header` option.
  private let optionRows: Int

  init(_ plan: RewritePlan, _ source: TableLines, _ file: SourceFile) throws(RewriteObstacle) {
    self.plan = plan
    self.source = source
    self.file = file
    let all = source.all
    let options = all.dropFirst().prefix { !$0.allSatisfy { $0 == UInt8(ascii: " ") } }
    for option in options {
      let text = option.drop { $0 == UInt8(ascii: " ") }
      for name in ["delim", "quote", "escape", "keepspace"] where text.starts(with: Array(":\(name):".utf8)) {
        throw RewriteObstacle(.dialect(name), at: plan.table.range)
      }
    }
    let content = source.first + 1 + options.count
    let lines = plan.table.rows.map { $0.first?.range.start.line ?? 0 }
    optionRows = lines.prefix { $0 < content }.count
    starts = Array(lines.dropFirst(optionRows))
    guard zip(starts, starts.dropFirst()).allSatisfy(<), optionRows <= plan.headRowCount else {
      throw RewriteObstacle(.unclearColumns, at: plan.table.range)
    }
  }

  func lines(targets: inout LinkTargets) throws(RewriteObstacle) -> [[UInt8]] {
    let first = starts.first ?? source.last + 1
    var lines = (source.first..<first).map { source[$0] }
    let margin = starts.first.map { Array(source[$0].prefix { $0 == UInt8(ascii: " ") }) } ?? Array("   ".utf8)
    for row in plan.completedRows.dropFirst(optionRows) {
      if row.isWhole, let existing = row.existing {
        let index = existing - optionRows
        let end = index + 1 < starts.count ? starts[index + 1] : source.last + 1
        lines += (starts[index]..<end).map { source[$0] }
      } else {
        var fields: [[UInt8]] = []
        for (column, cell) in row.cells.enumerated() { fields.append(try field(cell, column, row, &targets)) }
        lines.append(margin + Array(fields.joined(separator: Array(", ".utf8))))
      }
    }
    return lines
  }

  private func field(
    _ cell: RewritePlan.Cell, _ column: Int, _ row: RewritePlan.Row, _ targets: inout LinkTargets
  ) throws(RewriteObstacle) -> [UInt8] {
    let text: [UInt8]?
    switch cell {
    case .kept:
      guard let standing = row.existing.flatMap({ plan.table.rows[$0].first { $0.column == column } }) else {
        return []
      }
      let offsets = file.offsets(of: standing.range)
      let isQuoted = offsets.lowerBound > 0 && file.bytes[offsets.lowerBound - 1] == UInt8(ascii: "\"")
      let quotes = isQuoted ? [UInt8(ascii: "\"")] : []
      guard standing.range.start.line == standing.range.end.line else {
        throw RewriteObstacle(.severalLines, at: standing.range)
      }
      return quotes + file.bytes[offsets] + quotes
    case .lines(let lines): text = lines.joinedToOne
    case .content(let content):
      text = RSTLine.wrap(RSTCell.words(of: content, targets: &targets), limit: .max).first ?? []
    }
    guard let text else { throw RewriteObstacle(.severalLines, at: plan.range(of: row)) }
    return Self.field(text)
  }

  private static func field(_ text: [UInt8]) -> [UInt8] {
    let quote = UInt8(ascii: "\"")
    guard text.isEmpty || text.contains(where: { $0 == quote || $0 == UInt8(ascii: ",") }) else { return text }
    return [quote] + text.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
  }
}
