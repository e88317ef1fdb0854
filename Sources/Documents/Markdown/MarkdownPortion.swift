import Diagnostics

/// Lines of a document as libcmark is given them, and what they are numbered in the file.
struct MarkdownPortion {
  /// A line's indentation and container marks are given up to this length, and of blank lines that follow each other this
  /// many: to libcmark a line costs as much as containers are open, and no one line may open any number of them.
  private static let limits = (prefix: 256, blankLines: 4)
  /// Of longer lines, the end is given without what may be markup: libcmark needs some hundred times its size in memory.
  private static let lineLimit = 1 << 16

  /// Of each line that libcmark is given, its number in the file.
  private var numbers: [Int]
  private(set) var lastLine: Int

  init(firstLine: Int) {
    // An empty line comes first, since libcmark would leave out a byte order mark.
    numbers = [firstLine - 1]
    lastLine = firstLine - 1
  }

  /// The number in the file of a line that libcmark names.
  func line(_ number: Int) -> Int { numbers[min(max(number, 1), numbers.count) - 1] }

  /// Whether a line that libcmark would name is behind the last one.
  func isPastEnd(_ number: Int) -> Bool { number > numbers.count }

  /// Adds the lines up to one; call it once.
  ///
  /// - Returns: their bytes, in order.
  mutating func take(
    _ file: SourceFile, to end: Int, _ replacements: [Int: BlockReader.Replacement]
  ) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = [[.lineFeed]]
    var start = file.lineOffsets(lastLine + 1).lowerBound
    var blankLines = 0
    for number in (lastLine + 1)...end {
      let line = file.lineOffsets(number)
      let next = number < file.lineCount ? file.lineStarts[number] : file.bytes.count
      let prefix = file.bytes[line].prefix { $0.isPrefixByte }.endIndex
      blankLines = prefix == line.upperBound && file.bytes.trimmed(line).isEmpty ? blankLines + 1 : 0
      if let replacement = replacements[number] {
        pieces += [file.bytes[start..<line.lowerBound], replacement.text[...]]
        start = next
      } else if blankLines > Self.limits.blankLines {
        pieces.append(file.bytes[start..<line.lowerBound])
        start = next
        continue
      } else if prefix - line.lowerBound > Self.limits.prefix {
        pieces.append(file.bytes[start..<line.lowerBound + Self.limits.prefix])
        start = prefix
      }
      if line.upperBound - max(start, prefix) > Self.lineLimit {
        let end = max(start, prefix) + Self.lineLimit
        pieces += [file.bytes[start..<end], plain(file.bytes[end..<line.upperBound])]
        start = line.upperBound
      }
      numbers.append(number)
    }
    lastLine = end
    pieces.append(file.bytes[start..<(end < file.lineCount ? file.lineStarts[end] : file.bytes.count)])
    return pieces
  }
}

/// As many bytes, of which those are left that end an HTML block.
private func plain(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var text = text
  for offset in text.indices where "*_`[!&\\".utf8.contains(text[offset]) { text[offset] = UInt8(ascii: "x") }
  return text
}

extension UInt8 {
  /// Whether indentation and the marks of containers consist of it.
  fileprivate var isPrefixByte: Bool {
    isSpaceOrTab || self == .greaterThan || self == .hyphen || self == .plus || self == UInt8(ascii: "*")
      || isASCIIDigit || self == UInt8(ascii: ".") || self == UInt8(ascii: ")")
  }
}
