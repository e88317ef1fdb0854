/// The sentences of a note as lower-case words, for rules that look for what a note claims.
enum NoteSentences {
  /// Splits at full stops, semicolons, parentheses and dashes; commas and colons stay within a sentence.
  ///
  /// A word keeps `-`, `/`, `.` and apostrophes inside it: `2027/28`, `arm64`, `isn't`, `1.22.0`, `2026-05`.
  static func words(of note: String) -> [[String]] {
    var sentences: [[String]] = []
    var sentence: [String] = []
    func endSentence() {
      if !sentence.isEmpty { sentences.append(sentence) }
      sentence = []
    }
    for token in note.lowercased().unicodeScalars.split(whereSeparator: { $0.isSpace }) {
      if token.first == "(" { endSentence() }
      let word = trimmed(token)
      if !word.isEmpty { sentence.append(word) }
      if let last = token.last, ".;!?)".unicodeScalars.contains(last) || word.isEmpty && last != "," { endSentence() }
    }
    endSentence()
    return sentences
  }

  private static func trimmed(_ token: Substring.UnicodeScalarView) -> String {
    var token = token.drop { !$0.isWordPart && $0 != "#" }
    while let last = token.last, !last.isWordPart { token.removeLast() }
    let word = String(token)
    return word.utf8.allSatisfy { $0 < 0x80 } ? word : String(word.map { $0 == "’" ? "'" : $0 })
  }
}

extension Unicode.Scalar {
  fileprivate var isSpace: Bool {
    isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }

  /// Whether it is of a letter or number; an accent counts as the letter it stands on.
  fileprivate var isWordPart: Bool {
    switch value {
    case 0x30...0x39, 0x61...0x7A, 0x41...0x5A: true
    case ..<0x80: false
    default: properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .nonspacingMark
    }
  }
}

extension String {
  /// Whether one of the words, of lower-case ASCII letters, stands anywhere in the text, in whatever case: what costs
  /// little before a closer look.
  func containsWord(from words: [StaticString]) -> Bool {
    var text = self
    return text.withUTF8 { bytes in
      bytes.indices.contains { start in
        words.contains { word in
          word.utf8Start.pointee == bytes[start] | 0x20 && word.utf8CodeUnitCount <= bytes.count - start
            && word.withUTF8Buffer { zip($0, bytes[start...]).allSatisfy { $0 == $1 | 0x20 } }
        }
      }
    }
  }
}
