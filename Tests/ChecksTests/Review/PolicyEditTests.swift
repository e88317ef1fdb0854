import Checks
import Diagnostics
import Documents
import Policy
import Testing
import TestSupport

/// Edits of NEP 57 as a maintainer or somebody sly makes them, and what a review has to say of each.
@Suite(.enabled(if: SharedFolder.isPresent, SharedFolder.skipReason))
struct PolicyEditTests {
  @Test("is judged as it deserves", arguments: PolicyEdit.all)
  func judgement(edit: PolicyEdit) throws {
    let text = try String(decoding: SharedFolder.bytes("corpus/nep57/\(Corpus.names[10]).rst"), as: UTF8.self)
    let page = EditedPage(text)
    let base = try linted(page.text)
    var head = page
    for operation in edit.operations { try head.apply(operation) }
    var reviewer = try Reviewer(base: base, head: linted(head.text), today: #require(CalendarDate("2026-11-30")))
    for name in head.agreed { reviewer.acknowledged[name.lowercased()] = "https://github.com/numpy/numpy/pull/7" }
    let findings = reviewer.review().findings.filter { $0.standing != .old && $0.diagnostic.severity > .info }
    let said = Set(findings.map { $0.diagnostic.rule + ($0.diagnostic.severity == .error ? "" : "?") })
    #expect(said.sorted() == edit.expected, "\(findings.map(\.diagnostic.message))")
  }

  private func linted(_ text: String) throws -> PolicyState {
    let file = SourceFile(path: "nep-0057-numpy-platform-support.rst", text: text)
    let document = LocatedDocument(file, as: .restructuredText, policy: .nep57)
    var state = PolicyState(documents: [document], policy: .nep57)
    let context = RuleContext(
      file: file, document: document.document, policy: .nep57, located: document.located,
      today: try #require(CalendarDate("2026-11-30")))
    state.lint = RuleRunner.diagnostics(for: context, rules: AllRules.linting).sorted(by: Diagnostic.reportOrder)
    return state
  }
}

/// An edit and the ids of what a review reports of it; `?` for a warning.
struct PolicyEdit: Sendable, CustomTestStringConvertible {
  let title: String
  var operations: [Operation] = []
  var expected: [String] = []

  struct Operation: Sendable {
    let sign: Character
    let text: String
    var parts: [String] { text.split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed) }
  }

  var testDescription: String { title }

  static let all: [PolicyEdit] = table.split(separator: "\n").reduce(into: []) { edits, line in
    let text = line.dropFirst(2)
    switch line.first {
    case "@": edits.append(PolicyEdit(title: String(text)))
    case "=": edits[edits.count - 1].expected = text.split(separator: " ").map(String.init).sorted()
    case let sign?: edits[edits.count - 1].operations.append(Operation(sign: sign, text: String(text)))
    case nil: break
    }
  }
}

/// A page of grid tables whose rows can be edited without drawing the tables.
private struct EditedPage {
  private struct NoSuchText: Error { let text: String }

  private static let names = ["tier 1", "tier 2", "tier 3", "former", "interest"]
  /// Lines, and the tables by their numbers.
  private var blocks: [(line: String, table: Int?)] = []
  private var tables: [[[String]]] = []
  /// Further tables, by the numbers of those that they stand behind, with what stands above them.
  private var divisions: [(table: Int, above: String, rows: [[String]])] = []
  private var replacements: [(old: String, new: String)] = []
  private(set) var agreed: [String] = []

  init(_ text: String) {
    var isNewRow = true
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("+--") || line.hasPrefix("+==") || line.hasPrefix("|") else {
        blocks.append((String(line), nil))
        continue
      }
      if blocks.last?.table == nil {
        blocks.append(("", tables.count))
        tables.append([])
      }
      guard line.hasPrefix("|") else {
        isNewRow = true
        continue
      }
      let cells = line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed)
      let table = tables.count - 1
      if isNewRow {
        tables[table].append(cells)
      } else {
        let row = tables[table].count - 1
        tables[table][row] = zip(tables[table][row], cells).map { $1.isEmpty ? $0 : $0 + " " + $1 }
      }
      isNewRow = false
    }
  }

  var text: String {
    let lines = blocks.flatMap { block in
      guard let table = block.table else { return [block.line] }
      let further = divisions.filter { $0.table == table }.flatMap { division in
        let isHeading = division.above.last != ":"
        return ["", division.above] + (isHeading ? [String(repeating: "'", count: division.above.count)] : [])
          + [""] + Self.drawn([tables[table][0]] + division.rows)
      }
      return Self.drawn(tables[table]) + further
    }
    return replacements.reduce(lines.joined(separator: "\n")) { $0.replacing($1.old, with: $1.new) }
  }

  private static func drawn(_ rows: [[String]]) -> [String] {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    func border(_ mark: String) -> String {
      "+" + widths.map { String(repeating: mark, count: $0 + 2) + "+" }.joined()
    }
    return [border("-")]
      + rows.enumerated().flatMap { number, row in
        let cells = zip(row, widths).map { " " + $0 + String(repeating: " ", count: $1 - $0.count) + " |" }
        return ["|" + cells.joined(), border(number == 0 ? "=" : "-")]
      }
  }

  mutating func apply(_ operation: PolicyEdit.Operation) throws {
    let parts = operation.parts
    switch operation.sign {
    case "-": _ = try take(operation.text)
    case "~":
      let (table, row) = try place(of: parts[0])
      for (column, part) in parts.enumerated() { tables[table][row][column] = part }
    case "+":
      let table = try #require(Self.names.firstIndex(of: parts[0]))
      let width = tables[table][0].count
      tables[table].append(Array((parts.dropFirst() + ["", ""]).prefix(width)))
    case ">":
      let table = try #require(Self.names.firstIndex(of: parts[0]))
      let rows = try parts[2].split(separator: ",").map { try take($0.trimmed) }
      divisions.append((table, parts[1], rows))
    case "/":
      let texts = operation.text.replacing("¶", with: "\n").split(separator: " => ", maxSplits: 1).map(String.init)
      guard text.contains(texts[0]) else { throw NoSuchText(text: texts[0]) }
      replacements.append((texts[0], texts.count > 1 ? texts[1] : ""))
    case ".": replacements.append((".. _gh-22318:", ".. _\(operation.text)\n.. _gh-22318:"))
    default: agreed.append(operation.text)
    }
  }

  private mutating func take(_ name: String) throws -> [String] {
    let (table, row) = try place(of: name)
    return tables[table].remove(at: row)
  }

  private func place(of name: String) throws -> (table: Int, row: Int) {
    for (table, rows) in tables.enumerated() {
      if let row = rows.firstIndex(where: { $0[0] == name }) { return (table, row) }
    }
    throw NoSuchText(text: name)
  }
}

extension Substring {
  fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}
