/// Writes a page as a document of HTML that needs no script and nothing from elsewhere.
struct HTMLPage {
  private let page: Page
  private let frame: PageFrame

  init(_ page: Page, in frame: PageFrame) {
    self.page = page
    self.frame = frame
  }

  var bytes: [UInt8] {
    var writer = HTMLWriter()
    writer.write(.element("html", [HTMLAttribute("lang", "en")], [head, body]))
    return Array(("<!DOCTYPE html>\n" + writer.source + "\n").utf8)
  }

  private var head: HTMLNode {
    let title = PageText.trimmed(page.title.text)
    var nodes: [HTMLNode] = [
      .element("meta", [HTMLAttribute("charset", "utf-8")]),
      .element("meta", [HTMLAttribute("name", "generator"), HTMLAttribute("content", PageRenderer.mark.description)]),
      .element(
        "meta", [HTMLAttribute("name", "viewport"), HTMLAttribute("content", "width=device-width, initial-scale=1")]),
      .element("meta", [HTMLAttribute("name", "color-scheme"), HTMLAttribute("content", "light dark")]),
      .element("title", text: title == frame.title ? title : "\(title) – \(frame.title)"),
      stylesheet(PageStylesheet.fileName),
    ]
    if frame.hasProjectStylesheet { nodes.append(stylesheet(PageStylesheet.projectFileName)) }
    return .element("head", [], nodes)
  }

  private func stylesheet(_ name: StaticString) -> HTMLNode {
    .element(
      "link", [HTMLAttribute("rel", "stylesheet"), HTMLAttribute("href", page.path.wayToRoot + name.description)])
  }

  private var body: HTMLNode {
    var nodes: [HTMLNode] = [
      .element("a", [.type("skip"), HTMLAttribute("href", "#content")], text: "Skip to content")
    ]
    if let header = frame.header { nodes.append(.verbatim(header)) }
    nodes += [navigation, main, footer]
    if let footer = frame.footer { nodes.append(.verbatim(footer)) }
    return .element("body", [], nodes)
  }

  private var navigation: HTMLNode {
    let entries = frame.navigation.map { entry in
      let isHere = entry.page == page.path
      let current = isHere ? [HTMLAttribute("aria-current", "page")] : []
      let href = HTMLAttribute("href", entry.page.relative(to: page.path, ending: PageFormat.html.ending))
      return HTMLNode.element("li", [], [.element("a", [href] + current, text: entry.text)])
    }
    return .element(
      "nav", [.type("pages"), HTMLAttribute("aria-label", frame.title)], [.element("ul", [], entries)])
  }

  private var main: HTMLNode {
    let blocks = HTMLBlocks(of: page.path)
    var nodes: [HTMLNode] = [.element("h1", [], blocks.nodes(of: page.title))]
    nodes += page.lead.map { blocks.node(of: $0) }
    nodes += page.sections.map { section in
      let title = section.anchor + "-title"
      let heading = HTMLNode.element("h2", [.id(title)], blocks.nodes(of: section.title))
      return .element(
        "section", [.id(section.anchor), HTMLAttribute("aria-labelledby", title)],
        [heading] + section.blocks.map { blocks.node(of: $0) })
    }
    return .element("main", [.id("content"), HTMLAttribute("tabindex", "-1")], nodes)
  }

  private var footer: HTMLNode {
    let href = HTMLAttribute("href", page.path.wayToRoot + frame.data.description)
    return .element(
      "footer", [.type("source")],
      [
        .element(
          "p", [],
          [
            .text("Written from the registry by platform-tiers; the same facts for programs: "),
            .element("a", [href], text: frame.data.description),
          ])
      ])
  }
}
