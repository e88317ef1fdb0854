import Diagnostics

/// A small picture of two words.
package struct PageBadge: Hashable, Sendable {
  private static let height = 20
  private static let padding = 7

  package var label: String
  package var message: String
  package var tone: PageTone

  package init(label: String, message: String, tone: PageTone) {
    self.label = PageText.trimmed(label)
    self.message = PageText.trimmed(message)
    self.tone = tone
  }

  /// The whole file.
  package var svg: [UInt8] {
    let (left, right) = (Self.width(of: label), Self.width(of: message))
    let title = "\(label): \(message)"
    return MarkupText.file(
      of: .element(
        "svg",
        [
          HTMLAttribute("xmlns", "http://www.w3.org/2000/svg"), number("width", left + right),
          number("height", Self.height), HTMLAttribute("role", "img"), HTMLAttribute("aria-label", title),
        ],
        [
          .element("title", text: title), half(from: 0, left, "#444c56"), half(from: left, right, tone.colour),
          words(label, from: 0, left), words(message, from: left, right),
        ]))
  }

  private func half(from x: Int, _ width: Int, _ colour: String) -> HTMLNode {
    .element(
      "rect",
      [number("x", x), number("width", width), number("height", Self.height), HTMLAttribute("fill", colour)])
  }

  private func words(_ text: String, from x: Int, _ width: Int) -> HTMLNode {
    .element(
      "text",
      [
        number("x", x + Self.padding), number("y", 14), number("textLength", width - 2 * Self.padding),
        HTMLAttribute("lengthAdjust", "spacingAndGlyphs"), HTMLAttribute("fill", "#ffffff"),
        HTMLAttribute("font-family", "Verdana, DejaVu Sans, sans-serif"), number("font-size", 11),
      ], text: text)
  }

  private func number(_ name: StaticString, _ value: Int) -> HTMLAttribute { HTMLAttribute(name, String(value)) }

  private static func width(of text: String) -> Int { TextWidth.columns(of: text) * 7 + 2 * padding }
}

extension PageTone {
  /// On which white letters can be read.
  package var colour: String {
    switch self {
    case .tier(0), .met: "#17693a"
    case .tier(1): "#1659a6"
    case .tier(2): "#6a3fae"
    case .tier, .partial, .unknown: "#7a5212"
    case .unmet: "#9b1c16"
    case .unsupported, .blank: "#5a6470"
    }
  }
}
