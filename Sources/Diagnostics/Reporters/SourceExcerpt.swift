/// The line of a finding as it is shown: harmless, cut around the place, and with carets under it.
struct SourceExcerpt {
  /// The line, tabs expanded.
  let text: String
  /// How many display columns stand before the carets.
  let indentation: Int
  let carets: String
  /// Where the finding ends, when that is on a later line.
  let continuation: String

  /// - Parameter width: how many display columns of a line are shown; a third of them before the place.
  /// - Returns: nil when the file has no such line.
  init?(of range: SourceRange, in file: SourceFile, width: Int) {
    let reach = Self.reach * width
    guard (1...max(1, file.lineCount)).contains(range.start.line), file.lineCount > 0 else { return nil }
    let line = file.line(range.start.line)
    let isOneLine = range.end.line == range.start.line
    let start = min(line.startIndex + max(range.start.column - 1, 0), line.endIndex)
    let end = isOneLine ? min(line.startIndex + max(range.end.column - 1, 0), line.endIndex) : line.endIndex

    let before = Self.shown(line[Self.windowStart(before: start, reach: reach, in: line)..<start])
    let flagged = Self.shown(line[start..<Self.windowEnd(after: start, reach: reach, in: line[..<max(start, end)])])
    let after = Self.shown(line[max(start, end)..<Self.windowEnd(after: max(start, end), reach: reach, in: line)])

    let all = TextWidth.columns(of: before + flagged + after)
    let head = all <= width ? before : Self.suffix(of: before, columns: width / 3)
    indentation = TextWidth.columns(of: head)
    let body = TextWidth.prefix(of: flagged, columns: width - indentation)
    let bodyWidth = TextWidth.columns(of: body)
    let tail = body == flagged ? TextWidth.prefix(of: after, columns: width - indentation - bodyWidth) : ""
    text = Self.trimmingEnd(head + body + tail)
    carets = String(decoding: [UInt8](repeating: UInt8(ascii: "^"), count: max(1, bodyWidth)), as: UTF8.self)
    continuation = isOneLine ? "" : " … to \(range.end)"
  }

  private static func shown(_ bytes: ArraySlice<UInt8>) -> String {
    VisibleText.of(bytes: bytes, tab: "    ")
  }

  /// How many bytes a column may take, a few combining marks included.
  private static let reach = 4

  /// Far enough back for what is shown, at the start of a character; a line may have a hundred megabytes.
  private static func windowStart(before index: Int, reach: Int, in line: ArraySlice<UInt8>) -> Int {
    var start = max(line.startIndex, index - reach)
    while start > line.startIndex, start < index, line[start] & 0xC0 == 0x80 { start += 1 }
    return start
  }

  private static func windowEnd(after index: Int, reach: Int, in line: ArraySlice<UInt8>) -> Int {
    var end = min(line.endIndex, index + reach)
    while end > index, end < line.endIndex, line[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }

  private static func suffix(of text: String, columns: Int) -> String {
    guard TextWidth.columns(of: text) > columns else { return text }
    var start = text.endIndex
    var width = 1
    while start > text.startIndex {
      let index = text.index(before: start)
      width += TextWidth.columns(of: text[index])
      if width > columns { break }
      start = index
    }
    return "…" + String(text[start...])
  }

  private static func trimmingEnd(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }
}
