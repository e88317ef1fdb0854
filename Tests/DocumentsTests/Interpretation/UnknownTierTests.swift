import Documents
import Policy
import Testing

@Suite("Headings that look like a tier and are none")
struct UnknownTierTests {
  static func unknown(_ title: String, level: Int = 2) -> [String] {
    let marks = String(repeating: "#", count: level)
    return LocatedMiniature("# Policy\n\n## Tier 1\n\n\(marks) \(title)\n\n## Tier 3\n", .markdown)
      .located.unknownTiers.map(\.title)
  }

  @Test(arguments: [
    "Tier 4", "Tier-2", "Tier2", "Tier 1b", "TIER 0", "Tier II", "Tier two", "Teir 2", "Tier 2:", "Tier 2 platforms",
    "Tier 2 (best effort)",
  ])
  func known(_ title: String) {
    #expect(Self.unknown(title) == [title])
  }

  @Test(arguments: [
    "Tier 2", "tier  2", "Tiers", "Frontier 2", "Tier list", "Discussion", "Python 3",
    "Unsupported",
  ])
  func notATier(_ title: String) {
    #expect(Self.unknown(title).isEmpty)
  }

  @Test(
    "what is near to a title that is missing is read as that tier",
    arguments: ["Tier-2", "Tier2", "Teir 2", "Tier 2:", "Tier 2 platforms", "Tier 2 (best effort)"])
  func isRead(_ title: String) {
    let page = "# Policy\n\n## Tier 1\n\n## \(title)\n\n| Platform |\n|---|\n| Haiku |\n\n## Tier 3\n"
    let located = LocatedMiniature(page, .markdown).located
    #expect(located.listings.map(\.place.id) == ["tier-1", "tier-2", "tier-3"])
    #expect(located.rows.map(\.platform.text) == ["Haiku"])
  }

  @Test("what may be another tier, or stands beside the title, is not", arguments: ["Tier 2b", "Tier 2.5", "Tier 4"])
  func isNotRead(_ title: String) {
    for other in ["", "## Tier 2\n\n"] {
      let page = "# Policy\n\n## Tier 1\n\n## \(title)\n\n| Platform |\n|---|\n| Haiku |\n\n\(other)## Tier 3\n"
      #expect(LocatedMiniature(page, .markdown).located.rows.map(\.platform.text) == [])
    }
  }

  @Test func onlyOfTheTiersLevel() {
    #expect(Self.unknown("Tier 4", level: 3).isEmpty)
    #expect(Self.unknown("Tier 4", level: 1).isEmpty)
  }

  @Test func aMisspeltListIsMeantForIt() {
    #expect(Self.unknown("Unsuported platforms") == ["Unsuported platforms"])
  }
}
