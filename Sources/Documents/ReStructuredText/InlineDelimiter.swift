/// The kinds of inline markup that have an end-string, and how it is recognised.
enum InlineDelimiter: Hashable {
  case emphasis
  case strong
  case literal
  case target
  case substitution
  case interpreted

  /// An end-string: with interpreted text, what follows the backquote is part of it.
  struct End {
    var range: Range<Int>
    var role: Range<Int>?
    var underscores = 0
  }

  var startLength: Int {
    switch self {
    case .strong, .literal, .target: 2
    case .emphasis, .substitution, .interpreted: 1
    }
  }

  /// The byte that the end-string begins with.
  var byte: UInt8 {
    switch self {
    case .emphasis, .strong: UInt8(ascii: "*")
    case .literal, .target, .interpreted: UInt8(ascii: "`")
    case .substitution: UInt8(ascii: "|")
    }
  }

  /// Whether an end-string may follow what stands before an offset above 0.
  func allows(before offset: Int, in text: InlineText) -> Bool {
    let isEscape = text.bytes[offset - 1] == InlineText.escape
    switch self {
    case .literal:
      return !text.classOfCharacter(before: offset).contains(.space)
    case .emphasis, .strong, .target, .substitution:
      return !isEscape && !text.classOfCharacter(before: offset).contains(.space)
    case .interpreted:
      let (scalar, start) = text.character(before: offset)
      guard isEscape || InlineCharacterClass(of: scalar).contains(.space) else { return true }
      return text.byte(before: start) == InlineText.escape
    }
  }

  /// The end-string at an offset, if there is one and markup can end behind it.
  func end(at offset: Int, in text: InlineText) -> End? {
    guard text.byte(at: offset) == byte else { return nil }
    switch self {
    case .emphasis, .target:
      return text.canEnd(at: offset + 1) ? End(range: offset..<(offset + 1)) : nil
    case .strong, .literal:
      guard text.byte(at: offset + 1) == byte, text.canEnd(at: offset + 2) else { return nil }
      return End(range: offset..<(offset + 2))
    case .substitution:
      return underscoredEnd(from: offset, behind: offset + 1, in: text)
    case .interpreted:
      return roleEnd(at: offset, in: text) ?? underscoredEnd(from: offset, behind: offset + 1, in: text)
    }
  }

  /// `` `:role: `` and whatever underscores are behind it.
  private func roleEnd(at offset: Int, in text: InlineText) -> End? {
    guard text.byte(at: offset + 1) == UInt8(ascii: ":") else { return nil }
    let start = offset + 2
    let nameEnd = text.nameEnd(from: start)
    guard nameEnd > start, text.byte(at: nameEnd) == UInt8(ascii: ":") else { return nil }
    var end = underscoredEnd(from: offset, behind: nameEnd + 1, in: text)
    end?.role = start..<nameEnd
    return end
  }

  private func underscoredEnd(from start: Int, behind offset: Int, in text: InlineText) -> End? {
    var end = offset
    while end < offset + 2, text.byte(at: end) == UInt8(ascii: "_") { end += 1 }
    return text.canEnd(at: end) ? End(range: start..<end, underscores: end - offset) : nil
  }
}

extension InlineText {
  /// Whether markup may end at an offset.
  func canEnd(at offset: Int) -> Bool {
    offset >= bytes.count || !classOfCharacter(at: offset).isDisjoint(with: .afterMarkup)
  }

  /// The byte before an offset, or nil at the start.
  func byte(before offset: Int) -> UInt8? {
    offset > 0 && offset <= bytes.count ? bytes[offset - 1] : nil
  }

  // MARK: Names: letters and digits, with single `-`, `.`, `_`, `+` or `:` between them

  /// The end of the longest name that starts at an offset; the offset itself if there is none.
  func nameEnd(from offset: Int) -> Int { SimpleName.end(in: bytes, from: offset) ?? offset }

  /// The leftmost place, not before `base`, from where all up to `end` is one name, among those that are accepted.
  func leftmostNameStart(endingAt end: Int, from base: Int, where accepts: (Int) -> Bool) -> Int? {
    var found: Int?
    var end = end
    while true {
      let start = wordStart(endingAt: end, from: base)
      guard start < end else { return found }
      if accepts(start) { found = start }
      guard start > base, SimpleName.isJoint(bytes[start - 1]) else { return found }
      end = start - 1
    }
  }

  private func wordStart(endingAt end: Int, from base: Int) -> Int {
    var start = end
    while start > base {
      let (scalar, previous) = character(before: start)
      guard InlineCharacterClass(of: scalar).contains(.word) else { break }
      start = previous
    }
    return start
  }
}
