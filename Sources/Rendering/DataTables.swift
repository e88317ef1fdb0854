import Diagnostics
import Documents

/// Writes comma-separated values: plain texts, the titles first.
enum CSVTable {
  static func bytes(_ table: TableContent) -> [UInt8] {
    Array(table.allRows.map { row in CSVText.record(row.map { $0.text }) }.joined().utf8)
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
