import Diagnostics
import Documents
import PlatformTiersKit
import Policy
import Testing
import TestSupport

/// What import takes over and generate writes back of a page's markup, whatever the registry changes beside it.
@Suite("A page's markup is kept")
struct KeptMarkupTests {
  private func page(_ text: String, _ path: String = "page.md") throws -> PublishedPage {
    let page = try PublishedPage("nep57", path, .nep57, Array(text.utf8))
    let generated = page.generated(try page.registry())
    #expect(generated.refused.map(\.message) == [])
    #expect(String(decoding: generated.bytes, as: UTF8.self) == text)
    return page
  }

  /// The page with a platform of its registry changed.
  private func changed(
    _ page: PublishedPage, _ id: String, _ change: (inout Platform) throws -> Void
  ) throws -> String {
    var registry = try page.registry()
    let index = try #require(registry.platforms.firstIndex { $0.id == id })
    try change(&registry.platforms[index])
    return try written(page, registry)
  }

  private func written(_ page: PublishedPage, _ registry: Registry) throws -> String {
    let generated = page.generated(registry)
    #expect(generated.refused.map(\.message) == [])
    let again = page.generated(registry, from: SourceFile(path: page.path, bytes: generated.bytes))
    #expect(again.bytes == generated.bytes)
    return String(decoding: generated.bytes, as: UTF8.self)
  }

  private func move(_ page: PublishedPage, _ id: String, to tier: String) throws -> String {
    try changed(page, id) { $0.moves.append(Move(date: try SampleRegistry.day("2026-03-01"), to: tier)) }
  }

  private static let tables = """
    ## Tier 1

    | Platform               | Notes                   |
    |------------------------|-------------------------|
    | **Haiku**              | *                       |
    | [`Plan 9`](plan9.html) | -                       |
    | AROS[^1]               | a **b** [c][d]<br>e[^1] |

    ## Tier 3

    Tier 3 platforms:

    - BeOS – [see](https://example.org/b), *Ada Lovelace*
    - *OS/2*
      - Warp

    [^1]: Two words.

    [d]: https://example.org/d

    """

