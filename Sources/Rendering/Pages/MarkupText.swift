/// A piece of an XML document: text is escaped when it is written, names are words of ours.
package struct MarkupText {
  private let node: HTMLNode

  private init(_ node: HTMLNode) {
    self.node = node
  }

  package static func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], _ children: [MarkupText] = []
  ) -> MarkupText {
    MarkupText(
      .element(
        name, attributes.map { HTMLAttribute($0.key, PageText.trimmed($0.value)) },
        children.isEmpty ? [.text("")] : children.map { $0.node }))
  }

  package static func element(_ name: StaticString, text: String) -> MarkupText {
    MarkupText(.element(name, text: PageText.trimmed(text)))
  }

  /// The whole file, with it as its root.
  package var file: [UInt8] { Self.file(of: node) }

  static func file(of node: HTMLNode) -> [UInt8] {
    var writer = HTMLWriter(isXML: true)
    writer.write(node)
    let start =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- Written by \(PageRenderer.mark); changes are lost. -->\n"
    return Array((start + writer.source + "\n").utf8)
  }
}
