/// A URI or an e-mail address that stands in the text as it is.
struct InlineURI {
  var range: Range<Int>
  /// The part before the colon, or nil for an e-mail address.
  var scheme: Range<Int>?
}

/// Finds URIs and e-mail addresses in a stretch of text, by docutils' rules: they start and end where inline markup may,
/// and punctuation at their end is not part of them.
struct InlineURIScanner {
  private let text: InlineText
  private let end: Int
  /// The end of the last URI: the next one may start right there.
  private var start: Int
  private var position: Int
  /// The last run of URI characters behind a colon, so that a run with many colons is searched only once.
  private var run: Run?

  private struct Run {
    var range: Range<Int>
    /// The last place before the run's end where a URI may end.
    var lastEnd: Int?
  }

  init(_ text: InlineText, range: Range<Int>) {
    self.text = text
    start = range.lowerBound
    position = range.lowerBound
    end = range.upperBound
  }

  mutating func next() -> InlineURI? {
    while position < end, let found = InlineBytes.firstLink(in: text.bytes, range: position..<end) {
      position = found + 1
      guard let uri = text.bytes[found] == UInt8(ascii: ":") ? absolute(by: found) : address(by: found) else {
        continue
      }
      start = uri.range.upperBound
      position = start
      return uri
    }
    return nil
  }

  // MARK: URIs

  private mutating func absolute(by colon: Int) -> InlineURI? {
    guard let schemeStart = schemeStart(endingAt: colon), let uriEnd = hierarchyEnd(from: colon + 1) else { return nil }
    return InlineURI(range: schemeStart..<uriEnd, scheme: schemeStart..<colon)
  }

  private func schemeStart(endingAt colon: Int) -> Int? {
    var found: Int?
    var offset = colon
    while offset > start, has(.scheme, at: offset - 1) {
      offset -= 1
      if has(.letter, at: offset), canStart(at: offset) { found = offset }
    }
    return found
  }

  /// The end of a URI whose scheme's colon stands right before an offset, with its query and fragment.
  private mutating func hierarchyEnd(from offset: Int) -> Int? {
    let run = run(from: offset)
    let runEnd = run.range.upperBound
    if runEnd > offset, isLast(at: runEnd - 1) {
      switch byte(at: runEnd) {
      case UInt8(ascii: "?"): return partEnd(from: runEnd + 1, mayHaveFragment: true) ?? runEnd
      case UInt8(ascii: "#"):
        if let fragmentEnd = partEnd(from: runEnd + 1, mayHaveFragment: false) { return fragmentEnd }
      default:
        if canEnd(at: runEnd) { return runEnd }
      }
    }
    return run.lastEnd.flatMap { $0 > offset ? $0 : nil }
  }

  /// The end of a query or fragment.
  private func partEnd(from offset: Int, mayHaveFragment: Bool) -> Int? {
    let runEnd = runEnd(of: .uri, from: offset)
    if runEnd > offset, isLast(at: runEnd - 1) {
      if mayHaveFragment, byte(at: runEnd) == UInt8(ascii: "#"),
        let fragmentEnd = partEnd(from: runEnd + 1, mayHaveFragment: false)
      {
        return fragmentEnd
      }
      if canEnd(at: runEnd) { return runEnd }
    }
    return lastEnd(in: offset..<runEnd)
  }

  private mutating func run(from offset: Int) -> Run {
    if let run, run.range.contains(offset) { return run }
    let range = offset..<runEnd(of: .uri, from: offset)
    let found = Run(range: range, lastEnd: lastEnd(in: range))
    run = found
    return found
  }

  /// The last place inside a run where its characters before may be a URI: behind a letter, digit or one of `_~*/=+` and
  /// before punctuation.
  private func lastEnd(in run: Range<Int>) -> Int? {
    var offset = run.upperBound - 1
    while offset > run.lowerBound {
      if has(.last, at: offset - 1), canEnd(at: offset) { return offset }
      offset -= 1
    }
    return nil
  }

  // MARK: E-mail addresses

  private func address(by at: Int) -> InlineURI? {
    guard let localStart = localStart(endingAt: at), let addressEnd = hostEnd(from: at + 1) else { return nil }
    return InlineURI(range: localStart..<addressEnd, scheme: nil)
  }

  /// The start of the name before the `@`: words with single dots between them.
  private func localStart(endingAt at: Int) -> Int? {
    guard at > start, text.bytes[at - 1] != InlineText.escape, has(.address, at: at - 1) else { return nil }
    var found: Int?
    var offset = at
    while offset > start {
      if has(.address, at: offset - 1) {
        offset -= 1
        if canStart(at: offset) { found = offset }
      } else if text.bytes[offset - 1] == UInt8(ascii: "."), offset - 1 > start, has(.address, at: offset - 2) {
        offset -= 1
      } else {
        break
      }
    }
    return found
  }

  private func hostEnd(from offset: Int) -> Int? {
    guard offset < end, has(.address, at: offset) else { return nil }
    var runEnd = offset
    while runEnd < end, has(.address, at: runEnd) || text.bytes[runEnd] == UInt8(ascii: ".") { runEnd += 1 }
    if runEnd < end, has(.uri, at: runEnd), byte(at: runEnd + 1) == UInt8(ascii: ">") { return runEnd + 1 }
    if runEnd >= offset + 2, isLast(at: runEnd - 1), canEnd(at: runEnd) { return runEnd }
    return lastEnd(in: (offset + 1)..<max(offset + 1, runEnd))
  }

  // MARK: Characters

  private func byte(at offset: Int) -> UInt8? {
    offset < end ? text.bytes[offset] : nil
  }

  private func canStart(at offset: Int) -> Bool {
    offset == start || !text.classOfCharacter(before: offset).isDisjoint(with: .beforeMarkup)
  }

  private func canEnd(at offset: Int) -> Bool {
    offset >= end || text.canEnd(at: offset)
  }

  /// Whether a URI may end with the character at an offset: punctuation only before a closing angle bracket.
  private func isLast(at offset: Int) -> Bool {
    has(.last, at: offset) || has(.uri, at: offset) && byte(at: offset + 1) == UInt8(ascii: ">")
  }

  private func runEnd(of use: URIByte, from offset: Int) -> Int {
    var runEnd = offset
    while runEnd < end, has(use, at: runEnd) { runEnd += 1 }
    return runEnd
  }

  private func has(_ use: URIByte, at offset: Int) -> Bool {
    URIByte.table[Int(text.bytes[offset])].contains(use)
  }
}

/// What a byte may be used for in a URI or an e-mail address. An escape is as good as a letter, except as the last one.
private struct URIByte: OptionSet {
  let rawValue: UInt8

  static let letter = Self(rawValue: 1)
  static let scheme = Self(rawValue: 2)
  static let uri = Self(rawValue: 4)
  static let last = Self(rawValue: 8)
  static let address = Self(rawValue: 16)

  static let table: [Self] = {
    var table = [Self](repeating: [], count: 256)
    func allow(_ use: Self, for bytes: some Sequence<UInt8>) {
      for byte in bytes { table[Int(byte)].insert(use) }
    }
    for letters in [UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z")] {
      allow([.letter, .scheme, .uri, .last, .address], for: letters)
    }
    allow([.scheme, .uri, .last, .address], for: UInt8(ascii: "0")...UInt8(ascii: "9"))
    allow(.scheme, for: "+-.".utf8)
    allow(.uri, for: "-_.!~*'()[];/:@&=+$,%\0".utf8)
    allow(.last, for: "_~*/=+".utf8)
    allow(.address, for: "-_!~*'{|}/#?^`&=+$%\0".utf8)
    return table
  }()
}
