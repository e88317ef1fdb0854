/// Text as CommonMark that reads as this text (CommonMark 0.30, "Backslash escapes"), in a cell of a pipe table.
package enum MarkdownEscaping {
  package static func escaped(_ text: String) -> String {
    MarkdownAddress.escaped(text, isFollowed: false, by: escapedCharacters)
  }

  /// As `escaped`, for a text in the brackets of a link, where no address is one.
  static func escapedCharacters(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "\\", "`", "*", "[", "]", "<", "|", "~": result.append("\\")
      case "_":
        let before = index > 0 ? scalars[index - 1] : " "
        let after = index + 1 < scalars.count ? scalars[index + 1] : " "
        if !isWordCharacter(before) || !isWordCharacter(after) { result.append("\\") }
      case "&":
        if index + 1 < scalars.count, isWordCharacter(scalars[index + 1]) || scalars[index + 1] == "#" {
          result.append("\\")
        }
      default: break
      }
      result.append(scalar)
    }
    return String(result)
  }

  /// A code span, its fence longer than any run of backquotes in it; a pipe in it would end the cell.
  static func codeSpan(_ code: String, inTable: Bool) -> String {
    var longest = 0
    var run = 0
    for byte in code.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let padding = code.first == "`" || code.last == "`" ? " " : ""
    let written =
      inTable ? code.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") : code
    return fence + padding + written + padding + fence
  }

  /// A URI as a link's destination.
  static func destination(_ uri: String) -> String {
    let written =
      uri.contains(";")
      ? uri.split(separator: "&", omittingEmptySubsequences: false)
        .joined(separator: "&amp;") : uri
    return written.contains("(") || written.contains(")") ? "<\(written)>" : written
  }

  private static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool { RSTEscaping.isWordCharacter(scalar) }
}
