import Diagnostics
import Testing

@Suite struct CaseInsensitivityTests {
  @Test(arguments: [("NEP 57", "nep ", "57"), ("nep-1.rst", "NEP-", "1.rst"), ("ÄB", "äb", ""), ("a", "", "a")])
  func restFollowsThePrefix(text: String, prefix: String, rest: String) {
    #expect(text[...].rest(afterPrefix: prefix) == rest[...])
  }

  // '@' and '`' differ in the bit in which upper case differs from lower.
  @Test(arguments: [("NE", "NEP"), ("PEP 1", "NEP"), ("@", "`"), ("É", "E")])
  func otherTextsHaveNoRest(text: String, prefix: String) {
    #expect(text[...].rest(afterPrefix: prefix) == nil)
    #expect(!text.equals(ignoringCase: prefix))
  }

  @Test(arguments: [("Status", "STATUS"), ("", ""), ("Zuständig", "ZUSTÄNDIG")])
  func caseDoesNotMatter(text: String, other: String) {
    #expect(text.equals(ignoringCase: other))
  }

  @Test func whatIsLongerIsNotEqual() {
    #expect(!"Status".equals(ignoringCase: "Stat"))
  }
}
