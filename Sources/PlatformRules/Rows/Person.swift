import PolicyDocuments

/// A person as a contacts' cell names them.
struct Person: Hashable, Sendable {
  /// The name for comparison: without case, without a handle, address or footnote in brackets.
  let key: String

  init(_ contact: LocatedText) {
    let bare = contact.bareName.folded
    key = bare.isEmpty ? contact.text.folded : bare
  }

  var words: [Substring] { key.split(separator: " ") }

  /// Whether it is what people write where a name will come: `TBD`, `?`, `none`, `N/A`.
  var isPlaceholder: Bool {
    let letters = key.filter { $0.isLetter || $0.isNumber }
    return letters.isEmpty || Self.placeholders.contains(letters)
  }

  /// Without spaces and punctuation: `n/a` is `na`.
  private static let placeholders: Set = [
    "tbd", "tba", "tbc", "todo", "fixme", "xxx", "none", "noneyet", "na", "nil", "null", "nobody", "nobodyyet", "noone",
    "noonesofar", "unknown", "unassigned", "vacant", "open", "missing", "tobedetermined", "tobedecided",
    "tobeannounced", "tobeconfirmed", "tobedone", "someone", "anyone", "helpwanted", "wanted", "volunteer",
    "volunteerneeded", "volunteerwanted", "notapplicable", "placeholder", "name", "contact", "pending",
  ]
}

extension LocatedText {
  /// The text before the first bracket.
  var bareName: Substring {
    text.prefix { $0 != "(" && $0 != "<" && $0 != "[" }
  }
}
