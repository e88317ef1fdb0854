import Diagnostics
import Documents
import Foundation
import PlatformTiersKit
import Policy
import Testing
import TestSupport

/// Documents with one slip of the fingers, into which a registry is written.
///
/// Whatever the slip, `generate` either leaves the document as it is and says so, or what docutils and cmark-gfm then read
/// in its tables and lists is what they read in the whole document.
@Suite("Documents with one keystroke too many", .enabled(if: PublishedReading.isPresent, PublishedReading.skipReason))
struct KeystrokeTests {
  private struct Slip {
    var name: String
    var bytes: [UInt8]
  }

  private struct Case {
    var slip: String
    var generated: GeneratedDocument
    var edited: [UInt8]
  }

  static let grid = """
    Platforms
    =========

    Tier 2
    ------

    Tier 2 platforms:

    +--------------+------------------+--------------+
    | Platform     | Notes            | Contacts     |
    +==============+==================+==============+
    | Haiku x86-64 | donated machines | Ada Lovelace |
    |              | in two rooms     |              |
    +--------------+------------------+--------------+
    | Plan 9       | see gh-1_        | Bo Diddley   |
    +--------------+------------------+--------------+

    Tier 3
    ------

    +----------+-------+--------------+
    | Platform | Notes | Contacts     |
    +==========+=======+==============+
    | AROS     |       | Ada Lovelace |
    +----------+-------+--------------+

    .. _gh-1: https://example.org/1

    """

  static let simple = """
    Platforms
    =========

    Tier 2
    ------

    ============  =================  ============
    Platform      Notes              Contacts
    ============  =================  ============
    Haiku x86-64  donated machines   Ada Lovelace
                  in two rooms
    Plan 9                           Bo Diddley
    ============  =================  ============

    Tier 3
    ------

    ========  ===========  ============
    Platform  Notes        Contacts
    ========  ===========  ============
    AROS      ``m68k`` and Ada Lovelace
    ========  ===========  ============

    """

  static let pipes = """
    # Platforms

    ## Tier 2

    Tier 2 platforms:

    | Platform     | Notes            | Contacts     |
    |--------------|------------------|--------------|
    | Haiku x86-64 | donated machines | Ada Lovelace |
    | Plan 9       | `9P`             | Bo Diddley   |

    ## Tier 3

    Platform | Notes | Contacts
    ---------|-------|---------
    AROS     |       | Ada Lovelace

    The end.

    """

  static let lists = """
    Platforms
    =========

    Tier 2
    ------

    Tier 2 platforms:

    - Haiku x86-64 (note: donated machines), *Ada Lovelace*
    - Plan 9, *Bo Diddley*

    Tier 3
    ------

    Tier 3 platforms:

    - AROS, *Ada Lovelace*

    """

  @Test(
    "each slip is refused, mended or without effect",
    arguments: [
      ("grid", grid, DocumentFormat.restructuredText), ("simple", simple, .restructuredText),
      ("pipes", pipes, .markdown), ("lists", lists, .restructuredText),
    ])
  func slips(name: String, text: String, format: DocumentFormat) throws {
    let path = format == .markdown ? "page.md" : "page.rst"
    try check(try PublishedPage("nep57", path, .nep57, Array(text.utf8)), lines: nil, seed: name.utf8.count)
  }

  @Test(
    "so is each slip in a real page's tables", .enabled(if: SharedFolder.isPresent, SharedFolder.skipReason),
    arguments: [
      ("nep57", "/07-"), ("nep57", "/03-"), ("crystal", "/18-"), ("libuv", "/22-"), ("numba", "/04-"),
      ("pep-11", "/20-"),
      ("uv", "/10-"), ("wasmtime", "/37-"),
    ])
  func realSlips(project: String, revision: String) throws {
    let page = try #require(try PublishedPage.all(of: project).first { $0.path.contains(revision) })
    let all = Self.lines(of: page)
    // As many of a long page as of a short one.
    let step = Self.isExhaustive ? 1 : max(1, all.count / 40)
    let lines = Set(all.sorted().enumerated().filter { $0.offset % step == 0 }.map(\.element))
    try check(page, lines: lines, seed: 1)
  }

