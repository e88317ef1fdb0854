import Checks
import Diagnostics
import Documents
import Policy
import Testing

@Suite struct AgreementTests {
  /// `rule line` of what is found in a Markdown document beside platforms of these names, notes and places.
  private func findings(
    _ text: String, _ platforms: [(name: String, notes: String, place: String)], policy: Policy = .nep57
  ) throws -> [String] {
    let date = try #require(CalendarDate("2026-02-09"))
    let registry = Registry(
      policy: policy,
      platforms: platforms.enumerated().map { index, platform in
        Platform(
          id: "p\(index)", name: platform.name, notes: platform.notes, moves: [Move(date: date, to: platform.place)])
      })
    let file = SourceFile(path: "platforms.md", text: text)
    let document = DocumentReader.read(file, as: .markdown)
    let context = RuleContext(
      file: file, document: document, policy: policy,
      located: PolicyInterpreter.locate(document, in: file, policy: policy),
      today: try #require(RuleExample.today), registry: registry)
    return RuleRunner.diagnostics(for: context, rules: AgreementRules.all)
      .map { "\($0.rule) \($0.range.start.line)" }
  }

  private func page(_ rows: String...) -> String {
    "## Tier 1\n\n| Platform | Notes |\n|---|---|\n" + rows.joined(separator: "\n") + "\n"
  }

  @Test(arguments: [
    ("see gh-1 for `x` and *more*", "see [gh-1](https://example.org/1) for x and more"),
    ("a \\| b", "a | b"), ("", ""), ("two  words", "two words"), ("&lt;b&gt;", "\\<b>"),
  ])
  func markupDoesNotCount(cell: String, notes: String) throws {
    #expect(try findings(page("| Haiku | \(cell) |"), [("Haiku", notes, "tier-1")]) == [])
  }

  @Test func namesAreComparedWithoutCaseAndSpaces() throws {
    #expect(try findings(page("| haiku  OS | |"), [("Haiku OS", "", "tier-1")]) == [])
  }

  @Test func anotherSpellingIsOneFinding() throws {
    #expect(
      try findings(page("| Linux amd64 | |"), [("Linux x86-64", "", "tier-1")]) == ["unregistered-platform 5"])
  }

  /// A row that is named otherwise is compared all the same.
  @Test func anotherSpellingHidesNothing() throws {
    #expect(
      try findings(page("| Linux aarch64 | own |"), [("Linux arm64", "other", "tier-1")])
        == ["unregistered-platform 5", "notes-disagree 5"])
    #expect(
      try findings(page("| Linux aarch64 | |"), [("Linux arm64", "", "tier-2")])
        == ["tier-disagrees 5", "unregistered-platform 5"])
  }

  @Test func aRowThatSaysTheSameUnderALikeNameIsThePlatform() throws {
    #expect(
      try findings(page("| Emscripten/Pyodide | nightly |"), [("Pyodide", "nightly", "tier-1")])
        == ["unregistered-platform 5"])
    #expect(
      try findings(page("| Windows x86 | |"), [("Windows arm64", "", "tier-1")])
        == ["unlisted-platform 1", "unregistered-platform 5"])
  }

  @Test func aMissingTierIsNotAPlatformTooFew() throws {
    #expect(try findings(page("| Haiku | |"), [("Haiku", "", "tier-1"), ("BeOS", "", "tier-2")]) == [])
  }

  @Test func aRowWithoutAPlatformIsAnotherRules() throws {
    #expect(try findings(page("| Haiku | |", "| | a note |"), [("Haiku", "", "tier-1")]) == [])
  }

  @Test func aSecondRowHasNoPlatformLeft() throws {
    #expect(
      try findings(page("| Haiku | |", "| Haiku | |"), [("Haiku", "", "tier-1")]) == ["unregistered-platform 6"])
  }

  /// Where one name stands in several tiers, told apart by its notes.
  @Test func identityMayBeMoreThanTheName() throws {
    let columns = [Column("Platform", role: .platform), Column("Notes", role: .notes)]
    let duties = Duties(
      ci: nil, wheels: WheelDuty(.unstated, because: ""), blocking: BlockingDuty([], because: ""),
      contacts: ContactDuty(minimum: 0, because: ""))
    let tiers = [1, 2].map {
      Tier(
        id: "tier-\($0)", name: "Tier \($0)", duties: duties,
        listing: TierSection(headings: ["Tier \($0)"], columns: columns))
    }
    let policy = Policy(id: "small", name: "small", tiers: tiers, identity: [.platform, .notes])
    let text = page("| Haiku | gcc |") + "\n## Tier 2\n\n| Platform | Notes |\n|---|---|\n| Haiku | clang |\n"
    #expect(
      try findings(text, [("Haiku", "clang", "tier-2"), ("Haiku", "gcc", "tier-1")], policy: policy) == [])
    #expect(
      try findings(text, [("Haiku", "clang", "tier-1"), ("Haiku", "gcc", "tier-2")], policy: policy)
        == ["tier-disagrees 5", "tier-disagrees 11"])
  }
}
