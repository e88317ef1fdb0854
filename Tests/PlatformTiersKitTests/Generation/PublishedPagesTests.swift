import Diagnostics
import Documents
import Foundation
import PlatformTiersKit
import Policy
import Testing
import TestSupport

/// One move of a platform of a page, and what `generate` makes of the page for it.
private struct MovedPlatform {
  var page: PublishedPage
  /// As the page lists it.
  var row: LocatedRow
  var destination: Place
  var generated: GeneratedDocument
  var back: [UInt8]
  /// Whether the platform stood last in its table or list, where it comes back to.
  var isLast: Bool
  /// Whether rows below a blank first cell share its name, where it comes from or goes to.
  var hasVariants: Bool

  var origin: String { row.place.id }

  var description: String { "\(page.path): '\(row.platform.text)' from \(origin) to \(destination.id)" }

  /// What has to stand in its new table or list: an item's parts may be divided otherwise there.
  func mustArrive(_ cell: String) -> Bool {
    let columns = destination.listing.columns
    if cell == row.contactsCell?.text { return columns.contains { $0.role == .contacts } }
    if cell == row.notes?.text { return columns.contains { $0.role == .notes } }
    guard let column = row.columns.first(where: { $0.cell.text == cell }) else { return true }
    return columns.contains { $0.title.lowercased() == column.title.lowercased() }
  }

  var parts: [String] {
    [row.platform.text] + [row.notes, row.contactsCell].compactMap { $0?.text } + row.columns.map(\.cell.text)
  }
}

@Suite(
  "Real pages are written back", .enabled(if: SharedFolder.isPresent, SharedFolder.skipReason), .serialized)
struct PublishedPagesTests {
  /// Why moves of a project's pages are not written, where that cannot be helped.
  private static let refusals = [
    // The page's one list of a kind has one platform.
    "numba": "the last platform of this list stands elsewhere"
  ]

  /// Whether all moves of all revisions are tried; else those of one platform of most revisions.
  private static let isExhaustive = ProcessInfo.processInfo.environment["PLATFORM_TIERS_EVERY_MOVE"] != nil

  @Test("a page's own registry changes nothing", arguments: PublishedPage.projects + ["nep57"])
  func identity(project: String) throws {
    for page in try PublishedPage.all(of: project) {
      let generated = page.generated(try page.registry())
      #expect(generated.bytes == page.file.bytes, "\(page.path)")
      let isBroken = page.path.contains("nep57/08") || page.path.contains("nep57/09") || page.path.contains("nep57/1")
      #expect(generated.refused.map(\.message).count == (isBroken ? 1 : 0), "\(page.path): \(generated.refused)")
    }
  }