  @Test func importTakesMarkupOver() throws {
    let registry = try page(Self.tables).registry()
    #expect(
      registry.platforms.map { "\($0.name): \($0.notes)" } == [
        "AROS: a **b** [c](https://example.org/d)<br>e[^1]", "BeOS: [see](https://example.org/b)", "Haiku: *", "OS/2: ",
        "Plan 9: -",
      ])
  }

  @Test func aNoteChangesAlone() throws {
    let text = try changed(try page(Self.tables), "aros") { $0.notes += ", **f**" }
    #expect(text.contains("| AROS[^1]               | a **b** [c](https://example.org/d)<br>e[^1], **f** |"))
  }

  @Test(arguments: [
    ("haiku", "Haiku R2", "| **Haiku R2**           |"), ("plan-9", "Plan 9 (4e)", "| [`Plan 9 (4e)`](plan9.html) |"),
    ("aros", "ARIX", "| ARIX[^1]               |"), ("beos", "BeOS 5", "- BeOS 5 – [see](https://example.org/b), *Ada"),
    ("os-2", "OS/3", "- *OS/3*\n  - Warp\n"),
  ])
  func aNewNameKeepsTheMarkup(id: String, name: String, line: String) throws {
    let text = try changed(try page(Self.tables), id) { $0.name = name }
    #expect(text.contains(line), "\(text)")
  }

  @Test(arguments: [
    ("haiku", "tier-3", "- **Haiku** – \\*\n"),
    ("aros", "tier-3", "- AROS[^1] – a **b** [c](https://example.org/d)<br>e[^1]\n"),
    ("beos", "tier-1", "| BeOS                   | [see](https://example.org/b) |"),
  ])
  func itGoesAlong(id: String, tier: String, line: String) throws {
    let text = try move(try page(Self.tables), id, to: tier)
    #expect(text.contains(line), "\(text)")
  }

  @Test func anItemTakesTheListInItAlong() throws {
    let text = """
      ## Tier 2

      Tier 2 platforms:

      - Haiku
        - on ARM
        - on x86
      - BeOS

      ## Tier 3

      Tier 3 platforms:

      * AROS

      """
    let page = try page(text)
    let moved = try move(page, "haiku", to: "tier-3")
    #expect(moved.contains("* AROS\n* Haiku\n  - on ARM\n  - on x86\n"), "\(moved)")
  }

  @Test func linesWithoutPipesAtTheirEnds() throws {
    let text = """
      ## Tier 2

      Platform|Notes|Contacts
      --|--|--
      Haiku|x|Ada

      ## Tier 3

      Platform | Notes | Contacts
      ---|---|---
      AROS | x | Ada

      """
    let page = try page(text)
    #expect(try move(page, "haiku", to: "tier-3").contains("\nAROS | x | Ada\nHaiku | x | Ada\n"))
    #expect(try move(page, "aros", to: "tier-2").contains("\nHaiku|x|Ada\nAROS|x|Ada\n"))
  }

  @Test func anAnonymousReferenceIsTheRegistrysLink() throws {
    _ = try page(
      """
      Tier 1
      ------

      ======== ====================
      Platform Notes
      ======== ====================
      Haiku    see `the port`__ of
               **it**
      ======== ====================

      __ https://example.org/port

      """, "page.rst")
  }

  @Test func aSecondRowOfAPlatformIsNotDeleted() throws {
    let text = """
      ## Tier 1

      | Platform | Notes |
      |----------|-------|
      | Haiku    | one   |
      | Haiku    | two   |

      """
    let page = try PublishedPage("nep57", "page.md", .nep57, Array(text.utf8))
    let generated = page.generated(try page.registry())
    #expect(generated.bytes == page.file.bytes)
    #expect(generated.refused.map(\.message).first?.hasPrefix("this is a second row of 'Haiku'") == true)
  }

  @Test(arguments: [
    ("| AROS | x |\n| Haiku   x |", "as 'platform-tiers lint page.md' says"),
    ("| AROS | x | y |", "as 'platform-tiers lint page.md' says"),
    ("| AROS | x |\n\n| Haiku | |", "'platform-tiers lint --fix page.md'"),
    ("| AROS | x |\n\nText.\n\n| Haiku | |", "this line is drawn as a part"),
  ])
  func whatHasToBeMendedIsSaid(rows: String, advice: String) throws {
    let text = "## Tier 1\n\n| Platform | Notes |\n|---|---|\n\(rows)\n"
    let page = try PublishedPage("nep57", "page.md", .nep57, Array(text.utf8))
    let messages = page.generated(Registry(policy: .nep57)).refused.map(\.message)
    #expect(messages.first?.contains(advice) == true, "\(messages)")
  }

  @Test func platformsStandInTheOrderOfTheirMoves() throws {
    let page = try page(
      "## Tier 1\n\n| Platform | Notes |\n|---|---|\n| C | |\n| B | |\n| A | |\n\n## Tier 2\n\n"
        + "| Platform | Notes | Contacts |\n|---|---|---|\n| D | | |\n")
    var registry = try page.registry()
    for (id, day) in [("c", "2020-01-01"), ("b", "2021-01-01"), ("a", "2022-01-01")] {
      let index = try #require(registry.platforms.firstIndex { $0.id == id })
      registry.platforms[index].moves[0].date = try SampleRegistry.day(day)
    }
    let index = try #require(registry.platforms.firstIndex { $0.id == "b" })
    var moved = registry
    moved.platforms[index].moves.append(Move(date: try SampleRegistry.day("2026-03-01"), to: "tier-2"))
    let there = page.generated(moved).bytes
    #expect(String(decoding: there, as: UTF8.self).contains("| C | |\n| A | |\n"))
    #expect(page.generated(registry, from: SourceFile(path: page.path, bytes: there)).bytes == page.file.bytes)
  }
}
