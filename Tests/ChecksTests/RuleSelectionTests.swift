import Checks
import Testing

@Suite struct RuleSelectionTests {
  private func ids(select: [String] = [], ignore: [String] = []) -> [String] {
    RuleSelection(select: select, ignore: ignore).rules.map { $0.id }
  }

  @Test func takesAllRulesWithoutAChoice() {
    #expect(ids() == AllRules.linting.map(\.id))
  }

  @Test func selectsByIdAndFamily() {
    #expect(ids(select: ["malformed-link"]) == ["malformed-link"])
    #expect(
      ids(select: ["document"]) == AllRules.family(.document).map(\.id))
  }

  @Test func ignoresByIdAndFamily() {
    #expect(!ids(ignore: ["malformed-link"]).contains("malformed-link"))
    #expect(ids(select: ["document"], ignore: ["document"]).isEmpty)
    #expect(ids(select: ["malformed-link"], ignore: ["malformed-link"]).isEmpty)
  }

  @Test func keepsARuleNamedItselfWhenItsFamilyIsIgnored() {
    #expect(ids(select: ["malformed-link"], ignore: ["document"]) == ["malformed-link"])
  }

  @Test func saysWhichNamesAreUnknown() {
    let selection = RuleSelection(select: ["malformed-links", "document"], ignore: ["colours"])
    #expect(selection.unknown.map(\.name) == ["malformed-links", "colours"])
    #expect(selection.unknown.map(\.suggestion) == ["malformed-link", nil])
    #expect(
      selection.unknown[0].description
        == "there is no rule or family 'malformed-links'; did you mean 'malformed-link'?")
  }
}
