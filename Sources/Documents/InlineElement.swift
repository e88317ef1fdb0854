/// A piece of a line of text: what a table's cell or a platform's note is made of.
///
/// Texts are plain: whoever writes an element in some format escapes them for it.
package enum InlineElement: Hashable, Sendable {
  case text(String)
  case code(String)
  case emphasis(String)
  case link(text: String, uri: String)
  /// A link to a target that the document defines under this name.
  case reference(name: String)

  /// What the page shows.
  package var text: String {
    switch self {
    case .text(let text), .code(let text), .emphasis(let text), .link(let text, _), .reference(let text): text
    }
  }
}
