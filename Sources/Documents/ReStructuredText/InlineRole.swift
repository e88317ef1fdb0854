/// What a role does to the text of what it is applied to.
///
/// Names are looked up as they are written, among docutils' canonical names and those that the document defines: a
/// tool's own roles (Sphinx's, mostly) are unknown, and so are docutils' abbreviations and other spellings.
enum InlineRole: Sendable {
  /// The text, with its escapes resolved.
  case text
  /// The text with its backslashes.
  case verbatim
  case pep
  case rfc
  /// docutils has the name reserved, or has it disabled: the markup stays as it is written.
  case unusable
  /// The title of `title <target>`, or the text without leading `~` and `!`.
  case unknown

  static func builtIn(_ name: String) -> Self {
    switch name {
    case "abbreviation", "acronym", "emphasis", "literal", "strong", "subscript", "superscript", "title-reference":
      .text
    case "code", "math": .verbatim
    case "pep-reference": .pep
    case "rfc-reference": .rfc
    case "raw", "index", "named-reference", "anonymous-reference", "uri-reference", "footnote-reference",
      "citation-reference", "substitution-reference", "target", "restructuredtext-unimplemented-role":
      .unusable
    default: .unknown
    }
  }

  /// The text that is shown for `construct`, which holds `content`.
  func append(_ construct: Range<Int>, content: Range<Int>, of block: InlineText, to text: inout [UInt8]) {
    switch self {
    case .text: block.appendResolved(content, to: &text)
    case .verbatim: block.appendVerbatim(content, to: &text)
    case .unusable: block.appendVerbatim(construct, to: &text)
    case .unknown: block.appendResolved(Self.shown(content, of: block), to: &text)
    case .pep:
      guard let number = Self.number(block.resolved(content)), (0...9999).contains(number) else {
        return block.appendVerbatim(construct, to: &text)
      }
      text += Array("PEP ".utf8)
      block.appendResolved(content, to: &text)
    case .rfc:
      let reference = block.resolved(content)
      guard let number = Self.number(reference.prefix { $0 != UInt8(ascii: "#") }), number >= 1 else {
        return block.appendVerbatim(construct, to: &text)
      }
      text += Array("RFC \(number)".utf8)
    }
  }

  private static func number(_ text: some Collection<UInt8>) -> Int? {
    let trimmed = String(decoding: text, as: UTF8.self).unicodeScalars.split(whereSeparator: { $0.isInlineSpace })
    return trimmed.count == 1 ? trimmed.first.flatMap { Int(Substring($0)) } : nil
  }

  private static func shown(_ content: Range<Int>, of block: InlineText) -> Range<Int> {
    var end = content.upperBound
    guard let first = block.bytes.firstOffset(of: UInt8(ascii: "<"), in: content) else {
      let start = block.bytes[content].firstIndex { $0 != UInt8(ascii: "~") && $0 != UInt8(ascii: "!") }
      return (start ?? end)..<end
    }
    guard block.bytes[end - 1] == UInt8(ascii: ">") else { return content }
    let target = block.bytes[first..<(end - 1)].lastIndex { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }
    guard let target, block.bytes[target] == UInt8(ascii: "<") else { return content }
    end = target
    while end > content.lowerBound, block.classOfCharacter(before: end).contains(.space) {
      end = block.character(before: end).start
    }
    return content.lowerBound..<end
  }
}
