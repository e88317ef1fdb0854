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
    var nodes: [HTMLNode] = [
      .element("meta", [HTMLAttribute("charset", "utf-8")]), meta("generator", PageRenderer.mark.description),
      meta("viewport", "width=device-width, initial-scale=1"), meta("color-scheme", "light dark"),
      .element("title", text: windowTitle), stylesheet(PageStylesheet.fileName),
    ]
    if frame.hasProjectStylesheet { nodes.append(stylesheet(PageStylesheet.projectFileName)) }
    if page.isBare { return .element("head", [], nodes + [.element("base", [HTMLAttribute("target", "_top")])]) }
    return .element("head", [], nodes + description + frame.feeds.map(link(to:)))
  }

  private var windowTitle: String {
    let title = PageText.trimmed(page.title.text)
    return title == frame.title ? title : "\(title) – \(frame.title)"
  }

  /// What previews and search engines show.
  private var description: [HTMLNode] {
    let summary = PageText.trimmed(page.description)
    let title = PageText.trimmed(page.title.text)
    var nodes = [property("og:title", title), property("og:type", "website"), property("og:site_name", frame.title)]
    if !summary.isEmpty { nodes += [meta("description", summary), property("og:description", summary)] }
    guard let address = frame.address(of: page.path) else { return nodes }
    return nodes + [
      .element("link", [HTMLAttribute("rel", "canonical"), HTMLAttribute("href", address)]),
      property("og:url", address),
    ]
  }

  private func meta(_ name: StaticString, _ content: String) -> HTMLNode {
    .element("meta", [HTMLAttribute("name", name.description), HTMLAttribute("content", content)])
  }

  private func property(_ name: StaticString, _ content: String) -> HTMLNode {
    .element("meta", [HTMLAttribute("property", name.description), HTMLAttribute("content", content)])
  }

  private func link(to feed: PageFrame.Feed) -> HTMLNode {
    .element(
      "link",
      [
        HTMLAttribute("rel", "alternate"), HTMLAttribute("type", feed.type), HTMLAttribute("title", feed.title),
        HTMLAttribute("href", page.path.wayToRoot + feed.file.name),
      ])
  }

  private func stylesheet(_ name: StaticString) -> HTMLNode {
    .element(
      "link", [HTMLAttribute("rel", "stylesheet"), HTMLAttribute("href", page.path.wayToRoot + name.description)])
  }

  private var body: HTMLNode {
    if page.isBare { return .element("body", [.type("bare")], [main]) }
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
      let here = HTMLAttribute("href", "#" + section.anchor)
      let heading = HTMLNode.element(
        "h2", [.id(title)], [.element("a", [here], [.text(PageText.trimmed(section.title.text))])])
      return .element(
        "section", [.id(section.anchor), HTMLAttribute("aria-labelledby", title)],
        [heading] + section.blocks.map { blocks.node(of: $0) })
    }
    return .element("main", [.id("content"), HTMLAttribute("tabindex", "-1")], nodes)
  }

  private var footer: HTMLNode {
    let href = HTMLAttribute("href", page.path.wayToRoot + frame.data.description)
    var nodes: [HTMLNode] = [
      .text("Written from the registry by platform-tiers; the same facts for programs: "),
      .element("a", [href], text: frame.data.description),
    ]
    if let address = page.editAddress.flatMap(LinkURI.normalized) {
      nodes += [.text(" · "), .element("a", [HTMLAttribute("href", address)], text: "Edit what this page is made of")]
    }
    return .element("footer", [.type("source")], [.element("p", [], nodes)])
  }
}
