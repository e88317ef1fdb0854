import Diagnostics
import Documents

/// Rewrites rows of a pipe table, with or without pipes at its lines' ends; the other lines stay, filled up where all
/// columns are drawn alike and one has to grow.
struct PipeRewriting {
  private let plan: RewritePlan
  private let source: TableLines
  private let delimiters: PipeLine
  private let existing: [PipeLine]
  private let targets: LinkTargets

  init(
    _ plan: RewritePlan, _ source: TableLines, targets: LinkTargets
  ) throws(RewriteObstacle) {
    self.plan = plan
    self.source = source
    self.targets = targets
    let lines = plan.table.rows.compactMap { row in
      row.first.map { PipeLine(source[$0.range.start.line], textAt: $0.range.start.column - 1) }
    }
    let numbers = plan.table.rows.compactMap { $0.first?.range.start.line }
    let expected = (0..<plan.existingCount).map { $0 == 0 ? source.first : source.first + 1 + $0 }
    let second = source[min(source.first + 1, source.last)]
    delimiters = PipeLine(second, textAt: second.firstIndex { "|-:".utf8.contains($0) } ?? 0)
    guard numbers == expected, delimiters.segments.count == plan.columnCount else {
      throw RewriteObstacle(.unclearColumns, at: plan.table.range)
    }
    // In a table whose lines have no pipe at their ends, a last one that is empty ends with the pipe before it.
    existing = delimiters.isClosed ? lines : lines.map { $0.opened(columns: plan.columnCount) }
  }

  func lines() -> [[UInt8]] {
    let style = existing.count > plan.headRowCount ? existing[existing.count - 1] : delimiters
    var widths = sharedWidths
    let written = plan.rows.map { row in row.isWhole ? nil : segments(of: row, style: style) }
    for row in written {
      for (column, segment) in (row ?? []).enumerated() {
        if let width = widths[column] { widths[column] = max(width, segment.width) }
      }
    }
    var lines: [[UInt8]] = []
    for (row, segments) in zip(plan.rows, written) {
      let old = row.existing.map { existing[$0] }
      if let segments {
        lines.append((old ?? style).line(segments, widths: widths, before: old?.before ?? delimiters.before))
      } else if let old {
        lines.append(old.widened(to: widths))
      }
    }
    lines.insert(delimiters.rule(widenedTo: widths), at: min(1, lines.count))
    return lines
  }

  /// The width that all lines have in a column; nil for a column that is not drawn alike.
  private var sharedWidths: [Int?] {
    (0..<plan.columnCount).map { column in
      let isOpen = column == plan.columnCount - 1 && !delimiters.isClosed
      let width = delimiters.segments[column].width
      let isShared = existing.allSatisfy { line in
        column < line.segments.count && line.segments[column].width == width
      }
      return isShared && !isOpen ? width : nil
    }
  }

  /// Whether the column stands at the start of lines that no `|` begins.
  private func isFirstOpen(_ column: Int) -> Bool { column == 0 && !delimiters.isOpened }

  private func segments(of row: RewritePlan.Row, style: PipeLine) -> [PipeSegment] {
    row.cells.enumerated().map { column, cell in
      let old = row.existing.flatMap { existing[$0].segment(column) }
      let text: String
      switch cell {
      case .kept: return old ?? PipeSegment(raw: " ")
      case .lines(let lines): text = String(decoding: lines.joinedToOne ?? [], as: UTF8.self)
      case .content(let content): text = MarkdownCell.text(of: content, targets: targets)
      }
      let like = [old, style.segment(column), existing.first?.segment(column)].lazy.compactMap { $0 }
        .first { !$0.isEmpty }
      // Where the line below the head is drawn longer than it must be, cells are filled up to it.
      let drawn = delimiters.segments[column].width
      let margins = like?.margins ?? (isFirstOpen(column) ? 0 : 1, 1)
      return PipeSegment(text: text, margins: margins, width: drawn > 3 ? drawn : 0)
    }
  }
}

/// What stands between two pipes, white space included.
private struct PipeSegment {
  let raw: String
  let width: Int

  init(raw: String) {
    self.raw = raw
    width = TextWidth.columns(of: raw)
  }

  /// A cell with white space before it and behind it, and more up to a width.
  init(text: String, margins: (Int, Int), width: Int) {
    let (before, after) = text.isEmpty ? (0, 1) : margins
    let used = TextWidth.columns(of: text) + before + after
    self.init(
      raw: String(repeating: " ", count: before) + text + String(repeating: " ", count: after + max(0, width - used)))
  }

