import Diagnostics
import Documents
import Policy
import Testing

/// What a listing has of a row, and of a platform of the registry.
@Suite struct ListingTests {
  @Test func everyColumnOfARowIsListed() {
    let document = LocatedMiniature(
      """
      ## Tier 1

      | Platform | Notes | Minimum version | | Since |
      |----------|-------|-----------------|-|-------|
      | Haiku    | *a*   | `>= R1`         |x| 2024  |
      """, .markdown)
    let listing = document.located.rows.map { Listing($0, in: "miniature.md") }.first
    #expect(listing?.columns.map(\.title) == ["Minimum version", "Since"])
    #expect(listing?.columns.map(\.cell.text) == [">= R1", "2024"])
    #expect(listing?.text(titled: "minimum  Version") == ">= R1")
    #expect(listing?.text(titled: "Until") == nil)
  }

  /// A table may have as many columns as the policy has, and others.
  @Test func aColumnInThePlaceOfAnotherKeepsItsTitle() {
    var policy = Policy.byNothing
    for index in policy.tiers.indices {
      policy.tiers[index].listing.columns = [
        Column("Platform", role: .platform), Column("Minimum version", role: .minimumVersion),
        Column("Until", role: .until),
      ]
    }
    let document = LocatedMiniature(
      "## Tier 1\n\n| Platform | Std | Untl |\n|---|---|---|\n| Haiku | yes | 2027 |\n", .markdown, policy: policy)
    let columns = document.located.rows.flatMap(\.columns)
    #expect(columns.map { "\($0.title) \($0.role) \($0.cell.text)" } == ["Std other yes", "Until until 2027"])
  }

  @Test func thePartsOfANameAreListedByTheirColumns() {
    var policy = Policy.byNothing
    for index in policy.tiers.indices {
      policy.tiers[index].listing.columns = [
        Column("System", role: .platform), Column("CPU", role: .platform), Column("Until", role: .other),
      ]
    }
    let document = LocatedMiniature(
      """
      ## Tier 1

      | System | CPU | Until |
      |--------|-----|-------|
      | Haiku  | x64 |       |
      """, .markdown, policy: policy)
    let listing = document.located.rows.map { Listing($0, in: "miniature.md") }.first
    #expect(listing?.name == "Haiku x64")
    #expect(listing?.columns.map { "\($0.title): \($0.cell.text)" } == ["System: Haiku", "CPU: x64", "Until: "])
  }

  @Test func theRegistryHasTheColumnsOfItsTier() throws {
    var policy = Policy.byNothing
    policy.tiers[0].listing.columns.append(Column("Minimum version", otherTitles: ["Version"], role: .other))
    policy.tiers[0].listing.columns.append(Column("Until", role: .other))
    let date = try #require(CalendarDate("2026-02-09"))
    let platform = Platform(
      id: "haiku", name: "Haiku", columns: ["version": "`>= R1`", "Since": "2024"],
      moves: [Move(date: date, to: "tier-1", columns: ["Since": "2025"])])
    let listing = Listing(platform, after: platform.moves[0], in: Registry(policy: policy, platforms: [platform]))
    #expect(
      listing?.columns.map { "\($0.title): \($0.cell.text)" } == ["Minimum version: >= R1", "Until: ", "Since: 2025"])
  }

  @Test func aMoveToNoPlaceOfThePolicyIsNoListing() throws {
    let date = try #require(CalendarDate("2026-02-09"))
    let platform = Platform(id: "haiku", name: "Haiku", moves: [Move(date: date, to: "tier-9")])
    #expect(Listing(platform, after: platform.moves[0], in: Registry(policy: .nep57)) == nil)
  }
}
