package import Documents

/// What stands in a cell: inline elements that every format can hold.
///
/// Texts are as a reader gives them back: white space is single spaces, none at the ends; a control character is U+FFFD.
/// Adjacent elements of one kind that need no border are one. A link that leads to no web page or mail address is text.
package struct CellContent: Hashable, Sendable {
  package let elements: [InlineElement]

  package init(_ elements: [InlineElement]) {
    var normalizer = CellNormalizer()
    for element in elements { normalizer.add(element) }
    self.elements = normalizer.elements
  }

  package init(text: String) {
    self.init([.text(text)])
  }

  /// - Parameter markdown: CommonMark inlines, as the registry's notes are.
  package init(markdown: String) {
    self.init(MarkdownInline.parse(markdown))
  }

  /// The plain text: what a reader gives for the cell, whatever it was rendered to.
  package var text: String { elements.map { $0.text }.joined() }
}

/// Brings elements into the form that `CellContent` promises.
private struct CellNormalizer {
  private(set) var elements: [InlineElement] = []
  /// White space was read that has not been written, since nothing may follow it.
  private var isSpacePending = false

  mutating func add(_ element: InlineElement) {
    switch element {
    case .text(let text): add(text) { .text($0) }
    case .code(let text): add(text) { .code($0) }
    case .emphasis(let text): add(text) { .emphasis($0) }
    case .reference(let name): add(name) { .reference(name: $0) }
    case .link(let text, let uri):
      guard let uri = LinkURI.normalized(uri) else { return add(text) { .text($0) } }
      let isShown = text.unicodeScalars.contains { !$0.isInlineSpace }
      add(isShown ? text : uri) { .link(text: $0, uri: uri) }
    }
  }

  private mutating func add(_ text: String, as make: (String) -> InlineElement) {
    var written = String.UnicodeScalarView()
    var isSpaceBefore = false
    for scalar in text.unicodeScalars {
      if scalar.isInlineSpace {
        isSpacePending = true
        continue
      }
      if isSpacePending {
        if !written.isEmpty { written.append(" ") } else { isSpaceBefore = !elements.isEmpty }
        isSpacePending = false
      }
      written.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
    }
    guard !written.isEmpty else { return }
    if isSpaceBefore { append(.text(" ")) }
    append(make(String(written)))
  }

  private mutating func append(_ element: InlineElement) {
    switch (elements.last, element) {
    case (.text(var joined), .text(let text)):
      // Taken out, the text grows in its place: a note may have thousands of elements.
      elements.removeLast()
      joined += text
      elements.append(.text(joined))
    case (.emphasis(var joined), .emphasis(let text)):
      elements.removeLast()
      joined += text
      elements.append(.emphasis(joined))
    default: elements.append(element)
    }
  }
}
