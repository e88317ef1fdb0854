import Diagnostics
import Documents
@testable import Policy
import Testing
import TestSupport

@Suite("Rows rules take what they ask for from the policy")
struct RowRulesPolicyTests {
  private static func tier(_ id: String, contacts: ContactDuty, columns: [Column]) -> Tier {
    Tier(
      id: id, name: id,
      duties: Duties(
        ci: nil, wheels: WheelDuty(.unstated, because: ""), blocking: BlockingDuty([], because: ""), contacts: contacts),
      listing: TierSection(headings: [id], columns: columns))
  }

  /// Triples told apart by notes; two owners in the first class, nobody in the second.
  static let policy = Policy(
    id: "classes", name: "the class policy",
    tiers: [
      tier(
        "First Class", contacts: ContactDuty(minimum: 2, because: "two owners keep a first-class target working"),
        columns: [
          Column("Target Triple", role: .platform), Column("Notes", role: .notes), Column("Owners", role: .contacts),
        ]),
      tier(
        "Second Class", contacts: ContactDuty(minimum: 0, because: "nobody owns these"),
        columns: [Column("Target Triple", role: .platform), Column("Notes", role: .notes)]),
    ],
    identity: [.platform, .notes])

  static func page(_ first: String, _ second: String) -> String {
    """
    # Targets

    ## First Class

    | Target Triple | Notes | Owners |
    |---------------|-------|--------|
    \(first)

    ## Second Class

    | Target Triple | Notes |
    |---------------|-------|
    \(second)
    """
  }

  @Test func aGoodPageIsAccepted() {
    let text = Self.page("| `x86_64-haiku` | gcc | Ada Lovelace, Grace Hopper |", "| `x86_64-haiku` | clang |")
    #expect(rowRules(firingOn: text, policy: Self.policy).isEmpty)
  }

  @Test func itsOwnFaultsAreFound() {
    let text = Self.page("| `x86_64-haiku` | gcc | Ada Lovelace |", "| `arm-haiku` | |\n| `x86_64-haiku` | gcc |")
    #expect(rowRules(firingOn: text, policy: Self.policy) == ["missing-contact", "duplicate-platform"])
  }

  @Test func anotherNumberOfContactsIsSaid() throws {
    let text = Self.page("| `x86_64-haiku` | gcc | Ada Lovelace |", "| `arm-haiku` | |")
    let finding = try #require(
      rowFindings(in: SourceFile(path: "t.md", text: text), as: .markdown, policy: Self.policy).first)
    #expect(finding.message == "'x86_64-haiku' has 1 of 2 contacts, and 'First Class' asks for 2")
    #expect(finding.help?.hasSuffix("two owners keep a first-class target working") == true)
  }

  @Test func nepsHeadingsAreNothingToIt() {
    #expect(rowRules(firingOn: "# NEP\n\n## Tier 1\n\n## Tier 4\n", policy: Self.policy).isEmpty)
  }
}

@Suite("Rows rules report one fault once")
struct RowRulesFaultTests {
  @Test func aCompletePageIsAccepted() {
    #expect(rowRules(firingOn: page(tier: 2)).isEmpty)
  }

  @Test func aMisspeltHeadingIsNotMissingAsWell() {
    let text = page(tier: 2).split(separator: "## Tier 3").joined(separator: "## Tier-3")
    #expect(rowRules(firingOn: text) == ["unknown-tier"])
  }

  @Test func aRenamedColumnIsNotMissingAsWell() {
    let text = page(tier: 2).split(separator: "Contacts").joined(separator: "Owner")
    #expect(rowRules(firingOn: text) == ["unknown-column", "unknown-column"])
  }

  @Test func aTableWithoutTheColumnHasNoRowsWithoutContacts() {
    let text = page(tier: 2).split(separator: " Contacts |").joined(separator: "")
      .split(separator: " Grace Hopper |").joined(separator: "").split(separator: " Ada Lovelace |").joined(
        separator: ""
      )
      .split(separator: "| --- | --- | --- |").joined(separator: "| --- | --- |")
    #expect(rowRules(firingOn: text) == ["missing-column", "missing-column"])
  }

  @Test func aSwallowedTableIsNotMissingAsWell() {
    let text = """
      Tier 1
      ------

      Tier 1 platforms:
      +----------+-------+
      | Platform | Notes |
      +==========+=======+
      | Haiku    | beta  |
      +----------+-------+
      """
    let found = rowFindings(in: SourceFile(path: "p.rst", text: text), as: .restructuredText)
    #expect(!found.contains { $0.rule == "missing-table" })
  }

  @Test func aContactOfATierThatAllAnswerForIsUnexpected() {
    let text = """
      ## Tier 1

      Tier 1 platforms:

      - Haiku, *Ada Lovelace*
      """
    #expect(rowRules(firingOn: text).contains("unexpected-contacts"))
  }

  @Test func oneBrokenBorderHidesNoRow() {
    let text = """
      Tier 3
      ------

      +----------+-------+--------------+
      | Platform | Notes | Contacts     |
      +==========+=======+==============+
      | Haiku    | beta  | Ada Lovelace |
      +---+--------------+--------------+
      | Plan 9   | beta  |              |
      +----------+-------+--------------+
      """
    let found = rowFindings(in: SourceFile(path: "p.rst", text: text), as: .restructuredText)
      .filter { $0.rule != "missing-tier" }
    #expect(found.map { "\($0.rule) \($0.range.start)" } == ["missing-contact 9:3"])
  }

  @Test func manyRowsTakeTheirTimeOnce() {
    let rows = (0..<20_000).map { "| Haiku \($0) | until 2098 | Ada Love\($0) |\n" }.joined()
    let text = "## Tier 3\n\n| Platform | Notes | Contacts |\n|---|---|---|\n" + rows
    let clock = ContinuousClock()
    let time = clock.measure { _ = rowRules(firingOn: text) }
    #expect(time < .seconds(30))
  }
}

@Suite("The real documents", .enabled(if: SharedFolder.isPresent, SharedFolder.skipReason))
struct RowRulesCorpusTests {
  static func findings(_ path: String) throws -> [Diagnostic] {
    let file = SourceFile(path: path, bytes: try SharedFolder.bytes(path))
    return rowFindings(in: file, as: .restructuredText)
  }

  @Test(arguments: SharedFolder.documents(in: "corpus/nep57"))
  func revision(path: String) throws {
    let found = try Self.findings(path)
    let isBeforeContacts = ["01-", "02-"].contains { path.contains("/\($0)") }
    #expect(
      found.filter { $0.severity > .info }.map(\.rule)
        == Array(repeating: "missing-contact", count: isBeforeContacts ? 6 : 0))
    #expect(Set(found.filter { $0.severity == .info }.map(\.rule)) == ["unexplained-removal"])
  }

  @Test(arguments: SharedFolder.documents(in: "corpus/neps"))
  func anotherDocumentIsNoPolicy(path: String) throws {
    #expect(try Self.findings(path).allSatisfy { _ in path.contains("nep-0057") })
  }
}
