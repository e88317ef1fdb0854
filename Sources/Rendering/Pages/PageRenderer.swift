/// The formats that pages can be written in.
package enum PageFormat: String, CaseIterable, Sendable {
  case html
  case markdown
  case rst

  /// Of the files' names, with the dot.
  package var ending: String {
    switch self {
    case .html: ".html"
    case .markdown: ".md"
    case .rst: ".rst"
    }
  }
}

/// Makes the files of a set's pages.
package enum PageRenderer {
  /// Stands near the start of every file of a set, so that the next run knows what it may overwrite.
  package static let mark: StaticString = "platform-tiers pages"

  /// The whole file of a page.
  package static func render(_ page: Page, as format: PageFormat, in frame: PageFrame) -> [UInt8] {
    switch format {
    case .html: HTMLPage(page, in: frame).bytes
    case .markdown: MarkdownPage(page, in: frame).bytes
    case .rst: RSTPage(page, in: frame).bytes
    }
  }
}
