/// A person as a contacts' cell names them.
package struct NamedContact: Hashable, Sendable {
  /// The name for comparison: without case, without a handle, address or footnote in brackets.
  package let key: String
  /// The name as it is written.
  private let text: String

  package init(_ contact: LocatedText) {
    let bare = contact.bareName.folded
    key = bare.isEmpty ? contact.text.folded : bare
    text = contact.text
  }

  package static func == (left: NamedContact, right: NamedContact) -> Bool { left.key == right.key }

  package func hash(into hasher: inout Hasher) { hasher.combine(key) }

  package var words: [Substring] { key.split(separator: " ") }

  /// Whether it may be a person: neither a placeholder nor a text that is nobody's name, such as `2026-01-30`, `IBM` or
  /// `Runs on donated machines`.
  package var isPerson: Bool { !isPlaceholder && PersonName.fits(text) }

  /// Whether it is one word, which may be a person or a company: no handle (`@ada`) or address, and none in brackets.
  package var isOneWord: Bool { words.count == 1 && !text.utf8.contains(UInt8(ascii: "@")) }

  /// Whether it is what people write where a name will come: `TBD`, `?`, `none`, `N/A`.
  package var isPlaceholder: Bool {
    let plain = key.utf8.filter { $0.isLowerCaseOrDigit }
    // A character beyond ASCII may be a letter, and then no placeholder has it.
    let hasOtherLetters =
      key.utf8.contains { $0 >= 0x80 } && key.contains { !$0.isASCII && ($0.isLetter || $0.isNumber) }
    guard !hasOtherLetters, plain.count <= Self.longestPlaceholder else { return false }
    return plain.isEmpty || Self.placeholders.contains(String(decoding: plain, as: UTF8.self))
  }

  private static let longestPlaceholder = placeholders.map { $0.utf8.count }.max() ?? 0

  /// Without spaces and punctuation: `n/a` is `na`.
  private static let placeholders: Set = [
    "tbd", "tba", "tbc", "todo", "fixme", "xxx", "none", "noneyet", "na", "nil", "null", "nobody", "nobodyyet", "noone",
    "noonesofar", "unknown", "unassigned", "vacant", "open", "missing", "tobedetermined", "tobedecided",
    "tobeannounced", "tobeconfirmed", "tobedone", "someone", "anyone", "helpwanted", "wanted", "volunteer",
    "volunteerneeded", "volunteerwanted", "notapplicable", "placeholder", "name", "contact", "pending",
  ]
}

extension LocatedText {
  /// Whether the text, in the place of a contact, says that there is none yet: `TBD`, `?`, `none`.
  package var isPlaceholderContact: Bool { NamedContact(self).isPlaceholder }

  /// The same for two texts that name the same contact, with a handle or footnote in brackets or without.
  package var personKey: String { NamedContact(self).key }

  /// The text before the first bracket.
  package var bareName: Substring {
    let end = text.utf8.firstIndex { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "[") }
    return text[..<(end ?? text.endIndex)]
  }
}

extension UInt8 {
  fileprivate var isLowerCaseOrDigit: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
  }
}