  @Test(
    "a platform that moves takes its cells along, and nothing else changes",
    .enabled(if: PublishedReading.isPresent, PublishedReading.skipReason),
    arguments: PublishedPage.projects + ["nep57"])
  func moves(project: String) throws {
    var moves: [MovedPlatform] = []
    var refused = 0
    let pages = try PublishedPage.all(of: project)
    for (number, page) in pages.enumerated() {
      let isWhole = Self.isExhaustive || number == 0 || number == pages.count - 1
      for move in try Self.moves(of: page.mended(), platforms: isWhole ? [0, 1, 2] : [number % 3]) {
        if move.generated.refused.isEmpty {
          #expect(move.generated.bytes != move.page.file.bytes, "\(move.description)")
          moves.append(move)
        } else {
          #expect(move.generated.bytes == move.page.file.bytes, "\(move.description)")
          let messages = move.generated.refused.map(\.message)
          #expect(
            messages.allSatisfy { $0.hasPrefix(Self.refusals[project] ?? "?") }, "\(move.description): \(messages)")
          refused += 1
        }
      }
    }
    #expect(moves.count > 3 * refused)
    try Self.check(moves)
  }

  // MARK: Making moves

  /// - Parameter platforms: of the first, the middle and the last one.
  private static func moves(of page: PublishedPage, platforms: [Int]) throws -> [MovedPlatform] {
    let registry = try page.registry()
    let located = page.located
    let shown = located.listings.filter { $0.form != .missing }.map(\.place.id)
    let rows = Array(located.rows).filter { !$0.platform.text.isEmpty }
    var moves: [MovedPlatform] = []
    let chosen = platforms.map { [0, rows.count / 2, rows.count - 1][$0] }
    for index in Set(chosen).sorted() where rows.indices.contains(index) {
      let row = rows[index]
      let places = page.policy.places.filter { shown.contains($0.id) }
      guard let own = places.firstIndex(where: { $0.id == row.place.id }),
        let platform = registry.platforms.firstIndex(where: {
          $0.name == row.platform.text && $0.moves.last?.to == row.place.id
        })
      else { continue }
      for target in Set([own - 1, own + 1, places.count - 1]).sorted()
      where places.indices.contains(target) && target != own {
        var changed = registry
        let day = try #require(CalendarDate(year: 2026, month: 3, day: 1))
        changed.platforms[platform].moves.append(Move(date: day, to: places[target].id))
        let generated = page.generated(changed)
        let result = SourceFile(path: page.path, bytes: generated.bytes)
        // In a table of several tiers, rows of the others may follow.
        let isLast =
          page.policy.places.allSatisfy { $0.listing.rowFilter == nil }
          && rows.last { $0.place.id == row.place.id }?.range == row.range
        moves.append(
          MovedPlatform(
            page: page, row: row, destination: places[target],
            generated: generated, back: page.generated(registry, from: result).bytes, isLast: isLast,
            hasVariants: rows.count { $0.platform.text == row.platform.text } > 1))
      }
    }
    return moves
  }

  // MARK: Comparing

  private static func check(_ moves: [MovedPlatform]) throws {
    let documents = moves.flatMap { move in
      [move.page.file.bytes, move.generated.bytes, move.back].map { (bytes: $0, format: move.page.format) }
    }
    let readings = try PublishedReading.all(documents)
    var exact = 0
    for (number, move) in moves.enumerated() {
      let (before, after, back) = (readings[3 * number], readings[3 * number + 1], readings[3 * number + 2])
      compare(before, after, move)
      // A variant that comes back is a row of its own.
      guard !move.hasVariants else { continue }
      #expect(sorted(before) == sorted(back), "\(move.description), and back")
      if move.back == move.page.file.bytes { exact += 1 }
      #expect(!move.isLast || hasOtherWidths(move), "\(move.description), and back")
      #expect(lines(move.back) == lines(move.page.file.bytes), "\(move.description), and back")
    }
    #expect(exact > 0)
  }

  /// Whether the page that came back differs in white space and the length of its borders at the most.
  private static func hasOtherWidths(_ move: MovedPlatform) -> Bool {
    squeezed(move.back) == squeezed(move.page.file.bytes)
  }

  private static func squeezed(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    // A line of a line block may go on below its value's start.
    let text = String(decoding: bytes, as: UTF8.self).replacing(/\n {8,}/, with: "")
    for byte in text.utf8 where byte != UInt8(ascii: " ") && (byte != result.last || !"-=".utf8.contains(byte)) {
      result.append(byte)
    }
    return result
  }

  /// The lines in alphabetical order, whatever their widths: a row that comes back follows the others.
  private static func lines(_ bytes: [UInt8]) -> [String] {
    squeezed(bytes).split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }.sorted()
  }

  private static func sorted(_ reading: PublishedReading) -> [[[String]]] {
    reading.blocks.map { $0.sorted { $0.lexicographicallyPrecedes($1) } }
  }

  private static func compare(_ before: PublishedReading, _ after: PublishedReading, _ move: MovedPlatform) {
    let context = Comment(rawValue: move.description)
    #expect(before.headings == after.headings, context)
    #expect(after.messages <= before.messages, context)
    guard before.tables.count == after.tables.count, before.lists.count == after.lists.count else {
      Issue.record("other tables: \(move.description)")
      return
    }
    guard !move.hasVariants else { return }
    var removed: [[String]] = []
    var added: [[String]] = []
    for (old, new) in zip(before.blocks, after.blocks) {
      let difference = new.difference(from: old)
      removed += difference.removals.map { if case .remove(_, let row, _) = $0 { row } else { [] } }
      added += difference.insertions.map { if case .insert(_, let row, _) = $0 { row } else { [] } }
    }
    // A head without rows has an empty one below it.
    added.removeAll { $0.allSatisfy(\.isEmpty) }
    guard removed.count == 1, added.count == 1 else {
      Issue.record("\(move.description): - \(removed) + \(added)")
      return
    }
    // What the new tier has a column for arrives, and in a shared table the tier's own word changes.
    let filter = move.page.policy.place(move.origin)?.listing.rowFilter?.text
    let cells = removed[0].count == 1 && removed != added ? move.parts : removed[0]
    for cell in cells where !cell.isEmpty && cell != filter && move.mustArrive(cell) {
      let arrives = added[0].contains { $0 == cell || $0.contains(cell) }
      #expect(arrives, "\(move.description): '\(cell)' in \(added[0])")
    }
  }
}
