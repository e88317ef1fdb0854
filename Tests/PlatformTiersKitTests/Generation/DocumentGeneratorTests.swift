import Diagnostics
import Documents
import PlatformTiersKit
import Policy
import Testing

@Suite struct DocumentGeneratorTests {
  private let registry: Registry

  init() throws { registry = try SampleRegistry.make() }

  private func generate(
    _ text: String, as format: DocumentFormat = .markdown, at day: String = "2026-02-28", isForced: Bool = false
  ) throws -> (text: String, result: GeneratedDocument) {
    let tables = RegistryTables(registry, at: RegistryMoment(date: try SampleRegistry.day(day)))
    let result = DocumentGenerator(tables, isForced: isForced)
      .generate(SourceFile(path: "p.md", text: text), as: format)
    return (String(decoding: result.bytes, as: UTF8.self), result)
  }

  private static let page = """
    # Platforms

    ## Tier 1

    | Platform | Notes |
    | -------- | ----- |
    | Plan 9   |       |

    ## Tier 3

    | Platform | Since | Notes | Contacts |
    | -------- | ----- | ----- | -------- |
    | 日本機   | 1984  |       |          |

    """

  @Test func platformsMoveAndOtherColumnsStay() throws {
    let before = try generate(Self.page).text
    #expect(before.contains("| Plan 9   |       |\n"))
    #expect(before.contains("1984"))
    #expect(before.contains("[by its port](https://example.org/port), and"))
    #expect(before.contains("| Grace Hopper, Ada Lovelace |"))
    #expect(try generate(before).text == before)
    let after = try generate(before, at: "2026-03-01").text
    #expect(after.contains("## Tier 1\n\n| Platform | Notes |\n| -------- | ----- |\n\n## Tier 3"))
    #expect(after.contains("| Plan 9 "))
    #expect(try generate(after, at: "2026-02-28").text.contains("| Plan 9   |       |\n\n## Tier 3"))
  }

  @Test func aFootnoteOfALabelStays() throws {
    let text = "## Tier 1\n\n| Platform | Notes |\n| --- | --- |\n| Plan 9[^1] | |\n\n[^1]: Since 1992.\n"
    #expect(try generate(text).text == text)
  }

  @Test func severalTablesKeepTheirRows() throws {
    let text = """
      ## Tier 3

      | Platform | Notes | Contacts |
      | --- | --- | --- |
      | 日本機 | | |

      | Platform | Notes | Contacts |
      | --- | --- | --- |
      | Gone | | |

      """
    let result = try generate(text).text
    #expect(result.split(separator: "日本機").count == 2)
    #expect(result.contains("| 日本機 | | |\n\n"))
    #expect(!result.contains("Gone"))
    let old = try #require(result.firstRange(of: "日本機"))
    #expect(try #require(result.firstRange(of: "Haiku")).lowerBound > old.lowerBound)
  }

