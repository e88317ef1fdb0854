import Documents

/// Writes an HTML table, with titles that a screen reader reads with each cell.
enum HTMLTable {
  static func lines(_ table: TableContent, targets: LinkTargets) -> [[UInt8]] {
    func cells(_ row: [CellContent], _ open: String, _ close: String) -> [UInt8] {
      Array(("<tr>" + row.map { open + html($0, targets) + close }.joined() + "</tr>").utf8)
    }
    var lines = [Array("<table>".utf8), Array("<thead>".utf8)]
    lines.append(cells(table.titles, "<th scope=\"col\">", "</th>"))
    lines += [Array("</thead>".utf8), Array("<tbody>".utf8)]
    lines += table.rows.map { cells($0, "<td>", "</td>") }
    lines += [Array("</tbody>".utf8), Array("</table>".utf8)]
    return lines
  }

  private static func html(_ content: CellContent, _ targets: LinkTargets) -> String {
    content.elements.map { element in
      let text = escaped(element.text)
      switch element {
      case .text: return text
      case .code: return "<code>\(text)</code>"
      case .emphasis: return "<em>\(text)</em>"
      case .strong: return "<strong>\(text)</strong>"
      case .lineBreak: return "<br>"
      case .link(_, let uri): return anchor(text, uri)
      case .reference(let name):
        return targets.uri(of: name).flatMap(LinkURI.normalized).map { anchor(text, $0) } ?? text
      }
    }.joined()
  }

  private static func anchor(_ text: String, _ uri: String) -> String { "<a href=\"\(escaped(uri))\">\(text)</a>" }

  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
