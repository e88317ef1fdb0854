import Documents
import Rendering
import Testing

@Suite("Notes in CommonMark")
struct MarkdownNoteTests {
  @Test(
    "are as plain as they can be",
    arguments: [
      ("Was Tier 2 for releases <=2.4.x", "Was Tier 2 for releases <=2.4.x"),
      ("a | b", "a | b"), ("a_b and 2 * 3", "a_b and 2 * 3"), ("<script>x</script>", "<script>x</script>"),
      ("*a*", #"\*a\*"#), ("[a](b)", #"\[a\](b)"#), ("&amp;", #"\&amp;"#), ("`a`", #"\`a\`"#), (#"a\*"#, #"a\\\*"#),
      ("", ""),
    ])
  func texts(text: String, note: String) {
    #expect(MarkdownNote.text(of: CellContent(text: text)) == note)
    #expect(CellContent(markdown: note) == CellContent(text: text))
  }

  @Test func markup() {
    let content = CellContent([
      .text("see "), .link(text: "gh-1", uri: "https://example.org/1"), .text(", "), .code("a|b"), .text(" and "),
      .emphasis("soon"),
    ])
    let note = "see [gh-1](https://example.org/1), `a|b` and *soon*"
    #expect(MarkdownNote.text(of: content) == note)
    #expect(CellContent(markdown: note) == content)
  }

  @Test("read as what they were written from, and always as its text")
  func roundTrip() {
    for seed in 0..<600 {
      let table = GeneratedTable.make(seed: seed, hasMarkup: seed % 3 > 0)
      for content in table.rows.joined() {
        let read = CellContent(markdown: MarkdownNote.text(of: content))
        #expect(read.text == content.text, "seed \(seed)")
        #expect(links(read) == links(content), "seed \(seed)")
      }
    }
  }

  /// Without addresses that lead to themselves: as `<…>`, the only way to write some of them without a character that
  /// GitHub would take into the link it makes of them, they are links, and GitHub makes links of the others too.
  private func links(_ content: CellContent) -> [InlineElement] {
    content.elements.filter { if case .link(let text, let uri) = $0 { text != uri } else { false } }
  }
}
