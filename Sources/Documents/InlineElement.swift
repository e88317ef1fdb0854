/// A piece of a line of text: what a table's cell or a platform's note is made of.
///
/// Texts are plain: whoever writes an element in some format escapes them for it.
package enum InlineElement: Hashable, Sendable {
  case text(String)
  case code(String)
  case emphasis(String)
  case strong(String)
  case link(text: String, uri: String)
  /// HTML's `<br>` between two texts, of which no text shows anything.
  case lineBreak
  /// A link to a target that the document defines under this name.
  case reference(name: String)

  /// What the page shows.
  package var text: String {
    switch self {
    case .text(let text), .code(let text), .emphasis(let text), .strong(let text), .link(let text, _),
      .reference(let text):
      text
    case .lineBreak: ""
    }
  }

  /// The same markup around another text.
  package func withText(_ text: String) -> InlineElement {
    switch self {
    case .text: .text(text)
    case .code: .code(text)
    case .emphasis: .emphasis(text)
    case .strong: .strong(text)
    case .lineBreak: .lineBreak
    case .link(_, let uri): .link(text: text, uri: uri)
    case .reference: .reference(name: text)
    }
  }
}
