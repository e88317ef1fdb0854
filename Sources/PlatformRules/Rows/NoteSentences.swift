/// The sentences of a note as lower-case words, for rules that look for what a note claims.
enum NoteSentences {
  /// Splits at full stops, semicolons, parentheses and dashes; commas and colons stay within a sentence.
  ///
  /// A word keeps `-`, `/`, `.` and apostrophes inside it: `2027/28`, `arm64`, `isn't`, `1.22.0`, `2026-05`.
  static func words(of note: String) -> [[String]] {
    var sentences: [[String]] = [[]]
    for token in note.lowercased().split(whereSeparator: \.isWhitespace) {
      if token.first == "(", sentences.last?.isEmpty == false { sentences.append([]) }
      let word = trimmed(token)
      if !word.isEmpty { sentences[sentences.count - 1].append(word) }
      if let last = token.last, ".;!?)".contains(last) || word.isEmpty && last != "," { sentences.append([]) }
    }
    return sentences.filter { !$0.isEmpty }
  }

  private static func trimmed(_ token: Substring) -> String {
    var token = token.drop { !$0.isLetter && !$0.isNumber && $0 != "#" }
    while let last = token.last, !last.isLetter, !last.isNumber { token.removeLast() }
    return String(token.map { $0 == "’" ? "'" : $0 })
  }
}
