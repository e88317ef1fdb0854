import Diagnostics
import Documents
import Foundation
import Rendering
import Testing
import TestSupport

/// What is rendered reads as what it was made from, by our readers and by docutils and cmark-gfm.
@Suite("Table round trips")
struct RoundTripTests {
  /// A document with a rendered table in it.
  struct Sample {
    let seed: Int
    let table: TableContent
    let format: TableFormat
    let bytes: [UInt8]

    init(seed: Int, hasMarkup: Bool, format: TableFormat) {
      self.seed = seed
      self.format = format
      table = GeneratedTable.make(seed: seed, hasMarkup: hasMarkup)
      let isMarkdown = format == .markdown
      let known =
        isMarkdown
        ? "[known name]: /k\n[known_2]: /k\n\n" : ".. _known name: /k\n.. _known_2: /k\n\n"
      let start = SourceFile(path: "start", text: known)
      let document = DocumentReader.read(start, as: isMarkdown ? .markdown : .restructuredText)
      let rendered = TableRenderer.render(
        table, as: format, targets: LinkTargets(of: document), width: [20, 60, 100][seed % 3])
      let added = rendered.addedTargets.map { $0.restructuredText + "\n" }.joined()
      bytes = start.bytes + rendered.bytes + Array(("\n" + added).utf8)
    }

    var texts: [[String]] { ([table.titles] + table.rows).map { $0.map(\.text) } }
    var isMarkdown: Bool { format == .markdown }
    var document: PolicyDocument {
      DocumentReader.read(SourceFile(path: "x", bytes: bytes), as: isMarkdown ? .markdown : .restructuredText)
    }
  }

  static let formats: [TableFormat] = [.grid, .list, .markdown]

  @Test("our readers read what was rendered", arguments: formats, [false, true])
  func readersAgree(format: TableFormat, hasMarkup: Bool) {
    for seed in 0..<600 {
      let sample = Sample(seed: seed, hasMarkup: hasMarkup, format: format)
      let document = sample.document
      let read = document.tables.map { table in table.rows.map { $0.map(\.text) } }
      guard read != [sample.texts] || !document.faults.isEmpty else { continue }
      Issue.record(
        "seed \(seed): \(read) instead of \(sample.texts)\n\(document.faults)\n\(String(decoding: sample.bytes, as: UTF8.self))"
      )
      return
    }
  }

  @Test("every reference in a rendered table has its target", arguments: formats)
  func linksLeadSomewhere(format: TableFormat) {
    for seed in 0..<600 {
      let sample = Sample(seed: seed, hasMarkup: true, format: format)
      let document = sample.document
      let targets = Set(document.targets.map(\.name))
      let dangling = document.references.filter { $0.kind != .anonymous && !targets.contains($0.name) }
      let uris = Set(document.links.map(\.uri))
      let missing = sample.table.rows.joined().flatMap(\.elements).filter { element in
        if case .link(_, let uri) = element { !uris.contains(uri) } else { false }
      }
      guard !dangling.isEmpty || !missing.isEmpty else { continue }
      Issue.record(
        "seed \(seed): \(dangling.map(\.text)) \(missing) \(uris)\n\(String(decoding: sample.bytes, as: UTF8.self))")
      return
    }
  }

  @Test("rendering what was read gives the same bytes", arguments: formats)
  func renderingIsStable(format: TableFormat) {
    for seed in 0..<300 {
      let table = GeneratedTable.make(seed: seed, hasMarkup: false)
      let bytes = TableRenderer.render(table, as: format, width: 60).bytes
      let document = DocumentReader.read(
        SourceFile(path: "x", bytes: bytes), as: format == .markdown ? .markdown : .restructuredText)
      let rows = (document.tables.first?.rows).map { rows in rows.map { $0.map { CellContent(text: $0.text) } } } ?? []
      let again = TableContent(titles: rows.first ?? [], rows: Array(rows.dropFirst()))
      let rendered = TableRenderer.render(again, as: format, width: 60).bytes
      #expect(String(decoding: rendered, as: UTF8.self) == String(decoding: bytes, as: UTF8.self), "seed \(seed)")
    }
  }

