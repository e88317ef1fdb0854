import Diagnostics
package import PolicyDocuments

/// A line of a page: text, inline elements, links to other pages. There is no way to put markup into it.
///
/// White space is single spaces. Characters that would move the cursor, turn the direction of reading or hide are shown
/// as what they are.
package struct PageText: Hashable, Sendable {
  package private(set) var parts: [PagePart] = []

  package init() {}

  package init(_ text: String) { append(.element(.text(text))) }

  /// - Parameter content: the elements of a note, say.
  package init(_ content: CellContent) {
    for element in content.elements { append(.element(element)) }
  }

  /// A link to an address from the registry; the text alone where no page should lead there (`LinkURI`).
  package init(_ text: String, uri: String) {
    let isPlace = uri.hasPrefix("#")
    append(.element(isPlace ? .text(text) : .link(text: text, uri: uri)))
  }

  package static func code(_ text: String) -> PageText {
    var result = PageText()
    result.append(.element(.code(text)))
    return result
  }

  /// A word with a tone, perhaps a link to another page.
  package static func label(_ text: String, _ tone: PageTone? = nil, page: PagePath? = nil) -> PageText {
    var result = PageText()
    result.append(.label(PageLabel(text: text, tone: tone, page: page)))
    return result
  }

  package var isEmpty: Bool { parts.isEmpty }

  /// The plain text.
  package var text: String { parts.map(\.text).joined() }

  package static func + (left: PageText, right: PageText) -> PageText {
    var result = left
    for part in right.parts { result.append(part) }
    return result
  }

  private mutating func append(_ part: PagePart) {
    let part = part.visible
    guard !part.text.isEmpty else { return }
    // Escaping looks at what stands beside a character, so that texts side by side have to be one.
    if case .element(.text(let new)) = part, case .element(.text(let old)) = parts.last {
      parts[parts.count - 1] = .element(.text(old + new))
    } else {
      parts.append(part)
    }
  }
}

extension PageText: ExpressibleByStringInterpolation {
  package init(stringLiteral text: String) { self.init(text) }
}

extension [PageText] {
  package func joined(separator: String) -> PageText {
    guard let first else { return PageText() }
    return dropFirst().reduce(first) { $0 + PageText(separator) + $1 }
  }
}

/// What a page's text is made of.
package enum PagePart: Hashable, Sendable {
  case element(InlineElement)
  case label(PageLabel)

  var text: String {
    switch self {
    case .element(let element): element.text
    case .label(let label): label.text
    }
  }

  fileprivate var visible: PagePart {
    switch self {
    case .element(.text(let text)): .element(.text(Self.visible(text)))
    case .element(.code(let text)): .element(.code(Self.visible(text)))
    case .element(.emphasis(let text)): .element(.emphasis(Self.visible(text)))
    case .element(.reference(let name)): .element(.text(Self.visible(name)))
    case .element(.link(let text, let uri)):
      LinkURI.normalized(uri).map { .element(.link(text: Self.visible(text), uri: $0)) }
        ?? .element(.text(Self.visible(text)))
    case .label(let label): .label(PageLabel(text: Self.visible(label.text), tone: label.tone, page: label.page))
    }
  }

  private static func visible(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if !scalar.properties.isWhitespace {
        result.append(scalar)
      } else if result.last != " " {
        result.append(" ")
      }
    }
    return VisibleText.of(String(result))
  }
}

/// A word that stands out, or leads to another page of the set.
package struct PageLabel: Hashable, Sendable {
  package var text: String
  package var tone: PageTone?
  package var page: PagePath?
}

/// What a label or a bar stands for, which a page may colour. It never says more than the text does.
package enum PageTone: Hashable, Sendable {
  /// A tier; the highest is 0.
  case tier(Int)
  case unsupported
  case met
  case unmet
  case unknown
  /// Nothing to say.
  case blank
}
