import Diagnostics
import Rendering

/// Lines of a report in Markdown.
enum MarkdownText {
  /// Untrusted text that reads as itself, in a cell or at the start of an item.
  static func inline(_ text: String) -> String {
    let escaped = MarkdownEscaping.escaped(VisibleText.of(text))
    // Block structure that begins here.
    guard let first = escaped.first, "#>-+=".contains(first) else { return escaped }
    return "\\" + escaped
  }

  /// A row of a pipe table.
  static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }

  static func rule(_ columns: Int) -> String { "|" + String(repeating: "---|", count: columns) + "\n" }
}