  /// The content of each cell of the document's table, markup included; nil where the table is not there.
  private func contents(of document: PolicyDocument, in file: SourceFile) -> TableContent? {
    guard let table = document.tables.first else { return nil }
    let elements = DocumentElements(of: document, in: file)
    let rows = table.rows.map { row in row.map { CellContent(elements.elements(at: $0.range)) } }
    return TableContent(titles: rows.first ?? [], rows: Array(rows.dropFirst()))
  }

  @Test("with markup too", arguments: formats)
  func renderingMarkupIsStable(format: TableFormat) throws {
    for seed in 0..<400 {
      let sample = Sample(seed: seed, hasMarkup: true, format: format)
      // Markdown's links by name are read as the links that they are.
      let hasNames = sample.table.rows.joined().flatMap(\.elements).contains {
        if case .reference = $0 { true } else { false }
      }
      if sample.isMarkdown, hasNames { continue }
      let file = SourceFile(path: "x", bytes: sample.bytes)
      let read = try #require(contents(of: sample.document, in: file))
      let rendered = TableRenderer.render(
        read, as: format, targets: LinkTargets(of: sample.document), width: [20, 60, 100][seed % 3])
      #expect(rendered.addedTargets.isEmpty, "seed \(seed)")
      let text = String(decoding: rendered.bytes, as: UTF8.self)
      #expect(String(decoding: sample.bytes, as: UTF8.self).contains(text), "seed \(seed)\n\(text)")
    }
  }

  // MARK: Oracles

  @Test(
    "docutils reads the same cells and has nothing to say",
    .enabled(if: Oracle.isPresent("python3", "rst2html"), "skipped: no docutils"))
  func docutilsAgrees() throws {
    struct Published: Decodable {
      struct Cell: Decodable { var text: String }
      struct Table: Decodable {
        var head: [[Cell]]
        var body: [[Cell]]
      }
      var tables: [Table]
      var messages: [String]
    }
    let samples = (0..<400).map { Sample(seed: $0, hasMarkup: $0 % 4 > 0, format: $0 % 2 == 0 ? .grid : .list) }
    let published: [Published] = try run("rst.py", on: samples)
    for (sample, document) in zip(samples, published) {
      report(sample, document.tables.map { ($0.head + $0.body).map { $0.map(\.text) } })
      #expect(document.messages == [], "seed \(sample.seed)")
    }
  }

  @Test(
    "cmark-gfm reads the same cells",
    .enabled(if: Oracle.isPresent("python3", "cmark-gfm"), "skipped: no cmark-gfm"))
  func cmarkAgrees() throws {
    let samples = (0..<400).map { Sample(seed: $0, hasMarkup: $0 % 4 > 0, format: .markdown) }
    let published: [[[[String]]]] = try run("gfm.py", on: samples)
    for (sample, tables) in zip(samples, published) { report(sample, tables) }
  }

  private func run<Result: Decodable>(_ script: String, on samples: [Sample]) throws -> [Result] {
    let folder = try TemporaryFolder()
    let paths = try samples.map { sample in
      let path = folder["\(sample.seed).txt"]
      try Data(sample.bytes).write(to: URL(filePath: path))
      return path
    }
    let output = try Oracle("python3").run([PackageFile.path("Tests/Oracles/\(script)")] + paths)
    let found = try JSONDecoder().decode([String: Result].self, from: output)
    return try paths.map { try #require(found[$0]) }
  }

  private func report(_ sample: Sample, _ read: [[[String]]]) {
    guard read != [sample.texts] else { return }
    Issue.record(
      "seed \(sample.seed): \(read) instead of \(sample.texts)\n\(String(decoding: sample.bytes, as: UTF8.self))")
  }
}
