/// The difference between two versions of a file, as `diff -u` prints it and `patch -p1` and `git apply` take it.
package enum UnifiedDiff {
  /// - Parameter path: the name of both, shown below `a/` and `b/`.
  /// - Returns: nothing when they are equal.
  package static func compare(_ old: [UInt8], _ new: [UInt8], path: String) -> [UInt8] {
    guard old != new else { return [] }
    let oldLines = lines(of: old)
    let newLines = lines(of: new)
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func number(_ line: ArraySlice<UInt8>) -> Int {
      if let known = numbers[line] { return known }
      numbers[line] = numbers.count
      return numbers.count - 1
    }
    let comparison = LineComparison(old: oldLines.map(number), new: newLines.map(number))
    var output = header("---", "a", path) + header("+++", "b", path)
    for hunk in hunks(of: comparison.changes) { append(hunk, oldLines, newLines, to: &output) }
    return output
  }

  private static let context = 3

  /// Changes so near to each other that their context would meet share a hunk.
  private static func hunks(of changes: [LineComparison.Change]) -> [[LineComparison.Change]] {
    var hunks: [[LineComparison.Change]] = []
    for change in changes {
      if let last = hunks.last?.last, change.old.lowerBound - last.old.upperBound <= 2 * context {
        hunks[hunks.count - 1].append(change)
      } else {
        hunks.append([change])
      }
    }
    return hunks
  }

  private static func append(
    _ hunk: [LineComparison.Change], _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>], to output: inout [UInt8]
  ) {
    guard let first = hunk.first, let last = hunk.last else { return }
    let before = min(context, first.old.lowerBound)
    let after = min(context, old.count - last.old.upperBound)
    let oldRange = (first.old.lowerBound - before)..<(last.old.upperBound + after)
    let newRange = (first.new.lowerBound - before)..<(last.new.upperBound + after)
    output += Array("@@ -\(place(oldRange)) +\(place(newRange)) @@\n".utf8)
    var offset = oldRange.lowerBound
    for change in hunk {
      append(old[offset..<change.old.lowerBound], marked: " ", to: &output)
      append(old[change.old], marked: "-", to: &output)
      append(new[change.new], marked: "+", to: &output)
      offset = change.old.upperBound
    }
    append(old[offset..<oldRange.upperBound], marked: " ", to: &output)
  }

  /// `first,count`; a lone line has no count, and no line the number of the one before it.
  private static func place(_ lines: Range<Int>) -> String {
    switch lines.count {
    case 0: "\(lines.lowerBound),0"
    case 1: "\(lines.lowerBound + 1)"
    default: "\(lines.lowerBound + 1),\(lines.count)"
    }
  }

  private static func append(
    _ lines: ArraySlice<ArraySlice<UInt8>>, marked mark: Unicode.Scalar, to output: inout [UInt8]
  ) {
    for line in lines {
      output.append(UInt8(ascii: mark))
      output += line
      if line.last != lineFeed { output += Array("\n\\ No newline at end of file\n".utf8) }
    }
  }

  /// The lines with their LF, the only line ending that `patch` knows.
  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: lineFeed).map { $0 + 1 } ?? bytes.count
      lines.append(bytes[start..<end])
      start = end
    }
    return lines
  }

  /// A name with control characters, quotes or backslashes is quoted as in C; one with spaces ends with a tab. Both are
  /// git's habits, and what `patch` reads.
  private static func header(_ mark: String, _ prefix: String, _ path: String) -> [UInt8] {
    let name = prefix + (path.hasPrefix("/") ? path : "/" + path)
    guard name.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == quote || $0 == backslash }) else {
      return Array("\(mark) \(name)\(name.contains(" ") ? "\t" : "")\n".utf8)
    }
    return Array("\(mark) \"".utf8) + name.utf8.flatMap(quoted) + Array("\"\n".utf8)
  }

  private static func quoted(_ byte: UInt8) -> [UInt8] {
    switch byte {
    case quote, backslash: return [backslash, byte]
    case 0x20..<0x7F, 0x80...: return [byte]
    default: return [backslash] + [byte >> 6, byte >> 3 & 7, byte & 7].map { $0 + UInt8(ascii: "0") }
    }
  }

  private static let lineFeed = UInt8(ascii: "\n")
  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")
}
