/// Writes a page as Markdown with tables (GitHub Flavored Markdown).
struct MarkdownPage {
  private let page: Page
  private let frame: PageFrame

  init(_ page: Page, in frame: PageFrame) {
    self.page = page
    self.frame = frame
  }

  var bytes: [UInt8] {
    var blocks = [MarkdownFragment("<!-- Written by ") + mark + MarkdownFragment("; changes are lost. -->")]
    if let header = frame.header { blocks.append(MarkdownFragment(header)) }
    blocks += [navigation, MarkdownFragment("# ") + fragment(page.title).heading]
    blocks += page.lead.compactMap(fragment)
    for section in page.sections {
      blocks.append(MarkdownFragment("## ") + fragment(section.title).heading)
      blocks += section.blocks.compactMap(fragment)
    }
    if let footer = frame.footer { blocks.append(MarkdownFragment(footer)) }
    return Array((blocks.map { $0.source }.joined(separator: "\n\n") + "\n").utf8)
  }

  private var mark: MarkdownFragment { MarkdownFragment(PageRenderer.mark) }

  private var navigation: MarkdownFragment {
    let entries = frame.navigation.map { entry in
      entry.page == page.path ? PageText(entry.text) : .label(entry.text, page: entry.page)
    }
    return fragment(entries.joined(separator: " · ")).block
  }

  private func fragment(_ text: PageText) -> MarkdownFragment { MarkdownFragment(text, on: page.path) }

  /// Nil where there is nothing to write.
  private func fragment(_ block: PageBlock) -> MarkdownFragment? {
    switch block {
    case .paragraph(let text): text.isEmpty ? nil : fragment(text).block
    case .list(let items): lines(items.map { MarkdownFragment("* ") + fragment($0).block })
    case .definitions(let definitions):
      lines(
        definitions.map { definition in
          MarkdownFragment("* **") + fragment(PageText(definition.term)) + MarkdownFragment(":** ")
            + fragment(definition.text)
        })
    case .table(let table):
      table.columns.isEmpty
        ? nil : MarkdownFragment(table: ([table.columns] + table.rows).map { row in row.map { fragment($0) } })
    case .timeline(let timeline): fragment(PageText(timeline.summary)).block
    }
  }

  private func lines(_ items: [MarkdownFragment]) -> MarkdownFragment? {
    guard let first = items.first else { return nil }
    return items.dropFirst().reduce(first) { $0 + MarkdownFragment("\n") + $1 }
  }
}
