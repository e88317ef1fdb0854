import Documents
import Rendering
import Testing

@Suite("Cell content")
struct CellContentTests {
  @Test(
    "reads CommonMark inlines",
    arguments: [
      ("", []),
      ("plain  text\nin lines", [.text("plain text in lines")]),
      (
        "see [gh-1](https://example.org/1), `a|b`",
        [
          .text("see "), .link(text: "gh-1", uri: "https://example.org/1"), .text(", "), .code("a|b"),
        ]
      ),
      (
        "*a* **b** _c `d`_",
        [
          .emphasis("a"), .text(" "), .strong("b"), .text(" "), .emphasis("c"), .text(" "), .code("d"),
        ]
      ),
      ("a<br> b <i>c</i>", [.text("a"), .lineBreak, .text(" b <i>c</i>")]),
      ("[`code` *x*](/u)", [.link(text: "code x", uri: "/u")]),
      ("*[a](/u)*", [.link(text: "a", uri: "/u")]),
      ("<https://example.org>", [.link(text: "https://example.org", uri: "https://example.org")]),
      ("<b>c</b> &amp; \\*", [.text("<b>c</b> & *")]),
      ("![alt](/image.png) !", [.text("alt !")]),
      ("# heading #", [.text("# heading #")]),
      ("- item", [.text("- item")]),
      ("a\\\nb", [.text("a b")]),
      (
        "[a](javascript:alert) [](/u) [b](</a b>)",
        [
          .text("a "), .link(text: "/u", uri: "/u"), .text(" "), .link(text: "b", uri: "/a%20b"),
        ]
      ),
      ("a\0b\u{7}", [.text("a\u{FFFD}b\u{FFFD}")]),
    ] as [(String, [InlineElement])])
  func markdown(text: String, expected: [InlineElement]) {
    #expect(CellContent(markdown: text).elements == expected)
  }

  @Test("white space is single spaces, none at the ends and none lost between elements")
  func whiteSpace() {
    let content = CellContent([
      .text(" a"), .code(" b "), .emphasis("c"), .link(text: " d", uri: "/u"), .text("\u{A0}"),
    ])
    #expect(
      content.elements == [
        .text("a "), .code("b"), .text(" "), .emphasis("c"), .text(" "), .link(text: "d", uri: "/u"),
      ])
    #expect(CellContent(text: " \t\u{3000}").elements == [])
  }
}
