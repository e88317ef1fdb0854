/// Comma-separated values as RFC 4180 has them.
///
/// A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, and may run it. The texts are other
/// people's, so an apostrophe is put before such a cell, and before one that begins with an apostrophe: whoever takes
/// one apostrophe off the start of a cell has the text as it was.
package enum CSVText {
  /// One record with its line end.
  package static func record(_ cells: [String]) -> String {
    // A record of one empty field would be an empty line, which some readers skip.
    if cells.count == 1, cells[0].isEmpty { return "\"\"\r\n" }
    return cells.map(field).joined(separator: ",") + "\r\n"
  }

  private static func field(_ text: String) -> String {
    let guarded = text.unicodeScalars.first.map(needsGuard) == true ? "'" + text : text
    guard guarded.utf8.contains(where: { "\",\r\n".utf8.contains($0) }) else { return guarded }
    return "\"" + guarded.unicodeScalars.reduce(into: "") { $0 += $1 == "\"" ? "\"\"" : String($1) } + "\""
  }

  /// With the full-width forms, which some spreadsheets read alike.
  private static func needsGuard(_ first: Unicode.Scalar) -> Bool {
    switch first {
    case "=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "'": true
    default: false
    }
  }
}
