/// The target embedded in a phrase reference: `` `title <https://…>`_ `` or `` `title <name_>`_ ``.
struct InlineEmbeddedTarget {
  enum Kind {
    case uri(String)
    case name(String)
  }

  var kind: Kind
  /// What stands before the target and the white space around it; may be empty.
  var title: Range<Int>
  /// What stands between the angle brackets.
  var range: Range<Int>

  /// The URI or the normalised name, which is shown where there is no title.
  var destination: String {
    switch kind {
    case .uri(let uri): uri
    case .name(let name): name
    }
  }

  /// - Parameter content: what stands between the phrase's backquotes.
  init?(in content: Range<Int>, of text: InlineText) {
    let bytes = text.bytes
    guard content.count >= 3, bytes[content.upperBound - 1] == UInt8(ascii: ">") else { return nil }
    let targetEnd = content.upperBound - 1
    let last = text.character(before: targetEnd).scalar
    guard !last.isInlineSpace, last.value != UInt32(InlineText.escape) else { return nil }
    let bracket = bytes[content.lowerBound..<targetEnd].indices.last { index in
      guard bytes[index] == UInt8(ascii: "<") || bytes[index] == UInt8(ascii: ">") else { return false }
      return index == content.lowerBound || bytes[index - 1] != InlineText.escape
    }
    guard let bracket, bytes[bracket] == UInt8(ascii: "<"), bracket + 1 < targetEnd,
      !text.classOfCharacter(at: bracket + 1).contains(.space)
    else { return nil }
    var titleEnd = bracket
    while titleEnd > content.lowerBound, bytes[titleEnd - 1] == UInt8(ascii: " ") || bytes[titleEnd - 1] == 0x0A {
      titleEnd -= 1
    }
    guard titleEnd < bracket || bracket == content.lowerBound else { return nil }
    title = content.lowerBound..<titleEnd
    range = (bracket + 1)..<targetEnd
    kind = Self.kind(of: range, in: text)
  }

  private static func kind(of range: Range<Int>, in text: InlineText) -> Kind {
    let bytes = text.bytes
    if bytes[range.upperBound - 1] == UInt8(ascii: "_"), !endsWithBackslash(range.dropLast(), of: bytes) {
      var scanner = InlineURIScanner(text, range: range)
      if scanner.next()?.range.lowerBound != range.lowerBound {
        return .name(ReferenceName.normalized(text.resolved(range.lowerBound..<(range.upperBound - 1))))
      }
    }
    return .uri(uri(of: range, in: text))
  }

  /// Whether the last byte of a stretch is a backslash, escaped or escaping.
  private static func endsWithBackslash(_ range: Range<Int>, of bytes: [UInt8]) -> Bool {
    range.last.map { bytes[$0] == InlineText.escape || bytes[$0] == UInt8(ascii: "\\") } ?? false
  }

  /// The URI without its white space, except where that is escaped, and with `mailto:` before an e-mail address.
  private static func uri(of range: Range<Int>, in text: InlineText) -> String {
    var written: [UInt8] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (scalar, end) = text.character(at: offset)
      if scalar.value == UInt32(InlineText.escape) {
        if let next = text.byte(at: end), next == UInt8(ascii: " ") || next == UInt8(ascii: "\n") {
          written.append(UInt8(ascii: " "))
        }
      } else if !scalar.isInlineSpace {
        written.append(offset..<end, of: text.bytes)
      }
      offset = end
    }
    if written.suffix(2).elementsEqual("\\_".utf8) { written.remove(at: written.count - 2) }
    return TargetURI.withScheme(written)
  }
}