  @Test func whatNoTableTakesIsSaid() throws {
    let agreed = try generate("## Tier 1\n\nTier 1 platforms:\n\n- Plan 9\n").result
    #expect(!agreed.refused.contains { $0.message.contains("'Tier 1'") })
    let (text, result) = try generate("## Tier 1\n\nTier 1 platforms:\n\n- Plan 9 (note: it is small)\n")
    #expect(text == "## Tier 1\n\nTier 1 platforms:\n\n- Plan 9\n")
    #expect(result.refused.map(\.rule).allSatisfy { $0 == "unwritable-table" })
    #expect(
      result.refused.contains { $0.message.contains("'Tier 3' has no table or list, and the registry has 2 platforms") }
    )
    #expect(try generate("# Something else\n").result.refused.isEmpty)
  }

  @Test(arguments: [DocumentFormat.markdown, .restructuredText])
  func aRegionIsWrittenAndKeptFromHands(format: DocumentFormat) throws {
    let (open, close) = format == .markdown ? ("<!-- ", " -->") : (".. ", "")
    let text =
      "Before.\n\n\(open)platform-tiers: begin tier-3\(close)\n\n\(open)platform-tiers: end\(close)\n\nAfter.\n"
    let first = try generate(text, as: format)
    #expect(first.text.contains("Grace Hopper"))
    #expect(first.text.contains("https://example.org/port"))
    #expect(first.result.stale.map(\.rule) == ["stale-region"])
    #expect(first.text.hasPrefix("Before.\n") && first.text.hasSuffix("\n\nAfter.\n"))
    #expect(try generate(first.text, as: format).text == first.text)

    let edited = first.text.replacing("Grace", with: "Grage")
    let refused = try generate(edited, as: format)
    #expect(refused.text == edited)
    #expect(refused.result.refused.map(\.rule) == ["stale-region"])
    #expect(try generate(edited, as: format, isForced: true).text == first.text)
  }

  @Test(arguments: [
    "<!-- platform-tiers: begin tier-1 -->\n", "<!-- platform-tiers: end tier-1 -->\n",
    "<!-- platform-tiers: begin tier-9 -->\n<!-- platform-tiers: end -->\n",
    "<!-- platform-tiers: begin tier-1 -->\n<!-- platform-tiers: begin tier-3 -->\n<!-- platform-tiers: end -->\n"
      + "<!-- platform-tiers: end -->\n",
  ])
  func brokenMarkersKeepThePageAsItIs(markers: String) throws {
    let (text, result) = try generate(markers + Self.page)
    #expect(text == markers + Self.page)
    #expect(!result.refused.isEmpty && result.refused.allSatisfy { $0.rule == "malformed-region" })
  }

  // MARK: Lists

  private static let list = """
    ## Tier 1

    Tier 1 platforms:

    * Amiga
    * **Plan 9** (note: it is _small_)

    ## Tier 3

    Tier 3 platforms:

    * Haiku, *Grace Hopper, Ada Lovelace*
    * 日本機

    """

  @Test func itemsOfListsMoveWithTheirMarkup() throws {
    let before = try generate(Self.list)
    #expect(before.result.refused.allSatisfy { $0.message.contains("formerly supported") })
    #expect(
      before.text.hasPrefix(
        "## Tier 1\n\nTier 1 platforms:\n\n* **Plan 9**\n\n## Tier 3\n\nTier 3 platforms:\n\n* Haiku"))
    #expect(before.text.contains("* Haiku (note: "))
    #expect(before.text.contains("), *Grace Hopper, Ada Lovelace*\n* 日本機\n"))
    // The last item of a list stays, and that is said.
    let after = try generate(before.text, at: "2026-03-01")
    #expect(after.text == before.text)
    #expect(after.result.refused.map(\.rule) == ["unwritable-table"])
  }

  // MARK: What is not the registry's

  @Test(arguments: ["\r\n", "\n"])
  func linesEndAsTheyDid(end: String) throws {
    let page = "## Tier 1\n\n> Platform|Notes\n> --|--\n> Plan 9|old\n> Gone|"
    let text = try generate(page.replacing("\n", with: end)).text
    #expect(text == "## Tier 1\n\n> Platform|Notes\n> --|--\n> Plan 9|".replacing("\n", with: end))
  }

  @Test func aCellWithoutAColumnToGoToKeepsThePageAsItIs() throws {
    let page = """
      ## Tier 1

      | Platform | Notes | Board |
      | -------- | ----- | ----- |
      | Plan 9   |       | R1    |

      """
    let other = "\n## Tier 3\n\n| Platform | Notes | Contacts |\n| --- | --- | --- |\n| 日本機 | | |\n"
    let result = try generate(page + other, at: "2026-03-01")
    #expect(result.text == page + other)
    #expect(result.result.refused.map { "\($0.rule) \($0.range.start)" } == ["unwritable-table 5:22"])
    let wide = "\n## Tier 3\n\n| Platform | Notes | Contacts | Board |\n| --- | --- | --- | --- |\n| 日本機 | | | |\n"
    let kept = try generate(page + wide, at: "2026-03-01")
    #expect(kept.result.refused.allSatisfy { $0.message.contains("formerly supported") })
    #expect(kept.text.contains("| R1"))
  }

  @Test func whatAListHasNoRoomForKeepsThePageAsItIs() throws {
    let table = """
      ## Tier 1

      | Platform | Notes | Board |
      | -------- | ----- | ----- |
      | Plan 9   |       | R1    |

      """
    let list = "\n## Tier 3\n\nTier 3 platforms:\n\n- 日本機\n"
    let intoList = try generate(table + list, at: "2026-03-01")
    #expect(intoList.text == table + list)
    #expect(intoList.result.refused.map { "\($0.rule) \($0.range.start)" } == ["unwritable-table 5:22"])

    let items = "\n## Tier 1\n\nTier 1 platforms:\n\n- Plan 9\n\n  A paragraph of its own.\n\n- Amiga\n"
    let rows = "## Tier 3\n\n| Platform | Notes | Contacts |\n| --- | --- | --- |\n| 日本機 | | |\n"
    let intoTable = try generate(rows + items, at: "2026-03-01")
    #expect(intoTable.text == rows + items)
    #expect(intoTable.result.refused.map { $0.message.contains("several paragraphs") } == [true])
  }

  @Test func aPieceOfATableKeepsThePageAsItIs() throws {
    for piece in ["\n| Haiku | | |\n", "\n|---|---|\n", "\nHaiku | | |\n"] {
      let page = Self.page + piece
      let result = try generate(page)
      #expect(result.text == page, "\(piece)")
      #expect(result.result.refused.map(\.rule) == ["unwritable-table"], "\(piece)")
    }
  }
}
