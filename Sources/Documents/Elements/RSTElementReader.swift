/// Reads the elements of one block of reStructuredText.
struct RSTElementReader {
  private let text: InlineText
  private var elements: [InlineElement] = []

  /// - Parameter bytes: lines without indentation, joined by LF.
  init(_ bytes: [UInt8]) {
    text = InlineText(bytes, lines: [LineSlice(start: 0, end: bytes.count)])
  }

  /// - Parameter uri: where a normalised name leads; for nil, where the block's next anonymous reference does.
  mutating func elements(_ uri: (String?) -> String?) -> [InlineElement] {
    var scanner = InlineScanner(text)
    var start = 0
    while let construct = scanner.next() {
      add(plain: start..<construct.range.lowerBound)
      add(construct, uri)
      start = construct.range.upperBound
    }
    add(plain: start..<text.bytes.count)
    return elements
  }

  private mutating func add(plain range: Range<Int>) {
    if !range.isEmpty { elements.append(.text(string(range))) }
  }

  private mutating func add(_ construct: InlineConstruct, _ uri: (String?) -> String?) {
    let content = construct.content
    switch construct.kind {
    case .emphasis: elements.append(.emphasis(string(content)))
    case .strong: elements.append(.strong(string(content)))
    case .literal: elements.append(.code(verbatim(content)))
    case .problematic: elements.append(.text(verbatim(content)))
    case .target, .substitution, .citation: elements.append(.text(string(content)))
    case .footnote:
      // The numbers and symbols of automatic footnotes are not in the text.
      let label = string(content)
      if let first = label.first, first != "#", first != "*" { elements.append(.text(label)) }
    case .reference(let isAnonymous):
      add(string(content), leadingTo: uri(isAnonymous ? nil : ReferenceName.normalized(text.resolved(content))))
    case .phrase(let isAnonymous): addPhrase(content, isAnonymous: isAnonymous, uri)
    case .interpreted(let name):
      var shown: [UInt8] = []
      InlineRole.builtIn(name.map(string) ?? "").append(construct.range, content: content, of: text, to: &shown)
      elements.append(.text(String(decoding: shown, as: UTF8.self)))
    }
  }

  private mutating func addPhrase(_ content: Range<Int>, isAnonymous: Bool, _ uri: (String?) -> String?) {
    guard let embedded = InlineEmbeddedTarget(in: content, of: text) else {
      return add(string(content), leadingTo: uri(isAnonymous ? nil : ReferenceName.normalized(text.resolved(content))))
    }
    let title = embedded.title.isEmpty ? embedded.destination : string(embedded.title)
    switch embedded.kind {
    case .uri(let destination): add(title, leadingTo: destination)
    case .name(let name): add(title, leadingTo: uri(name))
    }
  }

  private mutating func add(_ title: String, leadingTo uri: String?) {
    elements.append(uri.map { .link(text: title, uri: $0) } ?? .text(title))
  }

  private func string(_ range: Range<Int>) -> String { String(decoding: text.resolved(range), as: UTF8.self) }

  private func verbatim(_ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    text.appendVerbatim(range, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
