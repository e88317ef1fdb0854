import Checks
import Diagnostics
import Testing

/// A tier that a change adds, and what it has to say.
@Suite struct NewTierTests {
  private func review(from base: RuleExample, to head: RuleExample) throws -> Review {
    let today = try #require(RuleExample.today)
    let states = [base, head].map { PolicyState(exampleFiles: $0.files, sources: $0.sources) }
    for state in states { #expect(state.registry?.faults.map(\.message) ?? [] == []) }
    return Reviewer(base: states[0], head: states[1], today: today).review()
  }

  private func lacking(_ review: Review) -> [String] {
    review.findings.map(\.diagnostic).filter { $0.rule == "incomplete-addition" }.map {
      "\($0.range.start.line) \($0.message)"
    }
  }

  private static func table(_ names: String...) -> String {
    "| Platform | Notes | Contacts |\n|---|---|---|\n"
      + names.map { "| \($0) | Runs on regular runners | Ada Lovelace |\n" }.joined()
  }

  private static let tier3 = "## Tier 3\n\n- Must have regular CI.\n\n" + table("Plan 9")

  private static let all =
    "which CI it needs, whether wheels are released, what blocks a release and who is responsible"

  @Test(arguments: [
    ("Tier 4 platforms:\n\n", "Tier 4"), ("**Tier 4**\n\n", "Tier 4"),
    ("Tier 4 platforms are those that nobody has asked for.\n\n", "Tier 4"),
    ("Tier 4 platforms:\n\n* Anything goes.\n\n", "Tier 4"),
  ])
  func aParagraphAboveATable(_ paragraph: String, _ name: String) throws {
    let review = try review(
      from: .markdown(Self.tier3), to: .markdown(Self.tier3 + "\n" + paragraph + Self.table("Haiku")))
    #expect(review.moves.map(\.line) == ["tier-added Tier 4: nowhere"])
    #expect(lacking(review) == ["9 the new tier 'Tier 4' does not say \(Self.all)"])
  }

  @Test func aTableAmongstASectionsListsInRST() throws {
    let tier3 = """
      Tier 3
      ------

      - Must have regular CI.

      ======== ===== ========
      Platform Notes Contacts
      ======== ===== ========
      Plan 9   CI    Ada
      ======== ===== ========

      """
    let tier4 = """

      Tier 4 platforms have CI once a week:

      - No wheels are released.

      ======== ===== ========
      Platform Notes Contacts
      ======== ===== ========
      Haiku    CI    Ada
      ======== ===== ========

      """
    let review = try review(from: .rst(tier3), to: .rst(tier3 + tier4))
    #expect(review.moves.map(\.line) == ["tier-added Tier 4: nowhere"])
    #expect(lacking(review) == ["12 the new tier 'Tier 4' does not say what blocks a release and who is responsible"])
  }

  @Test func aTableUnderAnotherHeading() throws {
    let experimental = "\n## Experimental platforms\n\nThey come and go.\n\n" + Self.table("Haiku")
    let review = try review(from: .markdown(Self.tier3), to: .markdown(Self.tier3 + experimental))
    #expect(review.moves.map(\.line) == ["tier-added Experimental platforms: nowhere"])
    #expect(lacking(review) == ["9 the new tier 'Experimental platforms' does not say \(Self.all)"])
  }

  @Test(arguments: [
    // A section's own tables, a second one of the same tier, and words about another tier above the first.
    "\n" + table("Haiku"), "\nTier 3 platforms without wheels:\n\n" + table("Haiku"),
    "\n## Background\n\nTier 4 is what others have.\n",
    "\n## Names\n\n| Platform | Notes |\n|---|---|\n| Haiku | BeOS |\n",
  ])
  func whatIsNoTier(_ addition: String) throws {
    let review = try review(from: .markdown(Self.tier3), to: .markdown(Self.tier3 + addition))
    #expect(!review.moves.contains { $0.kind == .tierAdded })
    #expect(lacking(review) == [])
  }

  @Test func wordsAboutAnotherTierAboveTheSectionsOwnTable() throws {
    let told = "## Tier 3\n\nTier 4 is what others have.\n\n- Must have regular CI.\n\n" + Self.table("Plan 9")
    #expect(try review(from: .markdown(Self.tier3), to: .markdown(told)).moves.map(\.line) == [])
  }

  private static func policy(_ tiers: String...) -> RuleExample {
    .files("--- policy.yaml\nid: small\nname: a small policy\ntiers:\n" + tiers.map { "  - \($0)\n" }.joined())
  }

  private static let complete =
    "{id: tier-3, name: Tier 3, columns: [Platform, Notes, Contacts], contacts: 1}"

  @Test func anEntryOfThePolicysFile() throws {
    let review = try review(
      from: Self.policy(Self.complete),
      to: Self.policy(Self.complete, "{id: tier-4, name: Tier 4, columns: [Platform, Notes]}"))
    #expect(review.moves.map(\.line) == ["tier-added Tier 4: nowhere -> tier-4"])
    #expect(lacking(review) == ["5 the new tier 'Tier 4' does not say \(Self.all)"])
    #expect(review.diagnostics.first { $0.rule == "incomplete-addition" }?.file == "policy.yaml")
  }

  @Test func anEntryThatNamesItsContactsOnly() throws {
    let review = try review(
      from: Self.policy(Self.complete),
      to: Self.policy(Self.complete, "{id: tier-4, name: Tier 4, columns: [Platform, Contacts], contacts: 1}"))
    #expect(
      lacking(review) == [
        "5 the new tier 'Tier 4' does not say which CI it needs, whether wheels are released and what blocks a release"
      ])
  }
}
