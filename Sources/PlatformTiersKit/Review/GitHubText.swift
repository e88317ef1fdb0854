import Diagnostics

/// Untrusted text in a comment on GitHub, where it must neither be markup nor call for somebody or something.
///
/// GitHub finds mentions (`@name`), issues (`#1`, `GH-1`) and commits in what Markdown has been turned into: escapes do not
/// help there, and a space of no width does.
enum GitHubText {
  /// One line that reads as the text; web addresses become links that show where they lead.
  ///
  /// - Parameter limit: how many characters are kept.
  static func escaped(_ text: String, limit: Int = 600) -> String {
    let visible = VisibleText.of(text)
    let isCut = visible.unicodeScalars.count > limit
    var rest = Array(visible.unicodeScalars.prefix(limit))[...]
    var result = ""
    while let scalar = rest.first {
      if let length = addressLength(rest) {
        var address = String.UnicodeScalarView()
        address.append(contentsOf: rest.prefix(length))
        result += "<\(String(address))>"
        rest = rest.dropFirst(length)
      } else {
        rest = rest.dropFirst()
        result += escaped(scalar, before: rest.first, afterWord: result)
      }
    }
    return isCut ? result + "…" : result
  }

  private static let noWidth = "&#8203;"

  private static func escaped(_ scalar: Unicode.Scalar, before next: Unicode.Scalar?, afterWord text: String) -> String
  {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\\", "`", "*", "_", "[", "]", "|", "~", "$", "!": "\\" + String(scalar)
    case "@": "@" + noWidth
    case "#" where next?.properties.numericType != nil: "#" + noWidth
    case "-" where next?.properties.numericType != nil && text.lowercased().hasSuffix("gh"): "-" + noWidth
    default: String(scalar)
    }
  }

  /// How long the web address is that stands at the start; nil where there is none.
  private static func addressLength(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
    guard text.first == "h" else { return nil }
    let scheme = ["https://", "http://"].map { Array($0.unicodeScalars) }.first { text.starts(with: $0) }
    guard let scheme else { return nil }
    var address = text.prefix { $0.value > 0x20 && $0.value < 0x7F && !#"<>"'`|\"#.unicodeScalars.contains($0) }
    while let last = address.last, ".,;:!?)".unicodeScalars.contains(last) { address = address.dropLast() }
    return address.count > scheme.count ? address.count : nil
  }
}
