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
    blocks += [MarkdownFragment("# ") + fragment(page.title).heading, navigation]
    blocks += page.lead.compactMap(fragment)
    for section in page.sections {
      blocks.append(MarkdownFragment("## ") + fragment(section.title).heading)
      blocks += section.blocks.compactMap(fragment)
    }
    blocks.append(source)
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

  /// Where the same facts are for programs, and where they can be edited.
  private var source: MarkdownFragment {
    let data = PageFileLink(frame.data, StaticFile(frame.data))
    var line = MarkdownFragment("The same facts for programs: ") + MarkdownFragment(data, on: page.path)
    if let address = page.editAddress {
      line = line + MarkdownFragment(" · ") + fragment(PageText("Edit what this page is made of", uri: address))
    }
    return line
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
    case .table(let table): fragment(table.narrow)
    case .timeline(let timeline): fragment(PageText(timeline.summary)).block
    case .directory(let directory):
      blocks(
        directory.tables.flatMap { group, table in
          [MarkdownFragment("### ") + fragment(group.title).heading, fragment(group.text).block, fragment(table)]
        })
    case .figures(let figures):
      lines(figures.map { MarkdownFragment("* ") + fragment(PageText($0.value) + " " + $0.text).block })
    case .picture(let picture): MarkdownFragment(picture, on: page.path)
    case .files(let files): lines(files.map { MarkdownFragment("* ") + MarkdownFragment($0, on: page.path) })
    }
  }

  private func fragment(_ table: PageTable) -> MarkdownFragment? {
    guard !table.columns.isEmpty else { return nil }
    return MarkdownFragment(table: ([table.columns] + table.rows).map { row in row.map { fragment($0) } })
  }

  private func blocks(_ blocks: [MarkdownFragment?]) -> MarkdownFragment? {
    let blocks = blocks.compactMap { $0 }.filter { !$0.source.isEmpty }
    guard let first = blocks.first else { return nil }
    return blocks.dropFirst().reduce(first) { $0 + MarkdownFragment("\n\n") + $1 }
  }

  private func lines(_ items: [MarkdownFragment]) -> MarkdownFragment? {
    guard let first = items.first else { return nil }
    return items.dropFirst().reduce(first) { $0 + MarkdownFragment("\n") + $1 }
  }
}
