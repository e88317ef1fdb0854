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
    #expect(!agreed.unwritten.contains { $0.contains("'Tier 1'") })
    let result = try generate("## Tier 1\n\nTier 1 platforms:\n\n- Plan 9 (note: it is small)\n").result
    #expect(result.unwritten.contains { $0.contains("'Tier 1' has a list in place of a table") })
    #expect(result.unwritten.contains { $0.contains("'Tier 3' has no table, and the registry has 2 platforms there") })
    #expect(try generate("# Something else\n").result.unwritten.isEmpty)
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
}