  var isEmpty: Bool { raw.allSatisfy { $0 == " " || $0 == "\t" } }

  /// What stands before its text and behind it, one space at the most.
  var margins: (Int, Int) {
    let before = min(1, raw.prefix { $0 == " " }.count)
    return (before, max(before, min(1, raw.reversed().prefix { $0 == " " }.count)))
  }
}

/// A line of a pipe table, cut at the pipes that no backslash stands before.
private struct PipeLine {
  /// What stands before the row: the marks of block quotes and lists, and indentation.
  let before: [UInt8]
  private(set) var segments: [PipeSegment] = []
  let isOpened: Bool
  /// Whether a pipe ends it.
  private(set) var isClosed = false
  /// White space behind the last pipe.
  private var after: [UInt8] = []

  /// - Parameter start: the offset of the first cell's text.
  init(_ line: [UInt8], textAt start: Int) {
    var pipe = min(max(0, start), line.count)
    if pipe == line.count || line[pipe] != UInt8(ascii: "|") {
      while pipe > 0, line[pipe - 1] == UInt8(ascii: " ") || line[pipe - 1] == UInt8(ascii: "\t") { pipe -= 1 }
      if pipe > 0, line[pipe - 1] == UInt8(ascii: "|") { pipe -= 1 }
    }
    isOpened = pipe < line.count && line[pipe] == UInt8(ascii: "|")
    let first = isOpened ? pipe : min(start, line.count)
    before = Array(line[..<first])
    var parts: [[UInt8]] = [[]]
    var previous: UInt8 = 0
    for byte in line[(isOpened ? first + 1 : first)...] {
      if byte == UInt8(ascii: "|"), previous != UInt8(ascii: "\\") {
        parts.append([])
      } else {
        parts[parts.count - 1].append(byte)
      }
      previous = byte
    }
    if parts.count > 1, let last = parts.last, last.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") })
    {
      isClosed = true
      after = parts.removeLast()
    }
    segments = parts.map { PipeSegment(raw: String(decoding: $0, as: UTF8.self)) }
  }

  /// The line without a pipe at its end, and with an empty cell behind it.
  func opened(columns: Int) -> PipeLine {
    guard isClosed, segments.count + 1 == columns else { return self }
    var line = self
    line.segments.append(PipeSegment(raw: String(decoding: after, as: UTF8.self)))
    line.after = []
    line.isClosed = false
    return line
  }

  func segment(_ column: Int) -> PipeSegment? { segments.indices.contains(column) ? segments[column] : nil }

  /// Other cells in this line's style.
  func line(_ cells: [PipeSegment], widths: [Int?], before: [UInt8]) -> [UInt8] {
    var text = cells.enumerated().map { Self.filled($1, to: widths[$0]) }.joined(separator: "|")
    if !isClosed {
      while text.last == " " { text.removeLast() }
    }
    // Without a pipe before it, an empty cell would be none, and some texts would be another block's mark.
    let opens = isOpened || cells.count < 2 || !Self.mayStartLine(cells[0])
    if !isOpened, !opens {
      while text.first == " " { text.removeFirst() }
    }
    return before + Array(((opens ? "|" : "") + text + (isClosed || cells.count < 2 ? "|" : "")).utf8) + after
  }

  private static func mayStartLine(_ cell: PipeSegment) -> Bool {
    guard let first = cell.raw.first(where: { $0 != " " }) else { return false }
    return first.isLetter || first == "`" || first == "["
  }

  private static func filled(_ cell: PipeSegment, to width: Int?) -> String {
    cell.raw + String(repeating: " ", count: max(0, (width ?? 0) - cell.width))
  }

  func widened(to widths: [Int?]) -> [UInt8] {
    let filled = segments.enumerated().map { Self.filled($1, to: $0 < widths.count ? widths[$0] : nil) }
    return bytes(filled)
  }

  /// The line below the head for other widths.
  func rule(widenedTo widths: [Int?]) -> [UInt8] {
    bytes(
      segments.enumerated().map { column, segment in
        let missing = max(0, (widths[column] ?? 0) - segment.width)
        var rule = segment.raw[...]
        let space = rule.reversed().prefix { $0 == " " }.count
        rule = rule.dropLast(space)
        let mark = rule.last == ":" ? ":" : ""
        return rule.dropLast(mark.count) + String(repeating: "-", count: missing) + mark
          + String(repeating: " ", count: space)
      })
  }

  private func bytes(_ texts: [String]) -> [UInt8] {
    before + Array(((isOpened ? "|" : "") + texts.joined(separator: "|") + (isClosed ? "|" : "")).utf8) + after
  }
}