  private static let isExhaustive = ProcessInfo.processInfo.environment["PLATFORM_TIERS_EVERY_MOVE"] != nil

  /// The lines of the tables and lists of platforms, but for rows and items that list none: those are not the registry's.
  private static func lines(of page: PublishedPage) -> Set<Int> {
    let document = DocumentReader.read(page.file, as: page.format)
    let listed = Set(page.located.rows.map(\.range.start))
    var lines: Set<Int> = []
    for listing in page.located.listings {
      switch listing.form {
      case .tables(let indices):
        for table in indices.map({ document.tables[$0] }) {
          lines.formUnion(table.range.start.line - 1...table.range.end.line + 1)
          for row in table.rows.dropFirst(table.headRowCount)
          where !row.contains(where: { listed.contains($0.range.start) }) {
            for cell in row { lines.subtract(cell.range.start.line...cell.range.end.line) }
          }
        }
      case .lists(let indices):
        for item in indices.flatMap({ document.lists[$0].items }) {
          lines.formUnion(item.range.start.line...item.range.end.line)
        }
      case .missing: break
      }
    }
    return lines
  }

  /// - Parameter lines: those that slips are made in; nil for all.
  private func check(_ page: PublishedPage, lines: Set<Int>?, seed: Int) throws {
    let registry = try page.registry()
    #expect(page.generated(registry).bytes == page.file.bytes)
    let cases = Self.slips(of: page.file.bytes, lines: lines, seed: seed).map { slip in
      Case(
        slip: slip.name,
        generated: page.generated(registry, from: SourceFile(path: page.path, bytes: slip.bytes)), edited: slip.bytes)
    }
    // Of a tier's several lists the last takes what is in none.
    let hasSeveralLists = page.located.listings.contains {
      if case .lists(let lists) = $0.form { lists.count > 1 } else { false }
    }
    let written = cases.filter { $0.generated.refused.isEmpty }
    // Where a heading or an introduction is gone, the other tables are written.
    for refused in cases
    where refused.generated.refused.contains(where: { !$0.message.contains("has no table or list") }) {
      #expect(refused.generated.bytes == refused.edited, "\(refused.slip)")
    }
    let readings = try PublishedReading.all(
      [(page.file.bytes, page.format)] + written.map { ($0.generated.bytes, page.format) })
    let wrong = zip(written, readings.dropFirst()).filter {
      !Self.lists($1, the: readings[0], divided: !hasSeveralLists)
    }
    #expect(written.count > cases.count / 10 && written.count < cases.count)
    for (item, reading) in wrong.prefix(20) {
      Issue.record("\(page.path), \(item.slip): \(reading.blocks)")
    }
  }

  /// Whether the tables and lists of the whole document are there, each once, with their rows in any order. What stands
  /// in their heads is not the registry's to say.
  private static func lists(_ reading: PublishedReading, the whole: PublishedReading, divided: Bool) -> Bool {
    func tables(_ reading: PublishedReading) -> [ArraySlice<[String]>] {
      zip(reading.tables, reading.heads).map { rows, head in
        rows.dropFirst(head).map { $0.map(Self.withoutFootnotes) }[...]
      }
    }
    // An item's parts may be divided otherwise and stand in any order, and a bullet by itself says nothing.
    func lists(_ reading: PublishedReading) -> [[String]] {
      let lists = reading.lists.filter { $0 != [""] }.map { $0.map(Self.words).sorted() }
      return divided ? lists : [lists.flatMap { $0 }.sorted()]
    }
    func heads(_ reading: PublishedReading) -> [[Int]] {
      zip(reading.tables, reading.heads).map { $0.prefix($1).map(\.count) }
    }
    return lists(reading) == lists(whole) && heads(reading) == heads(whole)
      && zip(tables(reading), tables(whole)).allSatisfy(haveSameRows)
  }

