/// What the project that has the policy expects of the document around the tables.
package struct DocumentConventions: Hashable, Sendable {
  /// `numpy/numpy`: where `gh-123` points to. Nil: links by number are not checked.
  package var issueRepository: String?
  /// Words before an issue's number in a link's name: `gh-`.
  package var issuePrefixes: [String] = []
  /// The archive in which decisions can be read, as `https://…/archives/list/dev@lists.example/`. Nil: any archive.
  package var mailingList: String?
  /// The beginnings of the addresses below which decisions can be read besides: a council's pages or minutes.
  package var decisions: [String] = []
  /// The header fields that a document has; empty when it needs none.
  package var header: [HeaderFieldRule] = []
  /// How a document's file name, label and title agree. Nil: not checked.
  package var numbering: Numbering?

  /// Numbered documents: `nep-0057-platforms.rst` has the label `NEP57` and a title that starts with `NEP 57`.
  package struct Numbering: Hashable, Sendable {
    /// What stands before the number in a file's name: `nep-`.
    package var filePrefix: String
    /// What stands before the number in the label: `NEP`.
    package var labelPrefix: String
    /// What stands before the number in the title: `NEP `.
    package var titlePrefix: String
    /// What stands between the number and the title's own words: ` — `. Nil: not checked.
    package var titleSeparator: String?
  }
}

/// What a header field must hold. A field without a value counts as one that is not there.
package struct HeaderFieldRule: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    case text
    case oneOf([String])
    /// A real date, as in `2026-01-30` or `30-Jan-2026`.
    case date
    /// At least one link, or one of these words where there is none yet. Such a word is not enough for a field that is
    /// required.
    case link(or: [String])
  }

  package var name: String
  package var value: Value
  package var isRequired: Bool
  /// Required only where the field `name` has one of `values`: a resolution once the status is final.
  package var requiredWhen: Condition?

  package init(_ name: String, _ value: Value, isRequired: Bool = true, requiredWhen: Condition? = nil) {
    self.name = name
    self.value = value
    self.isRequired = isRequired
    self.requiredWhen = requiredWhen
  }

  package struct Condition: Hashable, Sendable {
    package var field: String
    package var values: [String]
  }
}
