/// A piece of an HTML document. Text is escaped when it is written; names of elements and attributes are words of ours.
indirect enum HTMLNode {
  case text(String)
  case element(HTMLElement)
  case verbatim(ProjectMarkup)

  static func element(
    _ name: StaticString, _ attributes: [HTMLAttribute] = [], _ children: [HTMLNode] = []
  ) -> HTMLNode {
    .element(HTMLElement(name: name.description, attributes: attributes, children: children))
  }

  static func element(_ name: StaticString, _ attributes: [HTMLAttribute] = [], text: String) -> HTMLNode {
    element(name, attributes, [.text(text)])
  }

  /// Whether it stands on lines of its own in the source.
  fileprivate var isBlock: Bool {
    switch self {
    case .text: false
    case .verbatim: true
    case .element(let element): !HTMLElement.phrases.contains(element.name)
    }
  }
}

struct HTMLElement {
  fileprivate var name: String
  fileprivate var attributes: [HTMLAttribute]
  fileprivate var children: [HTMLNode]

  fileprivate static let phrases: Set<String> = ["a", "code", "em", "span", "bdi", "time"]
  fileprivate static let voids: Set<String> = ["meta", "link"]
}

struct HTMLAttribute {
  fileprivate var name: String
  fileprivate var value: String

  init(_ name: StaticString, _ value: String) {
    self.name = name.description
    self.value = value
  }

  static func id(_ value: String) -> Self { Self("id", value) }
  static func type(_ value: StaticString) -> Self { Self("class", value.description) }
}

/// Writes nodes. Their depth is that of our pages, whatever the registry says.
struct HTMLWriter {
  private(set) var source = ""

  mutating func write(_ node: HTMLNode) {
    switch node {
    case .text(let text): source += HTMLTable.escaped(text)
    case .verbatim(let markup): source += markup.source
    case .element(let element): write(element)
    }
  }

  private mutating func write(_ element: HTMLElement) {
    source += "<\(element.name)"
    for attribute in element.attributes { source += " \(attribute.name)=\"\(HTMLTable.escaped(attribute.value))\"" }
    source += ">"
    if HTMLElement.voids.contains(element.name) { return }
    let isBroken = element.children.contains(where: { $0.isBlock })
    for child in element.children {
      if isBroken { source += "\n" }
      write(child)
    }
    source += (isBroken ? "\n" : "") + "</\(element.name)>"
  }
}
