/// A place in a source file.
///
/// Lines count from 1. Columns count from 1 in **UTF-8 bytes** of the file as it is on disk; an editor's UTF-16 column
/// or a table's display column is computed from it at the edge that needs it.
package struct SourcePosition: Hashable, Comparable, Sendable {
  private let storedLine: UInt32
  private let storedColumn: UInt32

  package var line: Int { Int(storedLine) }
  package var column: Int { Int(storedColumn) }

  package init(line: Int, column: Int) {
    storedLine = UInt32(clamping: line)
    storedColumn = UInt32(clamping: column)
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.storedLine, left.storedColumn) < (right.storedLine, right.storedColumn)
  }
}

extension SourcePosition: CustomStringConvertible {
  package var description: String { "\(line):\(column)" }
}

/// A half-open stretch of a source file, from `start` up to, and without, `end`.
package struct SourceRange: Hashable, Sendable {
  package let start: SourcePosition
  package let end: SourcePosition

  /// A range whose end is never before its start: an `end` that is, gives the empty range at `start`.
  package init(_ start: SourcePosition, _ end: SourcePosition) {
    self.start = start
    self.end = max(start, end)
  }

  /// The empty range at the start of a file, for complaints about the file as a whole.
  package static let fileStart = SourceRange(
    SourcePosition(line: 1, column: 1), SourcePosition(line: 1, column: 1))

  package func contains(_ position: SourcePosition) -> Bool {
    start <= position && position < end
  }

  /// Whether `other` lies wholly inside this range.
  package func contains(_ other: SourceRange) -> Bool {
    start <= other.start && other.end <= end
  }
}

extension SourceRange: CustomStringConvertible {
  package var description: String { "\(start)-\(end)" }
}
