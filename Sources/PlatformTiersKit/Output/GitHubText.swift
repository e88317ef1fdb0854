import Diagnostics
import Rendering

/// Untrusted text in a comment or a summary on GitHub, where it must neither be markup nor call for somebody or something.
///
/// GitHub finds mentions (`@name`), issues (`#1`, `GH-1`) and commits in what Markdown has been turned into: escapes do not
/// help there, and a space of no width does.
enum GitHubText {
  /// One line that reads as the text, wherever it begins; web addresses become links that show where they lead.
  ///
  /// - Parameter limit: how many characters are kept.
  static func escaped(_ text: String, limit: Int = 600) -> String {
    let (text, isCut) = cut(text, limit)
    let escaped = MarkdownAddress.escaped(text, isFollowed: true, always: true, by: characters)
    return block(isCut ? escaped + "…" : escaped)
  }

  /// The text as a link; without an address, or where the text has one of its own, the text alone.
  static func link(_ text: String, to address: String?, limit: Int = 300) -> String {
    guard let address, !text.contains("://") else { return escaped(text, limit: limit) }
    let (text, isCut) = cut(text, limit)
    return "[\(characters(text))\(isCut ? "…" : "")](<\(address)>)"
  }

  /// A row of a pipe table.
  static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }

  static func rule(_ columns: Int) -> String { "|" + String(repeating: "---|", count: columns) + "\n" }

  private static func cut(_ text: String, _ limit: Int) -> (text: String, isCut: Bool) {
    let visible = VisibleText.of(text)
    guard visible.unicodeScalars.count > limit else { return (visible, false) }
    return (String(visible.unicodeScalars.prefix(limit)), true)
  }

  /// What would begin a heading, a list, a quotation or an underline begins none.
  private static func block(_ text: String) -> String {
    let digits = text.prefix { ("0"..."9").contains($0) }
    guard let mark = text.dropFirst(digits.count).first else { return text }
    let isMarker = digits.isEmpty ? "#-+=".contains(mark) : ".)".contains(mark)
    return isMarker ? digits + "\\" + text.dropFirst(digits.count) : text
  }

  private static let noWidth = "&#8203;"

  private static func characters(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.reduce(into: "") { result, index in
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      result += escaped(scalars[index], before: next, afterWord: scalars[max(0, index - 2)..<index])
    }
  }

  private static func escaped(
    _ scalar: Unicode.Scalar, before next: Unicode.Scalar?, afterWord word: ArraySlice<Unicode.Scalar>
  ) -> String {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\\", "`", "*", "_", "[", "]", "|", "~", "$", "!": "\\" + String(scalar)
    case "@": "@" + noWidth
    case "#" where next?.properties.numericType != nil: "#" + noWidth
    case "-" where next?.properties.numericType != nil && word.map { $0.value | 0x20 } == [0x67, 0x68]: "-" + noWidth
    default: String(scalar)
    }
  }
}
