import Diagnostics
import Documents

/// A Markdown text and what was read from it.
struct MarkdownExample {
  let file: SourceFile
  let document: PolicyDocument

  init(_ text: String) {
    self.init(bytes: Array(text.utf8))
  }

  init(bytes: [UInt8]) {
    file = SourceFile(path: "example.md", bytes: bytes)
    document = MarkdownReader.read(file)
  }

  /// The cells' texts of all tables: rows apart by a line, cells by ` | `.
  var tables: [String] {
    document.tables.map { table in
      table.rows.map { $0.map(\.text).joined(separator: " | ") }.joined(separator: "\n")
    }
  }

  /// The first table's cells as they stand in the file.
  var cellSources: [[String]] {
    document.tables.first?.rows.map { $0.map { file.text(in: $0.range) } } ?? []
  }

  var faults: [DocumentFault.Kind] { document.faults.map(\.kind) }
  var faultSources: [String] { document.faults.map { file.text(in: $0.range) } }
}
