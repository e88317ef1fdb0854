package import Diagnostics

/// A place in the text that points to a target by name: RST's `` gh-1_ ``, Markdown's `[gh-1][]`.
package struct Reference: Hashable, Sendable {
  package enum Kind: Sendable {
    case hyperlink
    /// `` `text`__ ``: the next anonymous target in document order.
    case anonymous
    /// The text is the label with its `#`, or `*`; the name is empty for a label of that alone.
    case footnote
    case citation
    case substitution
  }

  package var kind: Kind
  /// The name as it is compared: white space collapsed, case folded; empty for anonymous ones.
  package var name: String
  /// The name as it is written.
  package var text: String
  package var range: SourceRange

  package init(kind: Kind, name: String, text: String, range: SourceRange) {
    self.kind = kind
    self.name = name
    self.text = text
    self.range = range
  }
}

/// A place that references point to.
package struct LinkTarget: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// `.. _name: https://…`, `` `name <https://…>`_ `` or Markdown's `[name]: https://…`.
    case external
    /// `.. _name:` before a block, or `` _`name` `` within text.
    case `internal`
    /// `.. _name: other_`; the other's normalised name.
    case indirect(String)
    /// `` `name <other_>`_ ``: a reference to the other, which more references may repeat under this name. It may be
    /// written any number of times, and takes the name from nobody.
    case alias(String)
    /// `.. __: https://…`.
    case anonymous
    /// `.. [1] …`. One that is numbered by itself has the text `#` or `#name`, one with a symbol `*`; without a label of
    /// its own the name is empty.
    case footnote
    case citation
    case substitution
    /// A section's title, which RST can be referred to by.
    case heading
    /// The title of RST's `contents` directive: a name only where nothing above has it.
    case contents
    /// The element that the option `:name:` of a directive names.
    case named

    /// Whether it is a hyperlink's target, written as one.
    package var isHyperlink: Bool {
      switch self {
      case .external, .internal, .indirect, .alias, .anonymous: true
      case .footnote, .citation, .substitution, .heading, .contents, .named: false
      }
    }

    /// The normalised name of the target that this one leads on to.
    package var nextName: String? {
      switch self {
      case .indirect(let name), .alias(let name): name
      default: nil
      }
    }
  }

  package var kind: Kind
  /// The name as it is compared: white space collapsed, case folded.
  package var name: String
  /// The name as it is written.
  package var text: String
  package var uri: String?
  /// The name, or the whole construct where it has none.
  package var range: SourceRange
  package var uriRange: SourceRange?

  package init(
    kind: Kind, name: String, text: String, uri: String? = nil, range: SourceRange, uriRange: SourceRange? = nil
  ) {
    self.kind = kind
    self.name = name
    self.text = text
    self.uri = uri
    self.range = range
    self.uriRange = uriRange
  }
}

/// A URI in the document: of a target, embedded in a link, or standing alone in the text.
package struct Link: Hashable, Sendable {
  package var uri: String
  /// What the page shows for it, or the target's name.
  package var text: String
  package var range: SourceRange

  /// - Parameter range: the URI's own place, not the link's.
  package init(uri: String, text: String, range: SourceRange) {
    self.uri = uri
    self.text = text
    self.range = range
  }
}
