/// Reads CommonMark inlines that stand by themselves, as a platform's notes do.
package enum MarkdownInline {
  /// The elements of a text, in order.
  ///
  /// Line breaks are spaces, but for `<br>`; other HTML is text, an image its description; what is emphasised within a link, or linked within
  /// emphasis, is a link. No text is refused: markup that is none reads as it is written.
  package static func parse(_ text: String) -> [InlineElement] { parse(text, definitions: [:], showsHTML: true) }

  /// - Parameters:
  ///   - definitions: the URIs of references by name, by the names in lower case.
  ///   - showsHTML: whether HTML is text, or what a page does not show.
  static func parse(_ text: String, definitions: [String: String], showsHTML: Bool) -> [InlineElement] {
    let heading = Array("# ".utf8) + heading(text) + Array(" #\n".utf8)
    let tree = MarkdownTree(parsing: heading + written(definitions, named: text))
    var collector = ElementCollector(showsHTML: showsHTML)
    tree.forEachNode { node, isEntered in
      if isEntered { collector.enter(node) } else { collector.exit(node) }
    }
    return collector.elements
  }

  /// The definitions that the text may refer to: a document may have thousands, and as many texts.
  private static func written(_ definitions: [String: String], named text: String) -> [UInt8] {
    guard !definitions.isEmpty else { return [] }
    var names: Set<String> = []
    for part in text.split(separator: "[").dropFirst() {
      if let end = part.firstIndex(of: "]") { names.insert(part[..<end].folded) }
    }
    return names.sorted().flatMap { name -> [UInt8] in
      guard let uri = definitions[name], !uri.utf8.contains(where: { "<>\n\r".utf8.contains($0) }) else { return [] }
      return Array("[\(name)]: <\(uri)>\n".utf8)
    }
  }

  /// The text on one line; a backslash before a line's end is a break, not a backslash.
  private static func heading(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in text.utf8 {
      if byte == .lineFeed || byte == 0x0D {
        if isEscaped { bytes.removeLast() }
        bytes.append(.space)
        isEscaped = false
      } else {
        bytes.append(byte)
        isEscaped = byte == .backslash && !isEscaped
      }
    }
    return bytes
  }
}

private struct ElementCollector {
  private(set) var elements: [InlineElement] = []
  private let showsHTML: Bool
  /// For each emphasis that is open, whether it is strong.
  private var emphases: [Bool] = []
  private var links: [(uri: String, text: [UInt8])] = []

  init(showsHTML: Bool) {
    self.showsHTML = showsHTML
  }

  mutating func enter(_ node: MarkdownNode) {
    switch node.kind {
    case .text: append(literal(of: node), isCode: false)
    case .html: append(html: literal(of: node))
    case .code: append(literal(of: node), isCode: true)
    case .lineBreak: append([.space], isCode: false)
    case .emphasis(let isStrong): emphases.append(isStrong)
    case .link: links.append((node.url, []))
    default: break
    }
  }

  mutating func exit(_ node: MarkdownNode) {
    switch node.kind {
    case .emphasis: _ = emphases.popLast()
    case .link:
      guard let link = links.popLast() else { return }
      elements.append(.link(text: String(decoding: link.text, as: UTF8.self), uri: link.uri))
    default: break
    }
  }

  private mutating func append(_ bytes: [UInt8], isCode: Bool) {
    if let last = links.indices.last {
      links[last].text += bytes
      return
    }
    let text = String(decoding: bytes, as: UTF8.self)
    elements.append(
      isCode ? .code(text) : emphases.isEmpty ? .text(text) : emphases.contains(true) ? .strong(text) : .emphasis(text))
  }

  private mutating func append(html: [UInt8]) {
    let tag = String(decoding: html, as: UTF8.self).lowercased().filter { !" /".contains($0) }
    if tag == "<br>", links.isEmpty {
      elements.append(.lineBreak)
    } else if showsHTML {
      append(html, isCode: false)
    }
  }

  private func literal(of node: MarkdownNode) -> [UInt8] {
    var bytes: [UInt8] = []
    node.appendLiteral(to: &bytes)
    return bytes
  }
}
