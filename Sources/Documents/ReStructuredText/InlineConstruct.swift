/// A piece of inline markup, as offsets in an `InlineText`.
struct InlineConstruct {
  enum Kind {
    /// A start-string without its end, or two roles on one text: docutils keeps the text as it is written.
    case problematic
    case emphasis
    case strong
    case literal
    /// `` _`name` ``
    case target
    /// `|name|`, with `_` or `__` behind it.
    case substitution(underscores: Int)
    /// `name_` and `name__`.
    case reference(isAnonymous: Bool)
    /// `` `text`_ `` and `` `text`__ ``, perhaps with an embedded target.
    case phrase(isAnonymous: Bool)
    /// `[1]_`, `[#]_`, `[#name]_`, `[*]_`.
    case footnote
    case citation
    /// `` `text` `` and `` :role:`text` ``; the role's name without colons.
    case interpreted(role: Range<Int>?)
  }

  var kind: Kind
  /// The whole, markup included.
  var range: Range<Int>
  /// What stands between start-string and end-string.
  var content: Range<Int>
}
