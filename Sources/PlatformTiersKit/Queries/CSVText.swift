import Diagnostics

/// Comma-separated values as RFC 4180 has them.
///
/// A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, and may run it. Registry text is other
/// people's, so an apostrophe is put before such a cell; a program that needs the text as it is takes JSON.
enum CSVText {
  /// One record with its line end.
  static func record(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  private static func cell(_ text: String) -> String {
    var text = VisibleText.of(text)
    if let first = text.unicodeScalars.first, formulaStarts.contains(first) { text = "'" + text }
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ",") }) else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  /// With the full-width forms, which some spreadsheets read alike. Tabs and line ends are made visible before.
  private static let formulaStarts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
}
