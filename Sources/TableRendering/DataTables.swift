import Diagnostics
import PolicyDocuments

/// Writes comma-separated values (RFC 4180, with LF line ends): plain texts, the titles first.
enum CSVTable {
  static func lines(_ table: TableContent) -> [[UInt8]] {
    table.allRows.map { row in
      Array(row.map { quoted($0.text) }.joined(separator: ",").utf8)
    }
  }

  private static func quoted(_ text: String) -> String {
    // A row of one empty field would be an empty line, and white space after a comma is skipped by some readers.
    let isPlain = !text.isEmpty && !text.utf8.contains { "\",".utf8.contains($0) }
    return isPlain
      ? text
      : "\""
        + text.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"") + "\""
  }
}

/// Writes JSON: `{"columns": [text], "rows": [[{"text": text, "links": [{"text": text, "uri": text}]}]]}`.
enum JSONTable {
  static func bytes(_ table: TableContent, targets: LinkTargets) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("columns")
      json.array(.line) { json in
        for title in table.titles { json.value(title.text) }
      }
      json.key("rows")
      json.array { json in
        for row in table.rows {
          json.array { json in
            for cell in row { write(cell, targets, to: &json) }
          }
        }
      }
    }
    return json.finished()
  }

  private static func write(_ cell: CellContent, _ targets: LinkTargets, to json: inout JSONWriter) {
    json.object(.line) { json in
      json.member("text", cell.text)
      json.key("links")
      json.array { json in
        for element in cell.elements {
          guard let uri = uri(of: element, targets) else { continue }
          json.object { json in
            json.member("text", element.text)
            json.member("uri", uri)
          }
        }
      }
    }
  }

  private static func uri(of element: InlineElement, _ targets: LinkTargets) -> String? {
    switch element {
    case .link(_, let uri): uri
    case .reference(let name): targets.uri(of: name)
    case .text, .code, .emphasis: nil
    }
  }
}
