package import Diagnostics

/// A value as a YAML file writes it: text where YAML has a scalar, so that `no`, `1.10` and `1:30` mean what the field
/// that holds them says, and not what YAML's own schema makes of them.
package struct YAMLNode: Sendable {
  package enum Content: Sendable {
    case scalar(String, Style)
    case sequence([YAMLNode])
    /// All pairs in the file's order; a key that is given twice is here twice.
    case mapping([YAMLPair])
    /// `*name`. It is never expanded, so that a file of aliases to aliases costs no more than its own length.
    case alias(String)
  }

  package enum Style: Sendable {
    case plain
    case singleQuoted
    case doubleQuoted
    /// `|`
    case literal
    /// `>`
    case folded
  }

  package var content: Content
  /// As libyaml resolves it: `!shape`, `tag:yaml.org,2002:str`.
  package var tag: String?
  /// What aliases call it: `name` of `&name`. Nil for an alias itself.
  package var anchor: String?
  /// From the value's first character, its tag and anchor included, to its last.
  package var range: SourceRange

  package init(_ content: Content, tag: String? = nil, anchor: String? = nil, at range: SourceRange) {
    self.content = content
    self.tag = tag
    self.anchor = anchor
    self.range = range
  }

  /// Whether nothing is written where a value may stand: `key:` and no more.
  package var isEmpty: Bool {
    if case .scalar("", .plain) = content { true } else { false }
  }
}

/// A key of a mapping and its value; several pairs may have one key.
package struct YAMLPair: Sendable {
  package var key: YAMLNode
  package var value: YAMLNode

  package init(key: YAMLNode, value: YAMLNode) {
    self.key = key
    self.value = value
  }
}

/// What was read from a YAML file.
package struct YAMLStream: Sendable {
  /// One value a document. A document that could not be read to its end is not among them; its fault is reported.
  package var documents: [YAMLNode]
  package var diagnostics: [Diagnostic]
}
