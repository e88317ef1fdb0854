import Diagnostics
import Documents
import FoundationEssentials
import Testing

@Suite struct InspectionTests {
  @Test func `JSON gives tables, sections, targets and references by line`() {
    #expect(String(decoding: DocumentInspection.json(Self.document), as: UTF8.self) == Self.json)
  }

  @Test func `the tree is sorted by place and quotes what it found`() {
    let expected = #"""
      document rst
      label 1:1-1:11 "NEP99"
      section 1 3:1-5:16 "NEP 99 — Places"
      field 7:1-7:16 "Status" 7:10-7:15 "Draft"
      field 8:1-8:16 "Type" 8:8-8:15 "Process"
      field 9:1-9:15 "Type" 9:8-9:14 "Twice"
      section 2 12:1-13:7 "Tier 1"
      table grid 15:1-21:9 "Tier 1"
        lead-in "Platforms:"
        head
          cell 16:3-16:11 "Platform"
          cell 16:14-16:19 "Notes"
        row
          cell 18:3-19:8 "\"Plan\" 9" columns 2 rows 2
        row
        intended
          head
            cell 16:3-16:11 "Platform"
      reference hyperlink 18:9-18:14 "gh-1"
      table simple 19:5-21:1 nested
        caption "Inner"
        row
          cell 19:5-19:8 "a␛b"
      fault misaligned-border 21:1-21:9 "the border does not meet the table's columns; '+--+' would"
      list 24:1-25:9 "Tier 1"
        lead-in "Also:"
        item 24:3-25:9 "WASI, nobody"
          emphasis 24:10-24:16 "nobody"
      target external 28:4-28:8 "gh-1" <https://example.org/1>
      link 28:10-28:31 "gh-1" <https://example.org/1>
      target internal 29:4-29:8 "here"
      target indirect 30:4-30:9 "there" to "here"
      comment 31:1-31:20 "platform-tiers: ignore x\\y" scope 33:1-34:1

      """#
    #expect(DocumentInspection.tree(Self.documentWithMore) == expected)
  }

  @Test(arguments: DocumentFormat.allCases)
  func `an empty document is nothing but empty lists`(format: DocumentFormat) throws {
    let document = PolicyDocument(format: format)
    #expect(DocumentInspection.tree(document) == "document \(format.rawValue)\n")
    let json = String(decoding: DocumentInspection.json(document), as: UTF8.self)
    #expect(json.hasPrefix("{\n \"format\": \"\(format.rawValue)\",\n \"title\": null,\n"))
    #expect(
      json.hasSuffix(
        " \"tables\": [],\n \"lists\": [],\n \"targets\": [],\n"
          + " \"references\": [],\n \"links\": [],\n \"faults\": []\n}\n"))
  }

  @Test func `a long table is written whole`() throws {
    struct Written: Decodable {
      struct Table: Decodable {
        struct Cell: Decodable { var text: String }
        var body: [[Cell]]
      }
      var tables: [Table]
    }
    var rows = TableRows()
    for row in 0..<10_000 {
      rows.append((0..<3).map { TableCell(text: "cell \(row)", range: Self.range(row + 1, 1, row + 1, 9), column: $0) })
    }
    var document = PolicyDocument(format: .markdown)
    document.tables = [
      Table(kind: .pipe, range: Self.range(1, 1, 10_000, 9), columnCount: 3, headRowCount: 1, rows: rows)
    ]
    let json = DocumentInspection.json(document)
    let written = try JSONDecoder().decode(Written.self, from: Data(json))
    #expect(written.tables.first?.body.count == 9_999)
    #expect(written.tables.first?.body.last?.last?.text == "cell 9999")
  }

  @Test func `rows of a table in the head stand above those of the table around it`() throws {
    struct Written: Decodable {
      struct Table: Decodable {
        struct Cell: Decodable { var text: String }
        var body: [[Cell]]
      }
      var tables: [Table]
    }
    let example = RSTExample(
      "+-------+\n| == == |\n| a  b  |\n| == == |\n+=======+\n| == == |\n| c  d  |\n| == == |\n+-------+\n")
    let json = Data(DocumentInspection.json(example.document))
    let written = try JSONDecoder().decode(Written.self, from: json)
    #expect(written.tables.first?.body.map { $0.map(\.text) } == [["a", "b"], ["c d"], ["c", "d"]])
  }

  @Test func `rows that are counted wrong do no harm`() {
    var document = PolicyDocument(format: .markdown)
    let table = Table(kind: .pipe, range: Self.range(1, 1, 2, 1), columnCount: 0, headRowCount: 5, rows: TableRows())
    document.tables = [table]
    document.tables[0].section = 7
    #expect(DocumentInspection.tree(document) == "document markdown\ntable pipe 1:1-2:1\n")
    #expect(String(decoding: DocumentInspection.json(document), as: UTF8.self).contains("\"endLine\": 1,"))
  }
}

extension InspectionTests {
  private static func range(_ line: Int, _ column: Int, _ endLine: Int, _ endColumn: Int) -> SourceRange {
    SourceRange(SourcePosition(line: line, column: column), SourcePosition(line: endLine, column: endColumn))
  }

  private static let document: PolicyDocument = {
    var document = PolicyDocument(format: .restructuredText)
    document.label = Label(name: "NEP99", range: range(1, 1, 1, 11))
    document.fields = [
      HeaderField(name: "Status", value: "Draft", range: range(7, 1, 7, 16), valueRange: range(7, 10, 7, 15)),
      HeaderField(name: "Type", value: "Process", range: range(8, 1, 8, 16), valueRange: range(8, 8, 8, 15)),
      HeaderField(name: "Type", value: "Twice", range: range(9, 1, 9, 15), valueRange: range(9, 8, 9, 14)),
    ]
    document.sections = [
      Section(title: "NEP 99 — Places", level: 1, titleRange: range(4, 1, 4, 18), range: range(3, 1, 5, 16)),
      Section(title: "Tier 1", level: 2, titleRange: range(12, 1, 12, 7), range: range(12, 1, 13, 7)),
    ]
    let head = [
      TableCell(text: "Platform", range: range(16, 3, 16, 11), column: 0),
      TableCell(text: "Notes", range: range(16, 14, 16, 19), column: 1),
    ]
    let merged = TableCell(text: "\"Plan\" 9", range: range(18, 3, 19, 8), column: 0, columns: 2, rows: 2)
    var outer = Table(
      kind: .grid, range: range(15, 1, 21, 9), columnCount: 2, headRowCount: 1, rows: TableRows([head, [merged], []]))
    outer.section = 1
    let cell = TableCell(text: "a\u{1B}b", range: range(19, 5, 19, 8), column: 0)
    var inner = Table(
      kind: .simple, range: range(19, 5, 21, 1), columnCount: 1, headRowCount: 0, rows: TableRows([[cell]]))
    inner.nesting = 1
    inner.caption = "Inner"
    document.tables = [outer, inner]
    let emphasis = BulletList.Emphasis(text: "nobody", offsets: 6..<12, range: range(24, 10, 24, 16))
    let item = BulletList.Item(text: "WASI, nobody", emphasised: [emphasis], range: range(24, 3, 25, 9))
    document.lists = [BulletList(section: 1, leadIn: "Also:", items: [item], range: range(24, 1, 25, 9))]
    document.targets = [
      LinkTarget(kind: .heading, name: "tier 1", text: "Tier 1", range: range(12, 1, 12, 7)),
      LinkTarget(
        kind: .external, name: "gh-1", text: "GH-1", uri: "https://example.org/1", range: range(28, 4, 28, 8)),
      LinkTarget(kind: .internal, name: "here", text: "here", range: range(29, 4, 29, 8)),
    ]
    document.references = [Reference(kind: .hyperlink, name: "gh-1", text: "gh-1", range: range(18, 9, 18, 14))]
    document.links = [Link(uri: "https://example.org/1", text: "gh-1", range: range(28, 10, 28, 31))]
    document.faults = [DocumentFault(.misalignedBorder(redrawn: "+--+"), at: range(21, 1, 21, 9))]
    return document
  }()

  private static let documentWithMore: PolicyDocument = {
    var document = Self.document
    document.tables[0].leadIn = "Platforms:"
    document.tables[0].intendedRows = TableRows([Array(document.tables[0].rows[0].prefix(1))])
    document.targets.append(
      LinkTarget(kind: .indirect("here"), name: "there", text: "there", range: range(30, 4, 30, 9)))
    document.comments = [
      Comment(text: "platform-tiers: ignore x\\y", range: range(31, 1, 31, 20), scope: range(33, 1, 34, 1))
    ]
    return document
  }()

  private static let json = #"""
    {
     "format": "rst",
     "title": "NEP 99 — Places",
     "label": "NEP99",
     "fields": {
      "Status": "Draft",
      "Type": "Process"
     },
     "sections": [
      {"title": "NEP 99 — Places", "level": 1, "line": 4},
      {"title": "Tier 1", "level": 2, "line": 12}
     ],
     "tables": [
      {
       "line": 15,
       "endLine": 21,
       "section": "Tier 1",
       "kind": "grid",
       "nested": false,
       "caption": null,
       "head": [
        [
         {"text": "Platform", "line": 16, "column": 3, "columns": 1, "rows": 1},
         {"text": "Notes", "line": 16, "column": 14, "columns": 1, "rows": 1}
        ]
       ],
       "body": [
        [
         {"text": "\"Plan\" 9", "line": 18, "column": 3, "columns": 2, "rows": 2}
        ],
        [],
        [
         {"text": "a\u001bb", "line": 19, "column": 5, "columns": 1, "rows": 1}
        ]
       ]
      },
      {
       "line": 19,
       "endLine": 20,
       "section": null,
       "kind": "simple",
       "nested": true,
       "caption": "Inner",
       "head": [],
       "body": [
        [
         {"text": "a\u001bb", "line": 19, "column": 5, "columns": 1, "rows": 1}
        ]
       ]
      }
     ],
     "lists": [
      {
       "line": 24,
       "endLine": 25,
       "section": "Tier 1",
       "items": [
        {"text": "WASI, nobody", "line": 24, "column": 3}
       ]
      }
     ],
     "targets": [
      {"name": "gh-1", "uri": "https://example.org/1", "line": 28, "column": 4, "kind": "external"},
      {"name": "here", "uri": null, "line": 29, "column": 4, "kind": "internal"}
     ],
     "references": [
      {"name": "gh-1", "line": 18, "column": 9, "kind": "hyperlink"}
     ],
     "links": [
      {"uri": "https://example.org/1", "text": "gh-1", "line": 28, "column": 10}
     ],
     "faults": [
      {"kind": "misaligned-border", "message": "the border does not meet the table's columns; '+--+' would", "line": 21, "column": 1, "endLine": 21, "endColumn": 9}
     ]
    }

    """#
}

extension TableRows {
  fileprivate init(_ rows: [[TableCell]]) {
    self.init()
    for row in rows { append(row) }
  }
}
