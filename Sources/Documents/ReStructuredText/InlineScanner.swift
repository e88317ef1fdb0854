/// Finds inline markup in a block's text, from left to right, by docutils' recognition rules.
///
/// Linear: an end-string that was found is passed over, and one that was not found up to the end of the block is not
/// searched for again.
struct InlineScanner {
  private let text: InlineText
  /// Where the part begins that is still to be read. docutils cuts off what is read, so that a start-string here stands
  /// at the beginning of the text, whatever is before it.
  private var base = 0
  private var position = 0
  private var withoutEnd: Set<InlineDelimiter> = []

  init(_ text: InlineText) {
    self.text = text
  }

  /// The next construct; what stands before it, from the end of the one before, is plain text.
  mutating func next() -> InlineConstruct? {
    while let found = InlineBytes.firstMarkup(in: text.bytes, from: position) {
      position = found + 1
      guard let construct = construct(at: found) else { continue }
      skip(to: construct.range.upperBound)
      return construct
    }
    return nil
  }

  private mutating func skip(to offset: Int) {
    base = offset
    position = offset
  }

  private mutating func construct(at offset: Int) -> InlineConstruct? {
    switch text.bytes[offset] {
    case UInt8(ascii: "*"):
      let isDouble = text.byte(at: offset + 1) == UInt8(ascii: "*")
      return simple(isDouble ? .strong : .emphasis, at: offset)
    case UInt8(ascii: "`"):
      return text.byte(at: offset + 1) == UInt8(ascii: "`") ? simple(.literal, at: offset) : interpreted(at: offset)
    case UInt8(ascii: "|"):
      return text.byte(at: offset + 1) == UInt8(ascii: "|") ? nil : simple(.substitution, at: offset)
    case UInt8(ascii: "_"):
      return text.byte(at: offset + 1) == UInt8(ascii: "`") ? simple(.target, at: offset) : reference(at: offset)
    default:
      return note(at: offset)
    }
  }

  // MARK: Constructs

  /// Markup with a start-string and an end-string and no choice in between.
  private mutating func simple(_ delimiter: InlineDelimiter, at offset: Int) -> InlineConstruct? {
    let start = offset + delimiter.startLength
    guard canStart(at: offset), !isSpace(at: start), !passQuoted(offset..<start) else { return nil }
    guard let end = findEnd(of: delimiter, from: start) else { return problematic(offset..<start) }
    let kind: InlineConstruct.Kind =
      switch delimiter {
      case .emphasis: .emphasis
      case .strong: .strong
      case .literal: .literal
      case .target: .target
      case .substitution, .interpreted: .substitution(underscores: end.range.count - 1)
      }
    return InlineConstruct(kind: kind, range: offset..<end.range.upperBound, content: start..<end.range.lowerBound)
  }

  private mutating func interpreted(at offset: Int) -> InlineConstruct? {
    let start = offset + 1
    let role = rolePrefix(endingAt: offset)
    guard role != nil || canStart(at: offset), !isSpace(at: start) else { return nil }
    if role == nil, passQuoted(offset..<start) { return nil }
    guard let end = findEnd(of: .interpreted, from: start) else { return problematic(offset..<start) }
    let range = (role.map { $0.lowerBound - 1 } ?? offset)..<end.range.upperBound
    let content = start..<end.range.lowerBound
    if end.underscores > 0 {
      guard role == nil, end.role == nil else { return problematic(range) }
      return InlineConstruct(kind: .phrase(isAnonymous: end.underscores == 2), range: range, content: content)
    }
    guard role == nil || end.role == nil else { return problematic(range) }
    return InlineConstruct(kind: .interpreted(role: role ?? end.role), range: range, content: content)
  }

  /// The name in `:name:` right before a backquote.
  private func rolePrefix(endingAt offset: Int) -> Range<Int>? {
    guard offset - 1 > base, text.bytes[offset - 1] == UInt8(ascii: ":") else { return nil }
    let start = text.leftmostNameStart(endingAt: offset - 1, from: base) { nameStart in
      nameStart > base && text.bytes[nameStart - 1] == UInt8(ascii: ":") && canStart(at: nameStart - 1)
    }
    return start.map { $0..<(offset - 1) }
  }

  /// `name_` and `name__`, by the underscore.
  private func reference(at offset: Int) -> InlineConstruct? {
    let end = offset + (text.byte(at: offset + 1) == UInt8(ascii: "_") ? 2 : 1)
    guard text.canEnd(at: end) else { return nil }
    guard let start = text.leftmostNameStart(endingAt: offset, from: base, where: { canStart(at: $0) }) else {
      return nil
    }
    return InlineConstruct(
      kind: .reference(isAnonymous: end - offset == 2), range: start..<end, content: start..<offset)
  }

  /// `[label]_`.
  private func note(at offset: Int) -> InlineConstruct? {
    guard canStart(at: offset), let first = text.byte(at: offset + 1) else { return nil }
    let start = offset + 1
    var end = start
    switch first {
    case UInt8(ascii: "*"): end += 1
    case UInt8(ascii: "#"): end = text.nameEnd(from: start + 1)
    default: end = text.nameEnd(from: start)
    }
    guard end > start, text.byte(at: end) == UInt8(ascii: "]"), text.byte(at: end + 1) == UInt8(ascii: "_"),
      text.canEnd(at: end + 2)
    else { return nil }
    let isFootnote =
      first == UInt8(ascii: "*") || first == UInt8(ascii: "#")
      || text.bytes[start..<end].allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return InlineConstruct(kind: isFootnote ? .footnote : .citation, range: offset..<(end + 2), content: start..<end)
  }

  private func problematic(_ range: Range<Int>) -> InlineConstruct {
    InlineConstruct(kind: .problematic, range: range, content: range)
  }

  // MARK: Recognition rules

  private func canStart(at offset: Int) -> Bool {
    offset == base || !text.classOfCharacter(before: offset).isDisjoint(with: .beforeMarkup)
  }

  private func isSpace(at offset: Int) -> Bool {
    offset < text.bytes.count && text.classOfCharacter(at: offset).contains(.space)
  }

  /// Passes over a start-string that is quoted, as in `"*"`, or stands at the end, which is no markup.
  private mutating func passQuoted(_ range: Range<Int>) -> Bool {
    guard range.lowerBound != base else { return false }
    if range.upperBound < text.bytes.count {
      let before = text.character(before: range.lowerBound).scalar.value
      let after = text.character(at: range.upperBound).scalar.value
      guard InlinePunctuation.isPair(before, after) else { return false }
    }
    skip(to: range.upperBound)
    return true
  }

  private mutating func findEnd(of delimiter: InlineDelimiter, from start: Int) -> InlineDelimiter.End? {
    // An end-string right behind the start-string ends nothing, and docutils then looks no further.
    guard delimiter.end(at: start, in: text) == nil, !withoutEnd.contains(delimiter) else { return nil }
    var offset = start + 1
    while let candidate = text.bytes.firstOffset(of: delimiter.byte, in: offset..<max(offset, text.bytes.count)) {
      if delimiter.allows(before: candidate, in: text), let end = delimiter.end(at: candidate, in: text) { return end }
      offset = candidate + 1
    }
    withoutEnd.insert(delimiter)
    return nil
  }
}
