/// Columns of a file as editors and code hosts count them: in UTF-16 code units, from 1, without a byte order mark.
///
/// Bytes that are not UTF-8 count as the U+FFFD that is shown for them.
struct UTF16Columns {
  private let file: SourceFile
  /// For each `step` bytes of the file the first character from there on, and the code units before it.
  private var checkpoints: [(offset: Int, units: Int)] = []
  private static let step = 1024

  /// Walks through the file once, so that a column costs the same in a line of any length.
  init(of file: SourceFile) {
    self.file = file
    let bytes = file.bytes[...]
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var units = 0
    while index < bytes.endIndex {
      if index >= checkpoints.count * Self.step { checkpoints.append((index, units)) }
      let (scalar, length) = UTF8Decoding.scalar(in: bytes, at: index)
      units += Self.units(of: scalar)
      index += length
    }
  }

  func column(of position: SourcePosition) -> Int {
    let line = file.line(position.line)
    let offset = min(file.offset(of: position), line.endIndex)
    guard position.line <= file.lineCount, offset > line.startIndex else { return 1 }
    return units(before: offset) - units(before: line.startIndex) + 1
  }

  private func units(before offset: Int) -> Int {
    guard let first = checkpoints.first, offset > first.offset else { return 0 }
    var (index, units) = checkpoints[min(offset / Self.step, checkpoints.count - 1)]
    if index > offset { (index, units) = checkpoints[max(0, offset / Self.step - 1)] }
    while index < offset {
      let (scalar, length) = UTF8Decoding.scalar(in: file.bytes[...], at: index)
      units += Self.units(of: scalar)
      index += length
    }
    return units
  }

  private static func units(of scalar: Unicode.Scalar?) -> Int {
    (scalar?.value ?? 0xFFFD) > 0xFFFF ? 2 : 1
  }
}

/// Where a finding is, as other programs count.
struct UTF16Range {
  let startLine: Int
  let startColumn: Int
  let endLine: Int
  /// The first column behind the range.
  let endColumn: Int
}

/// The checked files with their columns, each counted when it is first asked for.
struct ColumnConverter {
  private let files: [String: SourceFile]
  private var columns: [String: UTF16Columns] = [:]

  init(_ files: [String: SourceFile]) {
    self.files = files
  }

  /// The range in code units; unchanged where the file is not at hand.
  mutating func convert(_ range: SourceRange, in path: String) -> UTF16Range {
    let counted = counted(path)
    return UTF16Range(
      startLine: range.start.line, startColumn: counted?.column(of: range.start) ?? range.start.column,
      endLine: range.end.line, endColumn: counted?.column(of: range.end) ?? range.end.column)
  }

  private mutating func counted(_ path: String) -> UTF16Columns? {
    if let known = columns[path] { return known }
    guard let file = files[path] else { return nil }
    let new = UTF16Columns(of: file)
    columns[path] = new
    return new
  }
}
