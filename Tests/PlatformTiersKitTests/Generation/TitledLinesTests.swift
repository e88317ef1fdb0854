import Diagnostics
import Documents
import PlatformTiersKit
import Policy
import Testing
import TestSupport

/// Lists whose items are lines with titles, as PEP 11 has them.
@Suite("Items of lines with titles are written as such")
struct TitledLinesTests {
  private static let text = """
    Platforms
    =========

    Tier 3
    ------

    ============ ======= ============
    Target       Notes   Contacts
    ============ ======= ============
    haiku-x86    gcc     Ada Lovelace
    plan9-arm    kencc   Bo Diddley
    ============ ======= ============

    No-longer-supported platforms
    -----------------------------

    * | Name:             AROS,
                          or MorphOS
      | Unsupported in:   Version 2 (see *there*)
      | Build broken in:  Version 3
      | Code removed in:  Version 4

      Nobody asked.

    * | Name:             BeOS
      | Unsupported in:   Version 2
      | Code removed in:  Version 3

    After.

    """

  private let page: PublishedPage

  init() throws {
    let policy = try PublishedPage.policy("pep-11")
    page = try PublishedPage("pep-11", "page.rst", policy, Array(Self.text.utf8))
  }

  private func moved(_ id: String, to tier: String) throws -> (text: String, registry: Registry) {
    var registry = try page.registry()
    let index = try #require(registry.platforms.firstIndex { $0.id == id })
    registry.platforms[index].moves.append(Move(date: try SampleRegistry.day("2026-03-01"), to: tier))
    return (try written(registry), registry)
  }

  private func written(_ registry: Registry, from text: String? = nil) throws -> String {
    let file = text.map { SourceFile(path: page.path, bytes: Array($0.utf8)) }
    let generated = page.generated(registry, from: file)
    #expect(generated.refused.map(\.message) == [])
    let result = SourceFile(path: page.path, bytes: generated.bytes)
    #expect(page.generated(registry, from: result).bytes == generated.bytes)
    return String(decoding: generated.bytes, as: UTF8.self)
  }

  @Test func aRowBecomesAnItem() throws {
    let (text, _) = try moved("plan9-arm", to: "no-longer-supported")
    #expect(
      text
        == Self.text.replacing("plan9-arm    kencc   Bo Diddley\n", with: "").replacing(
          "\n\nAfter.", with: "\n\n* | Name:             plan9-arm\n  | Unsupported in:   kencc\n\nAfter."))
    #expect(try written(page.registry(), from: text) == Self.text)
  }

  @Test func anItemBecomesARow() throws {
    let (text, _) = try moved("beos", to: "tier-3")
    let item = "* | Name:             BeOS\n  | Unsupported in:   Version 2\n  | Code removed in:  Version 3\n\n"
    #expect(text.contains("BeOS         Version 2\n") || text.contains("BeOS         Version\n"), "\(text)")
    #expect(!text.contains(item))
    #expect(try written(page.registry(), from: text).contains(item))
  }

  @Test func aLineOfAnItemChanges() throws {
    var registry = try page.registry()
    let index = try #require(registry.platforms.firstIndex { $0.name == "AROS, or MorphOS" })
    registry.platforms[index].columns = ["Build broken in": "Version 3.1", "Details": "a `b`"]
    registry.platforms[index].columns["Code removed in"] = ""
    #expect(
      try written(registry)
        == Self.text.replacing("broken in:  Version 3\n", with: "broken in:  Version 3.1\n")
        .replacing("  | Code removed in:  Version 4\n", with: "  | Details:          a ``b``\n"))
  }

  @Test func whatNoRowHasRoomForStays() throws {
    var registry = try page.registry()
    let index = try #require(registry.platforms.firstIndex { $0.name == "AROS, or MorphOS" })
    registry.platforms[index].moves.append(Move(date: try SampleRegistry.day("2026-03-01"), to: "tier-3"))
    let generated = page.generated(registry)
    #expect(generated.bytes == page.file.bytes)
    #expect(generated.refused.count == 1)
  }
}
