import Documents
import Foundation
import Testing
import TestSupport

/// Our tables against those of `cmark-gfm -e table`, cell by cell.
@Suite("Markdown oracle")
struct MarkdownOracleTests {
  static let skipReason: Testing.Comment = "skipped: no cmark-gfm or python3"
  static let hasOracle = Oracle.isPresent("cmark-gfm", "python3")

  @Test("reads random documents the same", .enabled(if: hasOracle, skipReason))
  func randomDocuments() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "markdown-oracle-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var paths: [String] = []
    for seed in 0..<2500 {
      var document = RandomMarkdown(seed: UInt64(seed), isWide: seed >= 1500)
      let path = folder.appending(path: "\(seed).md").path()
      try Data(document.text().utf8).write(to: URL(filePath: path))
      paths.append(path)
    }
    #expect(try compare(paths) > 500)
  }

  @Test("reads the documents of this repository the same", .enabled(if: hasOracle, skipReason))
  func repository() throws {
    let folders = ["docs", "docs/rules", "Tests/Fuzz/Seeds/markdown"]
    let paths = try folders.flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: PackageFile.path(folder))
        .filter { $0.hasSuffix(".md") }.map { PackageFile.path("\(folder)/\($0)") }
    }
    #expect(try compare(paths) > 50)
  }

  /// Compares the tables of files.
  ///
  /// - Returns: how many there are.
  private func compare(_ paths: [String]) throws -> Int {
    let output = try Oracle("python3").run([PackageFile.path("Tests/Oracles/gfm.py")] + paths)
    let published = try JSONDecoder().decode([String: [[[String]]]].self, from: output)
    for path in paths {
      let bytes = Array(try Data(contentsOf: URL(filePath: path)))
      let example = MarkdownExample(bytes: bytes)
      let read = example.document.tables.map { table in table.rows.map { $0.map(\.text) } }
      let expected = published[path] ?? []
      guard read != expected else { continue }
      Issue.record(
        "\(path): \(Self.difference(read, expected)) in \(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
    return published.values.reduce(0) { $0 + $1.count }
  }

  private static func difference(_ read: [[[String]]], _ expected: [[[String]]]) -> String {
    guard read.count == expected.count else { return "\(read.count) tables instead of \(expected.count)" }
    for (number, tables) in zip(read, expected).enumerated() where tables.0 != tables.1 {
      guard tables.0.count == tables.1.count else {
        return "table \(number): \(tables.0.count) rows instead of \(tables.1.count)"
      }
      for (row, cells) in zip(tables.0, tables.1).enumerated() where cells.0 != cells.1 {
        return "table \(number), row \(row): \(cells.0) instead of \(cells.1)"
      }
    }
    return "no difference"
  }
}

/// Documents of lines that are likely to make a table together, or to come close.
struct RandomMarkdown {
  private var generator: SeededGenerator
  /// Whether definitions, tags, code and headings stand among the rows, and rows in other containers than their table.
  private let isWide: Bool

  init(seed: UInt64, isWide: Bool) {
    generator = SeededGenerator(seed: seed)
    self.isWide = isWide
  }

  mutating func text() -> String {
    var prefix = ""
    var lines: [String] = []
    for _ in 0..<Int.random(in: 2...12, using: &generator) {
      switch Int.random(in: 0..<10, using: &generator) {
      case 0, 1: prefix = pick(Self.prefixes)
      case 2: prefix = pick(Self.prefixes) + pick(Self.prefixes)
      case 3: prefix = ""
      case 4: prefix = String(prefix.map { "-*+12.)".contains($0) ? " " : $0 })
      default: break
      }
      lines.append(prefix + line())
      if lines.last?.contains("|") == true, Bool.random(using: &generator) {
        prefix = String(prefix.map { "-*+12.)".contains($0) ? " " : $0 })
        lines.append(prefix + pick(Array(Self.delimiterRows.prefix(5))))
        while isWide, Bool.random(using: &generator) {
          lines.append(pick([prefix, prefix, pick(Self.prefixes)]) + pick(Self.lines + Self.rowLikeLines))
        }
      }
    }
    let ending = pick(["\n", "\n", "\n", "\r\n", isWide ? "\r" : "\n"])
    return lines.joined(separator: ending) + pick(["", ending])
  }

  private mutating func line() -> String {
    switch Int.random(in: 0..<12, using: &generator) {
    case 0...3: return "| " + pick(Self.cells) + " | " + pick(Self.cells) + pick([" |", "|", "", " | x |"])
    case 4, 5: return pick(Self.delimiterRows)
    case 6...9: return isWide && Bool.random(using: &generator) ? pick(Self.rowLikeLines) : pick(Self.lines)
    case 10: return pick(Self.cells) + pick(["|", " | ", "\t|\t"]) + pick(Self.cells)
    default:
      return (0..<8).map { _ in pick(Self.marks) }.joined()
    }
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &generator)]
  }

  private static let prefixes = ["", "> ", ">", "- ", "  ", "   ", "    ", "1. ", "2) ", "* ", "\t", ">\t", "-\t", " "]
  private static let delimiterRows = [
    "|---|---|", "--- | ---", "-|-", "|:-:|-:|", "| :-- | --: |  ", "|---|", ":-", "|--|--|--|", "|\t-\t|\t-\t|",
  ]
  private static let lines = [
    "| a | b |", "a | b", "| a |", "text", "", "", "===", "---", "***", "```", "~~~", "<!-- c -->", "<!--", "-->",
    "<div>",
    "</div>", "<i>", "<?", "?>", "# h", "## h ##", "[x]: /u", "[x]: /u 't", "t'", "[y]:", "/v", "|", "||", "| |",
    "2. x",
    "1. x", "-", "- -", "+ x", "> q", "<pre>", "</pre>", "<i", "k='v'>", "\\", "[x]", "a\\",
  ]
  private static let rowLikeLines = [
    "| c | d |", "<b>x</b> | y", "<a href='|'>", "3. a | b", "12) | c |", "- | a |", "> | a |", "> |---|",
    "1. | a | b |", "+", "*",
    "1.", "2)", "    code", "\tcode", "        | c |", "___", "=", "--", "[p|q]: /u", "[r]: /u | x", "[z]: <a b> (t",
    "u)", "[w]",
    "[w]: /p \"", "q\"", "[e]: /u 'a", "c'", "[f]: /u \"g\\\"", "``` x", "~~~ y | z", "<![CDATA[", "]]>", "<!X",
    "<script>",
    "</script>", "\u{B}", "\u{C}| a |", "| a\\|", "\\|", "u | v", "| t |",
  ]
  private static let cells = [
    "a", "b c", "", "\\|", "a \\| b", "\\\\", "\\\\\\|", "`a`", "`a|b`", "`` ` ``", "`a\\|b`", "*a*", "*a", "b*",
    "**a*b**",
    "a_b_c", "_x_", "__a__", "[x]", "[t][x]", "[x][]", "[y]", "[n][m]", "[l](u)", "[a|b](c)", "![i *j*](u)",
    "<https://a.b>",
    "<b>c</b>", "<!-- k -->", "&amp;", "&copy; &x", "AT&T", "# h", "- i", "a #", "é\u{A0}x", "\u{3000}y", "d\te",
    "x \\",
    "1. a", "\"q\"", "!", "![", "](", "<", "a<b", "***c***", "[^x]",
  ]
  private static let marks = Array("|`*_[]()<>!&;\\ -:ax\"'\t#~.1").map(String.init)
}
