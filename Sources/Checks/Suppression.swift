package import Diagnostics
package import Documents

/// A comment that silences rules for the row it stands in or the block that follows:
/// `.. platform-tiers: ignore RULE, RULE -- reason` or `<!-- platform-tiers: ignore RULE -- reason -->`.
package struct Suppression: Hashable, Sendable {
  /// The rules it names, as they are written, with their places.
  package var rules: [LocatedText]
  /// Why; empty when the comment does not say.
  package var reason: String
  /// The whole comment.
  package var range: SourceRange
  /// What it silences rules in; nil when nothing follows it.
  package var scope: SourceRange?

  /// Reads a comment; nil for one that is no suppression.
  package init?(_ comment: Comment, in file: SourceFile) {
    var words = Words(comment.text)
    guard words.next() == Self.marker, words.next() == "ignore" else { return nil }
    var rules: [LocatedText] = []
    var search = file.offsets(of: comment.range)
    while let word = words.next() {
      if word == "--" || word == "—" { break }
      for name in word.split(separator: ",").map(String.init) {
        let place = Self.find(Array(name.utf8), in: search, of: file.bytes)
        rules.append(LocatedText(name, at: place.map(file.range) ?? comment.range))
        // A name that is not found as it is written (it was not UTF-8) ends the search, which would begin anew for each.
        search = (place?.upperBound ?? search.upperBound)..<search.upperBound
      }
    }
    self.rules = rules
    reason = words.rest
    range = comment.range
    scope = comment.scope
  }

  /// All suppressions of a document, in its order.
  package static func all(in context: RuleContext) -> [Suppression] {
    let file = context.file
    var suppressions = context.document.comments.compactMap { Suppression($0, in: file) }
    // What a reader gives up on, or what makes no block (Markdown's link definitions), is the lines up to a blank one.
    var block: Range<Int>?
    for index in suppressions.indices.reversed() where suppressions[index].scope == nil {
      block = lines(after: suppressions[index].range.end, in: file, upTo: block)
      suppressions[index].scope = block.map {
        SourceRange(SourcePosition(line: $0.lowerBound, column: 1), SourcePosition(line: $0.upperBound, column: 1))
      }
    }
    return suppressions
  }

  /// The next lines that are not blank.
  ///
  /// - Parameter known: such lines further down, which are not walked through again.
  private static func lines(after end: SourcePosition, in file: SourceFile, upTo known: Range<Int>?) -> Range<Int>? {
    func isBlank(_ line: Int) -> Bool { file.line(line).allSatisfy { $0 == 0x20 || $0 == 0x09 } }
    var start = end.column == 1 ? end.line : end.line + 1
    while start <= file.lineCount, isBlank(start) { start += 1 }
    guard start <= file.lineCount else { return nil }
    var next = start
    while next <= file.lineCount, !isBlank(next) {
      if let known, known.contains(next) { return start..<known.upperBound }
      next += 1
    }
    return start..<next
  }

  private static let marker = "platform-tiers:"

  private static func find(_ name: [UInt8], in offsets: Range<Int>, of bytes: [UInt8]) -> Range<Int>? {
    guard !name.isEmpty, offsets.count >= name.count else { return nil }
    for start in offsets.lowerBound...(offsets.upperBound - name.count)
    where bytes[start..<start + name.count].elementsEqual(name) {
      return start..<start + name.count
    }
    return nil
  }
}

/// The words of a text, one after the other.
private struct Words {
  private var remaining: Substring

  init(_ text: String) {
    remaining = text[...]
  }

  mutating func next() -> String? {
    remaining = remaining.drop(while: { $0.isWhitespace })
    guard !remaining.isEmpty else { return nil }
    let word = remaining.prefix { !$0.isWhitespace }
    remaining = remaining[word.endIndex...]
    return String(word)
  }

  /// What no call has given yet, without white space around it.
  var rest: String {
    var text = remaining.drop(while: { $0.isWhitespace })
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
