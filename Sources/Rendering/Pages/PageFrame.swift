/// What all pages of a set have around their contents.
package struct PageFrame: Sendable {
  /// The name of the set: `NEP 57`.
  package let title: String
  /// What the pages lead to besides their contents.
  package var navigation: [Entry]
  /// The file with the same facts for programs, from the set's folder.
  package var data: StaticString
  /// A stylesheet of the project's in the set's folder, after ours.
  package var hasProjectStylesheet = false
  package var header: ProjectMarkup?
  package var footer: ProjectMarkup?

  package struct Entry: Hashable, Sendable {
    package let text: String
    package var page: PagePath

    package init(_ text: String, _ page: PagePath) {
      self.text = PageText.trimmed(text)
      self.page = page
    }
  }

  package init(title: String, navigation: [Entry], data: StaticString) {
    self.title = PageText.trimmed(title)
    self.navigation = navigation
    self.data = data
  }
}

/// Markup from a file of the project's own. It is trusted as the project's pages are, and written as it is.
package struct ProjectMarkup: Hashable, Sendable {
  let source: String

  /// Nil where the bytes are not UTF-8.
  package init?(_ bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    source = text
  }
}
