import Diagnostics
package import Documents

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

  /// A day as ISO 8601 has it, which is not divided.
  package static func day(_ day: String) -> PageText {
    var result = PageText()
    result.append(.day(day))
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
  package var text: String { parts.map { $0.text }.joined() }

  package static func + (left: PageText, right: PageText) -> PageText {
    var result = left
    for part in right.parts { result.append(part) }
    return result
  }

  /// With text in the place of code that a format has no markup for.
  func withoutCode(where isUnwritable: (String) -> Bool) -> PageText {
    var result = PageText()
    for part in parts {
      if case .element(.code(let code)) = part, isUnwritable(code) {
        result.append(.element(.text(code)))
      } else {
        result.append(part)
      }
    }
    return result
  }

  private mutating func append(_ part: PagePart) {
    let part = part.visible
    guard !part.text.isEmpty else { return }
    // Escaping looks at what stands beside a character, so that texts side by side have to be one.
    if case .element(.text(let new)) = part, case .element(.text(let old)) = parts.last {
      let joined = old.hasSuffix(" ") && new.hasPrefix(" ") ? old + new.dropFirst() : old + new
      parts[parts.count - 1] = .element(.text(joined))
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
  case day(String)
  case label(PageLabel)

  var text: String {
    switch self {
    case .element(let element): element.text
    case .day(let day): day
    case .label(let label): label.text
    }
  }

  /// Texts that lead somewhere or stand out have no white space at their ends, where markup would not be recognised.
  fileprivate var visible: PagePart {
    switch self {
    case .element(.text(let text)): .element(.text(PageText.visible(text)))
    case .element(.code(let text)): .element(.code(PageText.trimmed(text)))
    case .element(.emphasis(let text)): .element(.emphasis(PageText.trimmed(text)))
    case .element(.reference(let name)): .element(.text(PageText.visible(name)))
    case .element(.link(let text, let uri)):
      LinkURI.normalized(uri).map { .element(.link(text: PageText.trimmed(text), uri: $0)) }
        ?? .element(.text(PageText.visible(text)))
    case .day(let day): .day(PageText.trimmed(day))
    case .label(let label): .label(PageLabel(text: PageText.trimmed(label.text), tone: label.tone, page: label.page))
    }
  }
}

extension PageText {
  /// The text as any page may show it.
  static func visible(_ text: String) -> String {
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

  /// As `visible`, without white space at the ends.
  static func trimmed(_ text: String) -> String {
    let visible = visible(text).drop { $0 == " " }
    return String(visible.last == " " ? visible.dropLast() : visible)
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
  /// Not all that it should be.
  case partial
  /// Nothing to say.
  case blank
}
