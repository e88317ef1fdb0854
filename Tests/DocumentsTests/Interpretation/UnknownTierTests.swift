import Documents
import Testing

@Suite("Headings that look like a tier and are none")
struct UnknownTierTests {
  static func unknown(_ title: String, level: Int = 2) -> [String] {
    let marks = String(repeating: "#", count: level)
    return LocatedMiniature("# Policy\n\n## Tier 1\n\n\(marks) \(title)\n\n## Tier 3\n", .markdown)
      .located.unknownTiers.map(\.title)
  }

  @Test(arguments: ["Tier 4", "Tier-2", "Tier2", "Tier 1b", "TIER 0", "Tier II", "Tier two", "Teir 2", "Tier 2:"])
  func known(_ title: String) {
    #expect(Self.unknown(title) == [title])
  }

  @Test(arguments: [
    "Tier 2", "tier  2", "Tiers", "Tier 2 platforms", "Frontier 2", "Tier list", "Discussion", "Python 3",
    "Unsupported",
  ])
  func notATier(_ title: String) {
    #expect(Self.unknown(title).isEmpty)
  }

  @Test func onlyOfTheTiersLevel() {
    #expect(Self.unknown("Tier 4", level: 3).isEmpty)
    #expect(Self.unknown("Tier 4", level: 1).isEmpty)
  }

  @Test func aMisspeltListIsMeantForIt() {
    #expect(Self.unknown("Unsuported platforms") == ["Unsuported platforms"])
  }
}
