import Diagnostics
import Documents

/// A reStructuredText document and what was read from it.
struct RSTExample {
  let file: SourceFile
  let document: PolicyDocument

  init(_ text: String) {
    self.init(bytes: Array(text.utf8))
  }

  init(bytes: [UInt8]) {
    file = SourceFile(path: "example.rst", bytes: bytes)
    document = ReStructuredTextReader.read(file)
  }

  var tree: String { DocumentInspection.tree(document) }

  /// The published cells' texts of all tables: rows apart by a line, cells by ` | `, the head by `=`.
  ///
  /// A cell that spans columns or rows says so: `a (2×1)` is two columns wide.
  var tables: [String] {
    document.tables.filter(\.isPublished).map { table in
      let head = Self.lines(table.head)
      return (head + (head.isEmpty ? [] : ["="]) + Self.lines(table.body)).joined(separator: "\n")
    }
  }

  /// The rows as they were meant, of the tables in which they differ.
  var intendedTables: [String] {
    document.tables.compactMap(\.intendedRows).map { Self.lines($0[...]).joined(separator: "\n") }
  }

  /// The first table's cells as they stand in the file.
  var cellSources: [[String]] {
    document.tables.first?.rows.map { $0.map { file.text(in: $0.range) } } ?? []
  }

  /// The first table's cells' ranges.
  var cellRanges: [[String]] {
    document.tables.first?.rows.map { $0.map(\.range.description) } ?? []
  }

  var faults: [DocumentFault.Kind] { document.faults.map(\.kind) }
  var faultSources: [String] { document.faults.map { file.text(in: $0.range) } }

  var faultPlaces: [String] { document.faults.map(\.range.description) }
  var notePlaces: [String] { document.faults.flatMap(\.notes).map(\.range.description) }

  /// The file with all repairs made.
  var repaired: String {
    let fixes = document.faults.map { Fix(.safe, "repair", edits: $0.repair) }
    return String(decoding: file.applying(fixes).bytes, as: UTF8.self)
  }

  private static func lines(_ rows: Slice<TableRows>) -> [String] {
    rows.map { row in
      row.map { $0.text + ($0.columns * $0.rows > 1 ? " (\($0.columns)×\($0.rows))" : "") }.joined(separator: " | ")
    }
  }
}
