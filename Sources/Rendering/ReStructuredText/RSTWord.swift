import Diagnostics

/// A piece of reStructuredText that no line break may divide.
struct RSTWord: Equatable {
  var bytes: [UInt8]
  /// Columns as docutils counts them in a grid table: two for a wide character, one for every other.
  var width: Int
  /// Whether it is part of the same link or emphasis as the word before, and better stays on its line.
  var isJoined: Bool

  init(_ bytes: [UInt8], isJoined: Bool) {
    self.bytes = bytes
    self.isJoined = isJoined
    width = Self.width(of: bytes)
  }

  /// How wide a column must be for the word: alone on a line, one that looks like a title's underline gets a backslash.
  var minimumWidth: Int { width + RSTLine.guardingPrefix(of: bytes).count }

  static func width(of bytes: [UInt8]) -> Int {
    if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.count }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.reduce(0) {
      $0 + (TextWidth.isWide($1.value) ? 2 : 1)
    }
  }
}

/// The lines of a cell.
enum RSTLine {
  /// Lines of at most `limit` columns, as far as the words allow; no line for an empty cell.
  static func wrap(_ words: [RSTWord], limit: Int) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var line: [UInt8] = []
    var width = 0
    func close() {
      if width > 0 { lines.append(guardingPrefix(of: line) + line) }
      line.removeAll(keepingCapacity: true)
      width = 0
    }
    func add(_ words: ArraySlice<RSTWord>, as total: Int) {
      if width > 0, width + 1 + total > limit { close() }
      for word in words {
        if width > 0 { line.append(UInt8(ascii: " ")) }
        width += word.width + (width > 0 ? 1 : 0)
        line += word.bytes
      }
    }
    var index = 0
    while index < words.count {
      var end = index + 1
      var total = words[index].width
      while end < words.count, words[end].isJoined {
        total += 1 + words[end].width
        end += 1
      }
      if total <= limit {
        add(words[index..<end], as: total)
      } else {
        for word in index..<end { add(words[word...word], as: words[word].width) }
      }
      index = end
    }
    close()
    return lines
  }

  /// The width of all words on one line.
  static func width(of words: [RSTWord]) -> Int {
    words.reduce(-1) { $0 + 1 + $1.minimumWidth }
  }

  /// What a line needs before it where docutils would take it for a title's underline: one punctuation character,
  /// repeated. A backslash escapes the first; if that is one, an escaped space stands before it.
  static func guardingPrefix(of line: [UInt8]) -> [UInt8] {
    guard let first = line.first, isPunctuation(first), line.allSatisfy({ $0 == first }) else { return [] }
    return Array((first == UInt8(ascii: "\\") ? "\\ " : "\\").utf8)
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
