import Documents

/// Writes the contents of a page as nodes of HTML.
struct HTMLBlocks {
  private let path: PagePath

  init(of path: PagePath) {
    self.path = path
  }

  func node(of block: PageBlock) -> HTMLNode {
    switch block {
    case .paragraph(let text): .element("p", [], nodes(of: text))
    case .list(let items): .element("ul", [], items.map { .element("li", [], nodes(of: $0)) })
    case .definitions(let definitions):
      .element(
        "dl", [],
        definitions.flatMap { definition in
          [.element("dt", text: definition.term), .element("dd", [], nodes(of: definition.text))]
        })
    case .table(let table): node(of: table)
    case .timeline(let timeline): HTMLTimeline.node(of: timeline)
    case .directory(let directory): HTMLDirectory(self).node(of: directory)
    case .figures(let figures): node(of: figures)
    case .picture(let picture): node(of: picture)
    case .files(let files):
      .element(
        "ul", [.type("files")],
        files.map { .element("li", [], [.element("a", [HTMLAttribute("href", way(to: $0.file))], text: $0.text)]) })
    }
  }

  /// The address of a file of the set, seen from this page.
  private func way(to file: StaticFile) -> String { path.wayToRoot + file.name }

  private func node(of figures: [PageFigure]) -> HTMLNode {
    .element(
      "ul", [.type("figures")],
      figures.map { figure in
        .element("li", [], [.element("b", text: figure.value), .text(" ")] + nodes(of: figure.text))
      })
  }

  /// In a box that scrolls where the page is narrower than letters in the picture can be read.
  private func node(of picture: PagePicture) -> HTMLNode {
    let image = HTMLNode.element(
      "img",
      [
        HTMLAttribute("src", way(to: picture.file)), HTMLAttribute("alt", picture.text),
        HTMLAttribute("width", String(picture.width)), HTMLAttribute("height", String(picture.height)),
      ])
    let box = [
      HTMLAttribute.type("scroll"), HTMLAttribute("role", "region"), HTMLAttribute("tabindex", "0"),
      HTMLAttribute("aria-label", "Drawing"),
    ]
    return .element("figure", [.type("picture")], [.element("div", box, [image])])
  }

  func nodes(of text: PageText) -> [HTMLNode] {
    text.parts.map { part in
      switch part {
      case .element(let element): node(of: element)
      case .day(let day): .element("time", [HTMLAttribute("datetime", day)], text: day)
      case .label(let label): node(of: label)
      }
    }
  }

  private func node(of element: InlineElement) -> HTMLNode {
    switch element {
    case .text(let text), .reference(let text): .text(text)
    case .code(let text): .element("code", text: text)
    case .emphasis(let text): .element("em", text: text)
    case .strong(let text): .element("strong", text: text)
    case .lineBreak: .element("br")
    case .link(let text, let uri): .element("a", [HTMLAttribute("href", uri)], text: text)
    }
  }

  private func node(of label: PageLabel) -> HTMLNode {
    let tone = label.tone.map { [HTMLAttribute.type($0.badge)] } ?? []
    if label.page != nil || label.anchor != nil {
      let page = label.page?.relative(to: path, ending: PageFormat.html.ending) ?? ""
      let href = HTMLAttribute("href", page + (label.anchor.map { "#\($0)" } ?? ""))
      return .element("a", tone + [href], words(of: label))
    }
    return label.tone == nil && label.sign == nil ? .text(label.text) : .element("span", tone, words(of: label))
  }

  /// A sign is seen and not read out, the words are read out and, where the sign is not enough, seen.
  func words(of label: PageLabel) -> [HTMLNode] {
    guard let sign = label.sign else { return [.text(label.text)] }
    let words: HTMLNode = label.isShort ? .element("span", [.type("spoken")], text: label.text) : .text(label.text)
    let seen = HTMLNode.element("span", [HTMLAttribute("aria-hidden", "true")], text: sign)
    return label.text.isEmpty ? [seen] : label.isShort ? [seen, words] : [seen, .text(" "), words]
  }

  /// A matrix scrolls in a box of its own where the page is narrow, also by the keyboard; of other tables the cells then
  /// stand one below the other, and each says what its column is.
  private func node(of table: PageTable) -> HTMLNode {
    let isMatrix = table.kind == .matrix || table.kind == .longMatrix
    let head = HTMLNode.element(
      "tr", [], table.columns.map { .element("th", [HTMLAttribute("scope", "col")], nodes(of: $0)) })
    let rows = table.rows.map { row in
      let cells = zip(table.columns, row).enumerated().map { number, cell -> HTMLNode in
        if number == 0 { return .element("th", [HTMLAttribute("scope", "row")], nodes(of: cell.1)) }
        let label = isMatrix || cell.1.isEmpty ? [] : [HTMLAttribute("data-label", cell.0.text)]
        return .element("td", label, nodes(of: cell.1))
      }
      return HTMLNode.element("tr", [], cells)
    }
    let content: [HTMLNode] = [
      .element("caption", [], nodes(of: table.caption)), .element("thead", [], [head]), .element("tbody", [], rows),
    ]
    guard isMatrix else {
      let type: StaticString = table.kind == .wideRecords ? "records wide" : "records"
      return .element("div", [.type("scroll")], [.element("table", [.type(type)], content)])
    }
    let box = [
      HTMLAttribute.type(table.kind == .longMatrix ? "scroll long" : "scroll"), HTMLAttribute("role", "region"),
      HTMLAttribute("tabindex", "0"),
      HTMLAttribute("aria-label", table.caption.text),
    ]
    return .element("div", box, [.element("table", [], content)])
  }
}

extension PageTone {
  /// The classes of a label.
  fileprivate var badge: StaticString {
    switch self {
    case .tier(0): "badge tier-first"
    case .tier(1): "badge tier-second"
    case .tier(2): "badge tier-third"
    case .tier: "badge tier-lower"
    case .unsupported: "badge unsupported"
    case .met: "badge met"
    case .unmet: "badge unmet"
    case .unknown: "badge unknown"
    case .partial: "badge partial"
    case .blank: "blank"
    }
  }

  /// The class of a cell with a sign.
  var mark: StaticString {
    switch self {
    case .met: "mark met"
    case .unmet: "mark unmet"
    case .unknown: "mark unknown"
    case .partial: "mark partial"
    case .tier, .unsupported, .blank: "mark"
    }
  }

  /// The classes of a bar.
  var bar: StaticString {
    switch self {
    case .tier(0): "bar tier-first"
    case .tier(1): "bar tier-second"
    case .tier(2): "bar tier-third"
    case .tier: "bar tier-lower"
    case .unsupported, .met, .unmet, .unknown, .partial, .blank: "bar unsupported"
    }
  }
}
