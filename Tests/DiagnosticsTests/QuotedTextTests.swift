import Diagnostics
import Testing

@Suite("texts in a message")
struct QuotedTextTests {
  @Test("a long text is cut short")
  func quoted() {
    let text = String(repeating: "é", count: 60)
    #expect("a b".quoted == "'a b'")
    #expect(text.quoted == "'\(text)'")
    #expect((text + "x").quoted == "'\(text.dropLast())…'")
  }

  @Test(
    "the last of several follows an 'and'",
    arguments: [([], "", ""), (["a"], "a", "'a'"), (["a", "b"], "a and b", "'a' and 'b'")]
      + [(["a", "b", "c"], "a, b and c", "'a', 'b' and 'c'")])
  func lists(texts: [String], listed: String, quoted: String) {
    #expect(texts.listed == listed)
    #expect(texts.quotedList == quoted)
  }
}
