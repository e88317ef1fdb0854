import Diagnostics

/// The YAML block at the very start of a file, between two lines `---`.
///
/// CommonMark knows none: it reads a thematic break, and an underlined heading of the last lines. GitHub shows it as a table
/// and site generators take the page's metadata from it, so a reader of the page never sees that heading.
enum FrontMatter {
  /// The number of the `---` that closes it, if what is between reads as keys and values.
  static func closingLine(of file: SourceFile) -> Int? {
    guard isFence(file, 1) else { return nil }
    var hasField = false
    for number in stride(from: 2, through: file.lineCount, by: 1) {
      let line = file.lineOffsets(number)
      if isFence(file, number) { return hasField ? number : nil }
      guard let first = line.first.map({ file.bytes[$0] }) else { continue }
      let isContinuation = first.isSpaceOrTab || first == .hyphen || first == UInt8(ascii: "#")
      if field(file, number) != nil { hasField = true } else if !hasField || !isContinuation { return nil }
    }
    return nil
  }

  /// The `key: value` lines of the front matter that ends at a line.
  static func fields(of file: SourceFile, to closingLine: Int) -> [HeaderField] {
    stride(from: 2, to: closingLine, by: 1).compactMap { number in
      guard let (key, value) = field(file, number) else { return nil }
      var text = value
      let quotes: [UInt8] = [UInt8(ascii: "\""), UInt8(ascii: "'")]
      if text.count >= 2, quotes.contains(file.bytes[text.lowerBound]),
        file.bytes[text.lowerBound] == file.bytes[text.upperBound - 1]
      {
        text = text.lowerBound + 1..<text.upperBound - 1
      }
      return HeaderField(
        name: PlainText.collapsed(file.bytes[key]), value: PlainText.collapsed(file.bytes[text]),
        range: file.range(key.lowerBound..<value.upperBound), valueRange: file.range(text))
    }
  }

  private static func isFence(_ file: SourceFile, _ number: Int) -> Bool {
    guard number <= file.lineCount else { return false }
    return file.bytes[file.bytes.trimmed(file.lineOffsets(number))].elementsEqual("---".utf8)
  }

  private static func field(_ file: SourceFile, _ number: Int) -> (key: Range<Int>, value: Range<Int>)? {
    let line = file.bytes.trimmed(file.lineOffsets(number))
    guard line.lowerBound == file.lineOffsets(number).lowerBound else { return nil }
    guard let colon = line.first(where: { file.bytes[$0] == .colon }), colon > line.lowerBound else { return nil }
    let key = line.lowerBound..<colon
    guard key.allSatisfy({ file.bytes[$0].isKeyByte }), file.bytes[key.lowerBound] != .hyphen else { return nil }
    guard colon + 1 == line.upperBound || file.bytes[colon + 1].isSpaceOrTab else { return nil }
    return (key, file.bytes.trimmed(colon + 1..<line.upperBound))
  }
}

extension UInt8 {
  fileprivate var isKeyByte: Bool {
    isASCIIAlphanumeric || self == .space || self == .hyphen || self == UInt8(ascii: "_") || self == UInt8(ascii: ".")
  }
}
