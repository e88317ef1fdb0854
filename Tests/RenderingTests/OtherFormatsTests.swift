import Documents
import Foundation
import Rendering
import Testing
import TestSupport

/// HTML, CSV and JSON, which none of our readers reads, as Python's standard library reads them.
@Suite("Formats for other programs")
struct OtherFormatsTests {
  private static let hasPython = Oracle.isPresent("python3")
  private static let skipReason: Testing.Comment = "skipped: no python3"

  private func texts(_ table: TableContent) -> [[String]] {
    ([table.titles] + table.rows).map { $0.map(\.text) }
  }

  private func read(_ format: TableFormat, by script: String) throws {
    let folder = try TemporaryFolder()
    let tables = (0..<200).map { GeneratedTable.make(seed: $0, hasMarkup: true) }
    let paths = try tables.enumerated().map { number, table in
      let path = folder["\(number)"]
      try Data(TableRenderer.render(table, as: format).bytes).write(to: URL(filePath: path))
      return path
    }
    let program =
      "import csv, html.parser, json, sys\n" + script + "\nprint(json.dumps([read(p) for p in sys.argv[1:]]))"
    let found = try JSONDecoder().decode([[[String]]].self, from: Oracle("python3").run(["-c", program] + paths))
    for (number, table) in tables.enumerated() { #expect(found[number] == texts(table), "seed \(number)") }
  }

  @Test(
    "CSV has the cells' texts, with an apostrophe before what a spreadsheet would run",
    .enabled(if: hasPython, skipReason))
  func csv() throws {
    try read(
      .csv,
      by: """
        def text(cell):
          assert cell[:1] not in ('=', '+', '-', '@', '\\t', '\\r'), cell
          return cell[1:] if cell.startswith("'") else cell
        def read(path):
          rows = csv.reader(open(path, newline='', encoding='utf-8'), strict=True)
          return [[text(cell) for cell in row] for row in rows]
        """)
  }

  @Test(
    "a cell of CSV is no formula",
    arguments: [
      ("=cmd()", "'=cmd()"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), ("＝a", "'＝a"), ("'a", "''a"), ("a=b", "a=b"),
      ("=\"a\",b", "\"'=\"\"a\"\",b\""), ("", "\"\""), ("\"\u{301}", "\"\"\"\u{301}\""),
    ])
  func formulas(text: String, field: String) {
    #expect(Array(CSVText.record([text]).utf8) == Array((field + "\r\n").utf8))
    #expect(CSVText.record(["a", ""]) == "a,\r\n")
  }

  @Test("HTML has the cells' texts and no element that they name", .enabled(if: hasPython, skipReason))
  func html() throws {
    try read(
      .html,
      by: """
        class Reader(html.parser.HTMLParser):
          rows = None
          def handle_starttag(self, tag, attributes):
            assert tag in 'table thead tbody tr th td code em strong a'.split(), tag
            assert not dict(attributes).get('href', '').startswith('javascript')
            if tag == 'tr': self.rows.append([])
            if tag in ('th', 'td'): self.rows[-1].append('')
          def handle_data(self, data):
            if self.rows and self.rows[-1]: self.rows[-1][-1] += data
        def read(path):
          reader = Reader(convert_charrefs=True)
          reader.rows = []
          reader.feed(open(path, encoding='utf-8').read())
          return [[cell.strip('\\n') for cell in row] for row in reader.rows]
        """)
  }

  @Test("JSON has the cells' texts and links")
  func json() throws {
    struct Published: Decodable, Equatable {
      struct Link: Decodable, Equatable { var text, uri: String }
      struct Cell: Decodable, Equatable {
        var text: String
        var links: [Link]
      }
      var columns: [String]
      var rows: [[Cell]]
    }
    for seed in 0..<200 {
      let table = GeneratedTable.make(seed: seed, hasMarkup: true)
      let bytes = TableRenderer.render(table, as: .json).bytes
      let published = try JSONDecoder().decode(Published.self, from: Data(bytes))
      #expect([published.columns] + published.rows.map { $0.map(\.text) } == texts(table), "seed \(seed)")
      let links = table.rows.joined().flatMap(\.elements).compactMap { element in
        if case .link(let text, let uri) = element { Published.Link(text: text, uri: uri) } else { nil }
      }
      #expect(published.rows.joined().flatMap(\.links) == links, "seed \(seed)")
    }
  }
}
