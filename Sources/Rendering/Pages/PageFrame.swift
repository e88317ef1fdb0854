/// What all pages of a set have around their contents.
package struct PageFrame: Sendable {
  /// The name of the set: `NEP 57`.
  package let title: String
  /// What the pages lead to besides their contents.
  package var navigation: [Entry]
  /// The file with the same facts for programs, from the set's folder.
  package var data: StaticString
  /// Where the set is published, with a slash at its end; nil where that is not known.
  package var address: String?
  /// What the set has to subscribe to.
  package var feeds: [Feed] = []
  /// A stylesheet of the project's in the set's folder, after ours.
  package var hasProjectStylesheet = false
  package var header: ProjectMarkup?
  package var footer: ProjectMarkup?

  package struct Feed: Hashable, Sendable {
    package var title: String
    /// Its media type.
    package var type: String
    package var file: StaticFile

    package init(_ title: StaticString, type: StaticString, _ file: StaticFile) {
      (self.title, self.type, self.file) = (title.description, type.description, file)
    }
  }

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

extension PageFrame {
  /// All pages for search engines; nil where it is not known where they will be.
  package func sitemap(of paths: [PagePath]) -> [UInt8]? {
    guard address != nil else { return nil }
    let entries = paths.compactMap { address(of: $0) }.map { address in
      MarkupText.element("url", [:], [.element("loc", text: address)])
    }
    return MarkupText.element("urlset", ["xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"], entries).file
  }

  /// The address at which a page is published; nil where that is not known.
  func address(of path: PagePath) -> String? {
    address.map { $0 + (path.text == "index" ? "" : path.text + PageFormat.html.ending) }
  }
}

extension Page {
  /// What it is about, in words.
  var description: String {
    if let summary { return summary }
    for case .paragraph(let text) in lead { return text.text }
    return ""
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
