import Checks
import Diagnostics
import Documents
import Foundation
import Policy
import TestSupport
import Testing

/// A slip of the finger in a tier's table that changes what docutils publishes is found.
@Suite("Edited tables against docutils")
struct EditedTableTests {
  @Test(
    "an edit that changes rows or columns is found, one that changes nothing is not",
    .enabled(if: NamesOracleTests.hasDocutils, NamesOracleTests.skipReason),
    .enabled(if: SharedFolder.isPresent, SharedFolder.skipReason), arguments: ["05", "06", "07", "11"])
  func edits(revision: String) throws {
    let path = try #require(SharedFolder.documents(in: "corpus/nep57").first { $0.contains("/\(revision)-") })
    let text = String(decoding: try SharedFolder.bytes(path), as: UTF8.self)
    var edits = TableEdits(text, seed: UInt64(revision) ?? 0)
    let edited = (0..<150).map { _ in edits.next() }
    let folder = try TemporaryFolder()
    let paths = try ([text] + edited.map(\.text)).enumerated().map { try folder.write($1, to: "nep-0057-\($0).rst") }
    let output = try Oracle("python3").run([PackageFile.path("Tests/Oracles/rst.py")] + paths)
    let published = try JSONDecoder().decode([String: Published].self, from: output)
    let base = try #require(published[paths[0]])
    let known = findings(in: text)
    var changes = 0
    for (path, edit) in zip(paths.dropFirst(), edited) {
      let reading = try #require(published[path])
      let new = findings(in: edit.text).subtracting(known)
      if reading.shape != base.shape {
        changes += 1
        #expect(!new.isEmpty, "\(edit.name) is missed")
      } else if edit.changesNothing {
        #expect(reading == base)
        #expect(new.isEmpty, "\(edit.name)")
      }
    }
    #expect(changes > 60)
  }

  private struct Published: Decodable, Equatable {
    struct Table: Decodable, Equatable {
      var head: [[Cell]]
      var body: [[Cell]]
    }

    struct Cell: Decodable, Equatable {
      var text: String
      var columns: Int
      var rows: Int
    }

    var tables: [Table]

    /// What the cells of each row span, and which rows are the head.
    var shape: [String] {
      tables.map { table in
        [table.head, table.body].map { rows in
          rows.map { row in row.map { "\($0.columns)×\($0.rows)" }.joined(separator: " ") }.joined(separator: "\n")
        }.joined(separator: "\n=\n")
      }
    }
  }

  /// Rule and message, but for information.
  private func findings(in text: String) -> Set<String> {
    guard let today = RuleExample.today else { return [] }
    let file = SourceFile(path: "nep-0057-platforms.rst", text: text)
    let document = DocumentReader.read(file, as: .restructuredText)
    let context = RuleContext(
      file: file, document: document, policy: .nep57,
      located: PolicyInterpreter.locate(document, in: file, policy: .nep57), today: today)
    let found = RuleRunner.diagnostics(for: context, rules: AllRules.all).filter { $0.severity > .info }
    return Set(found.map { "\($0.rule): \($0.message)" })
  }
}

/// Edits of one keystroke in the lines of a document's grid tables.
private struct TableEdits {
  struct Edit {
    var name: String
    var text: String
    var changesNothing = false
  }

  private let lines: [String]
  private let drawn: [Int]
  private var random: SeededGenerator

  init(_ text: String, seed: UInt64) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var drawn: [Int] = []
    for (index, line) in lines.enumerated() where line.hasPrefix("+") || line.hasPrefix("|") { drawn.append(index) }
    self.drawn = drawn
    random = SeededGenerator(seed: seed)
  }

  mutating func next() -> Edit {
    let index = drawn.randomElement(using: &random) ?? 0
    let line = lines[index]
    // Borders and the places of '|' and '+' are where structure is.
    let places = line.indices.filter { line.hasPrefix("+") || "+|".contains(line[$0]) }
    let place = places.randomElement(using: &random) ?? line.startIndex
    let key = ["x", " ", "-", "|", "+", "="].randomElement(using: &random) ?? "x"
    let (before, after) = (String(line[..<place]), String(line[place...]))
    let next = index + 1 < lines.count ? lines[index + 1] : ""
    switch Int.random(in: 0..<12, using: &random) {
    case 0: return edit("dropped", index, [])
    case 1: return edit("doubled", index, [line, line])
    case 2: return edit("a blank line above", index, ["", line])
    case 3: return edit("indented", index, [" " + line])
    case 4: return edit("a space at the end", index, [line + " "], changesNothing: true)
    case 5: return edit("joined with the next", index, [line + next], count: 2)
    case 6: return edit("swapped with the next", index, [next, line], count: 2)
    case 7: return edit("split", index, [before, after])
    case 8: return edit("a character deleted", index, [before + after.dropFirst()])
    case 9: return edit("'\(key)' inserted", index, [before + key + after])
    default: return edit("'\(key)' typed over", index, [before + key + after.dropFirst()])
    }
  }

  private func edit(
    _ name: String, _ index: Int, _ replacement: [String], count: Int = 1, changesNothing: Bool = false
  ) -> Edit {
    var edited = lines
    edited.replaceSubrange(index..<min(index + count, lines.count), with: replacement)
    return Edit(
      name: "line \(index + 1), \(name): \(replacement)", text: edited.joined(separator: "\n"),
      changesNothing: changesNothing)
  }
}
