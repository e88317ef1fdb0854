import Diagnostics
import Documents
import Foundation
import Testing
import TestSupport

/// Our tables, sections and targets against those of docutils.
@Suite("RST oracle")
struct RSTOracleTests {
  static let skipReason: Testing.Comment = "skipped: no docutils"
  static let hasDocutils =
    Oracle.isPresent("python3") && (try? Oracle("python3").run(["-c", "import docutils"])) != nil

  @Test(
    "reads the real documents the same", .enabled(if: hasDocutils, skipReason),
    .enabled(if: SharedFolder.isPresent, SharedFolder.skipReason))
  func corpus() throws {
    let paths = SharedFolder.documents(in: "corpus").map { (SharedFolder.path ?? "") + "/" + $0 }
    #expect(paths.count > 70)
    try compare(paths)
  }

  @Test("reads the documents of this repository the same", .enabled(if: hasDocutils, skipReason))
  func repository() throws {
    let seeds = ["directives", "lists", "tiers"].map { "Tests/Fuzz/Seeds/rst/\($0).rst" }
    try compare((["docs/nep-0057-platform-support.rst"] + seeds).map(PackageFile.path))
  }

  private func compare(_ paths: [String]) throws {
    let published = try DocutilsReading.all(paths)
    #expect(published.count == paths.count)
    for (path, expected) in published {
      let document = try read(path)
      #expect(expected.failure == nil)
      compareTables(document, with: expected, of: path)
      #expect(document.sectionTitles == expected.sectionTitles, "sections of \(path)")
      #expect(Set(document.hyperlinkTargets) == Set(expected.hyperlinkTargets), "targets of \(path)")
    }
  }

  @Test("reads random documents the same", .enabled(if: hasDocutils, skipReason))
  func randomDocuments() throws {
    let folder = try TemporaryFolder()
    var paths: [String] = []
    for seed in 0..<400 {
      var random = RandomReStructuredText(seed: UInt64(seed))
      paths.append(try folder.write(random.document(), to: "\(seed).rst"))
    }
    var tables = 0
    for (path, expected) in try DocutilsReading.all(paths) where expected.failure == nil {
      compareTables(try read(path), with: expected, of: path)
      tables += expected.tables?.count ?? 0
    }
    #expect(tables > 500)
  }

  @Test(
    "leaves docutils' own messages out of cells: they are about the text, and no page should show them",
    .enabled(if: hasDocutils, skipReason))
  func messages() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("+-------+\n| a *b  |\n+-------+\n", to: "a.rst")
    let published = try #require(try DocutilsReading.all([path])[path])
    #expect(published.messages?.first?.contains("start-string without end-string") == true)
    #expect(try read(path).tables.first?.rows.first?.first?.text == "a *b")
  }

  private func read(_ path: String) throws -> PolicyDocument {
    let bytes = Array(try Data(contentsOf: URL(filePath: path)))
    return ReStructuredTextReader.read(SourceFile(path: path, bytes: bytes))
  }

  /// Compares cell by cell; of each table the first difference is told.
  private func compareTables(_ document: PolicyDocument, with expected: DocutilsReading, of path: String) {
    let tables = document.tables.indices.filter { document.tables[$0].isPublished }
    let published = expected.tables ?? []
    #expect(tables.count == published.count, "tables of \(path)")
    for (number, (index, theirs)) in zip(tables, published).enumerated() {
      // docutils finds the rows of the tables in a table's cells among that table's rows.
      let table = document.tables[index]
      let nested = document.tables[(index + 1)...].prefix { $0.nesting > table.nesting }.filter(\.isPublished)
      for (part, rows, expected) in [
        ("head", ([table] + nested).flatMap(\.head), theirs.head),
        ("body", ([table] + nested).flatMap(\.body), theirs.body),
      ] {
        let cells = rows.map { $0.map { DocutilsReading.Cell(text: $0.text, columns: $0.columns, rows: $0.rows) } }
        guard cells != expected else { continue }
        let difference = Self.difference(cells, expected)
        Issue.record("\(path), table \(number), line \(table.range.start.line), \(part): \(difference)")
      }
    }
  }

  private static func difference(_ read: [[DocutilsReading.Cell]], _ expected: [[DocutilsReading.Cell]]) -> String {
    for (row, cells) in zip(read, expected).enumerated() where cells.0 != cells.1 {
      let column =
        zip(cells.0, cells.1).enumerated().first { $1.0 != $1.1 }?.offset ?? min(cells.0.count, cells.1.count)
      return "row \(row), cell \(column): \(cells.0.dropFirst(column).first?.description ?? "none") instead of "
        + (cells.1.dropFirst(column).first?.description ?? "none")
    }
    return "\(read.count) rows instead of \(expected.count)"
  }
}
