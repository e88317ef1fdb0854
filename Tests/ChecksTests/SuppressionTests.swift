import Checks
import Diagnostics
import Documents
import Policy
import Testing

@Suite struct SuppressionTests {
  private func read(_ text: String) -> Suppression? {
    let file = SourceFile(path: "a.rst", text: ".. " + text + "\n")
    let comment = Documents.Comment(text: text, range: file.range(0..<file.bytes.count), scope: nil)
    return Suppression(comment, in: file)
  }

  @Test(arguments: [
    ("platform-tiers: ignore one -- why", ["one"], "why"),
    ("platform-tiers: ignore one, two -- it is so -- really", ["one", "two"], "it is so -- really"),
    ("platform-tiers:  ignore  one two,three\n  --  over\n  lines ", ["one", "two", "three"], "over\n  lines"),
    ("platform-tiers: ignore one — why", ["one"], "why"),
    ("platform-tiers: ignore one", ["one"], ""),
    ("platform-tiers: ignore one --", ["one"], ""),
    ("platform-tiers: ignore", [], ""),
  ])
  func readsRulesAndReason(text: String, rules: [String], reason: String) throws {
    let suppression = try #require(read(text))
    #expect(suppression.rules.map(\.text) == rules)
    #expect(suppression.reason == reason)
  }

  @Test(arguments: [
    "", "ignore one", "platform-tiers: begin tier-1", "platform-tiers:ignore one", "a platform-tiers: ignore",
  ])
  func leavesOtherCommentsAlone(text: String) {
    #expect(read(text) == nil)
  }

  @Test(arguments: ["--", "—"])
  func silencesAMarkdownRow(dash: String) throws {
    let text = """
      ## Tier 3

      | Platform | Notes | Contacts |
      |---|---|---|
      | Haiku | new <!-- platform-tiers: ignore missing-contact \(dash) asked --> | |
      | WASI | `<!-- platform-tiers: ignore missing-contact \(dash) shown -->` | |
      """
    let example = RuleExample.markdown(text)
    let rules = try ["missing-contact", "unused-suppression"].map { try #require(AllRules.rule($0)) }
    #expect(example.findings(of: rules[0]).map(\.range.start.line) == [6])
    #expect(example.findings(of: rules[1]).isEmpty)
  }

  @Test func knowsWhereEachNameStands() throws {
    let suppression = try #require(read("platform-tiers: ignore one, one-two, one -- why"))
    #expect(suppression.rules.map(\.range.start.column) == [27, 32, 41])
  }

  /// Two links that are wrong, on lines 3 and 5, and comments with these scopes.
  private func findings(_ comments: [(text: String, scope: ClosedRange<Int>?)]) -> [String] {
    let file = SourceFile(path: "a.rst", text: "one\n\ngopher://a\n\ngopher://b\n")
    var document = PolicyDocument(format: .restructuredText)
    for line in [3, 5] {
      let start = SourcePosition(line: line, column: 1)
      let end = SourcePosition(line: line, column: 11)
      document.links.append(Link(uri: "gopher://x", text: "x", range: SourceRange(start, end)))
    }
    document.comments = comments.map { comment in
      Documents.Comment(
        text: comment.text, range: .fileStart,
        scope: comment.scope.map {
          SourceRange(
            SourcePosition(line: $0.lowerBound, column: 1), SourcePosition(line: $0.upperBound + 1, column: 1))
        })
    }
    guard let today = CalendarDate("2026-11-23") else { return [] }
    let context = RuleContext(
      file: file, document: document, policy: Policy(id: "none", name: "none", tiers: []),
      located: LocatedPolicy(listings: [], unknownTiers: []), today: today)
    let rules = RuleSelection(select: ["document"]).rules
    return RuleRunner.diagnostics(for: context, rules: rules).map { "\($0.range.start.line) \($0.rule)" }
  }

  private static let ignore = "platform-tiers: ignore malformed-link -- offline"

  @Test func silencesWithinItsScopeOnly() {
    #expect(findings([]) == ["3 malformed-link", "5 malformed-link"])
    #expect(findings([(Self.ignore, 3...3)]) == ["5 malformed-link"])
    #expect(findings([(Self.ignore, 5...5)]) == ["3 malformed-link"])
    #expect(findings([(Self.ignore, 3...5)]) == [])
    #expect(findings([(Self.ignore, 3...5), (Self.ignore, 5...5)]) == [])
  }

  @Test func isReportedWhenUnused() {
    #expect(findings([(Self.ignore, 1...2)]) == ["1 unused-suppression", "3 malformed-link", "5 malformed-link"])
    #expect(findings([(Self.ignore, nil)]) == ["1 unused-suppression", "3 malformed-link", "5 malformed-link"])
  }

  @Test func silencesEvenWithoutAReason() {
    #expect(
      findings([("platform-tiers: ignore malformed-link", 3...5)]) == ["1 unexplained-suppression"])
  }

  @Test func doesNotSilenceTheRulesAboutSuppressions() {
    let text = "platform-tiers: ignore unexplained-suppression"
    #expect(
      findings([(text, 1...5)])
        == ["1 unexplained-suppression", "1 unknown-suppression", "3 malformed-link", "5 malformed-link"])
  }

  @Test func isNotUnusedWhereItsRuleDidNotRun() {
    #expect(findings([("platform-tiers: ignore missing-contact -- later", 3...5)]).first == "3 malformed-link")
  }
}
