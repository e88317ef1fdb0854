import Diagnostics

/// The bytes that a text was read from, to find again where its words stand.
struct SourceWords {
  /// What stands between two words that follow each other in the text.
  enum Gap {
    /// A space, or markup.
    case space
    case lineBreak
    /// Something that ends a paragraph or a line for the page's reader: a blank line, a bullet, `<br>`.
    case divider
  }

  private let file: SourceFile
  private var bytes: [UInt8] = []
  private var pieces: [(start: Int, fileStart: Int)] = []
  /// Where the next search begins: texts are looked for in the order in which they stand.
  private var cursor = 0
  private var misses = 0
  /// How many words may yet be compared: a long text of one word over and over would fit almost everywhere.
  private var comparisons: Int

  /// - Parameter lines: byte offsets in the file of what belongs to the text, line by line.
  init(_ lines: [Range<Int>], in file: SourceFile) {
    self.file = file
    for line in lines {
      if !pieces.isEmpty { bytes.append(UInt8(ascii: "\n")) }
      pieces.append((bytes.count, line.lowerBound))
      bytes += file.bytes[line.clamped(to: 0..<file.bytes.count)]
    }
    comparisons = 64 + 16 * bytes.count
  }

  init(_ range: SourceRange, in file: SourceFile) {
    self.init([file.offsets(of: range)], in: file)
  }

  /// The places of a text's parts where the source has the text as it is, on one line.
  ///
  /// - Parameter parts: each of at least one word, which are stretches of `text`.
  func places(of parts: [[Substring]], in text: String) -> [SourceRange]? {
    guard pieces.count == 1, bytes.elementsEqual(text.utf8), !bytes.contains(where: { $0.endsLine }) else { return nil }
    return parts.compactMap { words in
      guard let first = words.first, let last = words.last else { return nil }
      let start = text.utf8.distance(from: text.startIndex, to: first.startIndex)
      let end = text.utf8.distance(from: text.startIndex, to: last.endIndex)
      return file.range(fileOffset(start)..<fileOffset(end - 1) + 1)
    }
  }

  /// Finds words that follow one another with nothing but white space and markup between them.
  ///
  /// - Returns: the place of each, to be given to `gap` and `range`; nil where they do not stand there as such.
  mutating func find(_ words: [some StringProtocol]) -> [Range<Int>]? {
    // What cannot be found makes each search run to the end; a text of escapes and substitutions is soon given up.
    guard misses < 8, let first = words.first else { return nil }
    let wanted = words.map { Array($0.utf8) }
    var start = cursor
    while comparisons > 0, let candidate = next(wanted[0], from: start) {
      if let found = follow(wanted, from: candidate) {
        cursor = found[found.count - 1].upperBound
        return found
      }
      start = candidate + max(1, first.utf8.count)
    }
    misses += 1
    return nil
  }

  /// What divides the word that ends at `end` from the one that starts at `start`.
  func gap(_ end: Int, _ start: Int) -> Gap {
    guard end < start else { return .space }
    let between = bytes[end..<start]
    let breaks = between.count { $0 == UInt8(ascii: "\n") }
    if breaks > 1 || between.contains(UInt8(ascii: "<")) { return .divider }
    guard breaks == 1 else { return .space }
    let afterBreak = between.drop { $0 != UInt8(ascii: "\n") }
    return afterBreak.contains { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "|") } ? .divider : .lineBreak
  }

  /// The place in the file of words that stand on one line; of more lines, what stands on the first.
  func range(of words: ArraySlice<Range<Int>>) -> SourceRange? {
    guard let first = words.first else { return nil }
    var end = first.upperBound
    for word in words.dropFirst() {
      guard !bytes[end..<word.lowerBound].contains(UInt8(ascii: "\n")) else { break }
      end = word.upperBound
    }
    return file.range(fileOffset(first.lowerBound)..<fileOffset(end - 1) + 1)
  }

  private func fileOffset(_ index: Int) -> Int {
    let next = pieces.partitioningIndex { $0.start > index }
    let piece = next > 0 ? pieces[next - 1] : (start: 0, fileStart: 0)
    return piece.fileStart + index - piece.start
  }

  private func next(_ word: [UInt8], from start: Int) -> Int? {
    guard let initial = word.first, word.count <= bytes.count else { return nil }
    var index = start
    while index <= bytes.count - word.count {
      if bytes[index] == initial, matches(word, at: index), index == 0 || !bytes[index - 1].isWordByte {
        return index
      }
      index += 1
    }
    return nil
  }

  private func matches(_ word: [UInt8], at index: Int) -> Bool {
    let end = index + word.count
    guard end <= bytes.count, bytes[index..<end].elementsEqual(word) else { return false }
    let isWhole = end == bytes.count || !bytes[end].isWordByte || word.last?.isWordByte == false
    return isWhole
  }

  private mutating func follow(_ words: [[UInt8]], from start: Int) -> [Range<Int>]? {
    var found = [start..<start + words[0].count]
    for word in words.dropFirst() {
      comparisons -= 1
      let index = skipGap(from: found[found.count - 1].upperBound, to: word)
      guard matches(word, at: index) else { return nil }
      found.append(index..<index + word.count)
    }
    return found
  }

  /// Skips white space, markup characters and `<…>`, but no character that the word itself begins with.
  private func skipGap(from start: Int, to word: [UInt8]) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != word.first {
      if bytes[index] == UInt8(ascii: "<") {
        guard let close = bytes[index...].prefix(64).firstIndex(of: UInt8(ascii: ">")) else { return index }
        index = close + 1
      } else if Self.markup.contains(bytes[index]) {
        index += 1
      } else {
        return index
      }
    }
    return index
  }

  private static let markup: Set<UInt8> = Set(" \t\r\n*_`-|[]".utf8)
}

extension UInt8 {
  fileprivate var endsLine: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }

  /// Whether the byte is of an ASCII letter or digit, or of a character beyond ASCII.
  fileprivate var isWordByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
      true
    default: false
    }
  }
}