  /// Whether two tables have the same rows in any order. docutils reads variants below a blank first cell as paragraphs of
  /// one row, which may have become rows of their own.
  private static func haveSameRows(_ left: ArraySlice<[String]>, _ right: ArraySlice<[String]>) -> Bool {
    var (left, right) = (Array(left), Array(right))
    for row in left {
      guard let index = right.firstIndex(of: row), let own = left.firstIndex(of: row) else { continue }
      right.remove(at: index)
      left.remove(at: own)
    }
    let (ours, theirs) = (Dictionary(grouping: left, by: \.first), Dictionary(grouping: right, by: \.first))
    return ours.keys == theirs.keys
      && ours.allSatisfy { name, rows in
        let others = theirs[name] ?? []
        return rows.count != others.count && Self.words(in: rows) == Self.words(in: others)
      }
  }

  /// The registry has no footnotes of names, and a row that is gone has its own no more.
  private static func withoutFootnotes(_ text: String) -> String { text.replacing(/\ ?\[\^[^\]]*\]/, with: "") }

  private static func words(in rows: [[String]]) -> [String] {
    rows.flatMap { $0.dropFirst().flatMap { $0.split(separator: " ").map(String.init) } }.sorted()
  }

  private static func words(_ item: String) -> String {
    item.replacing("note:", with: "").split { !$0.isLetter && !$0.isNumber }.sorted().joined()
  }

  // MARK: Slips

  private static func slips(of bytes: [UInt8], lines chosen: Set<Int>?, seed: Int) -> [Slip] {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
    var slips: [Slip] = []
    func add(_ name: String, _ line: Int, _ changed: [[UInt8]]) {
      slips.append(
        Slip(name: "\(name) in line \(line + 1)", bytes: Array(changed.joined(separator: [UInt8(ascii: "\n")]))))
    }
    var generator = SeededGenerator(seed: UInt64(seed))
    for (number, line) in lines.enumerated() where !line.isEmpty && chosen?.contains(number + 1) ?? true {
      func replaced(by new: [[UInt8]]) -> [[UInt8]] { Array(lines[..<number]) + new + Array(lines[(number + 1)...]) }
      add("blank line before", number, replaced(by: [[], line]))
      add("doubled", number, replaced(by: [line, line]))
      add("dropped", number, replaced(by: []))
      add("indented", number, replaced(by: [[UInt8(ascii: " ")] + line]))
      if line[0] == UInt8(ascii: " ") { add("dedented", number, replaced(by: [Array(line.dropFirst())])) }
      if number + 1 < lines.count {
        add("joined", number, Array(lines[..<number]) + [line + lines[number + 1]] + Array(lines[(number + 2)...]))
        add("swapped", number, Array(lines[..<number]) + [lines[number + 1], line] + Array(lines[(number + 2)...]))
      }
      for (index, byte) in line.enumerated() where chosen == nil && "|+".utf8.contains(byte) {
        var without = line
        without.remove(at: index)
        add("lost mark at \(index + 1)", number, replaced(by: [without]))
        without = line
        without[index] = UInt8(ascii: " ")
        add("blank mark at \(index + 1)", number, replaced(by: [without]))
      }
      for _ in 0..<(chosen == nil ? 6 : 1) {
        let index = Int.random(in: 0..<line.count, using: &generator)
        let typed = Array(" -=+|x`*".utf8).randomElement(using: &generator) ?? 0
        add("inserted at \(index + 1)", number, replaced(by: [Array(line[..<index] + [typed] + line[index...])]))
        add("deleted at \(index + 1)", number, replaced(by: [Array(line[..<index] + line[(index + 1)...])]))
        add("replaced at \(index + 1)", number, replaced(by: [Array(line[..<index] + [typed] + line[(index + 1)...])]))
        add("split at \(index + 1)", number, replaced(by: [Array(line[..<index]), Array(line[index...])]))
      }
    }
    return slips
  }
}
