import Diagnostics
import Documents
import Rendering
import Testing
import TestSupport

/// How texts that look like markup come out.
@Suite("Texts that look like markup")
struct HostileTextTests {
  private func cell(_ content: CellContent, _ format: TableFormat, targets: LinkTargets = LinkTargets()) -> String {
    let table = TableContent(titles: [CellContent(text: "x")], rows: [[content]])
    let lines = String(decoding: TableRenderer.render(table, as: format, targets: targets).bytes, as: UTF8.self)
      .split(separator: "\n")
    let line = format == .html ? lines[5] : lines[lines.count - 1]
    return String(line)
  }

  @Test(
    "as text in reStructuredText",
    arguments: [
      ("<script>alert(1)</script>", "<script>alert(1)</script>"), ("a | b", #"a \| b"#), ("`x`_", #"\`x\`\_"#),
      ("|sub|", #"\|sub\|"#), ("http://example.org/", "http://example.org/"), ("*", #"\*"#), ("::", #"\:\:"#),
      ("a::", #"a:\:"#), (".. note::", #"\.. note:\:"#), ("- item", #"\- item"#), ("1. x", #"1\. x"#),
      ("(iv) x", #"(iv\) x"#), ("+---+", #"\+---+"#), ("====", #"\===="#), ("~~~~", #"\~~~~"#), (#"\\"#, #"\ \\\\"#),
      ("a_ b_c", #"a\_ b_c"#), ("javascript:alert(1)", #"javascript\:alert(1)"#), (":a: b", #"\:a: b"#),
      ("<=2.4.x", "<=2.4.x"), ("##[error]x", #"##\[error]x"#), ("a ##vso[x]", #"a ##vso\[x]"#), ("# [x]", "# [x]"),
      ("C:/x", "C:/x"),
    ])
  func restructuredText(text: String, expected: String) {
    #expect(cell(CellContent(text: text), .list) == "   * - " + expected)
  }

  @Test(
    "as text in Markdown",
    arguments: [
      ("<script>alert(1)</script>", #"\<script>alert(1)\</script>"#), ("a | b", #"a \| b"#), ("`x`_", #"\`x\`\_"#),
      (#"\|"#, #"\\\|"#), ("[a](b)", #"\[a\](b)"#), ("&amp; & a", #"\&amp; & a"#), ("a_b _c_", #"a_b \_c\_"#),
      ("---", #"\---"#), ("**", #"\*\*"#), ("http://example.org/", "http://example.org/"),
      ("see https://e.example/~ada, ok", "see <https://e.example/~ada>, ok"),
      ("https://e.example/<img src=x>", #"<https://e.example/>\<img src=x>"#),
      ("www.e.example/<b>", #"www\.e.example/\<b>"#), ("https://<b>", #"https\://\<b>"#),
      ("FTP://e.example/a_(b_)_", "<FTP://e.example/a_(b_)_>"), ("xhttp://e.example/~a", #"xhttp://e.example/\~a"#),
      ("https://e.example/?a=1&copy=2 www.x.org", "<https://e.example/?a=1&copy=2> www.x.org"),
    ])
  func markdown(text: String, expected: String) {
    #expect(cell(CellContent(text: text), .markdown) == "| " + expected + " |")
  }

  @Test("an address ends before the markup that follows it")
  func addressBeforeMarkup() {
    let content = CellContent([.text("https://e.example/"), .code("a"), .link(text: "<b>", uri: "https://b.example")])
    #expect(cell(content, .markdown) == #"| <https://e.example/>`a`[\<b>](https://b.example) |"#)
  }

  @Test(
    "Markdown shows the same text, and no HTML, by cmark-gfm with links of bare addresses",
    .enabled(if: Oracle.isPresent("cmark-gfm"), "skipped: no cmark-gfm"),
    arguments: [
      "https://e.example/<img src=x onerror=alert(1)>", "http://e.example/~ada", "www.e.example/<img src=x>",
      "(HTTPS://e.example/a_b_~~c~~)<b>", "ftp://e.example/\\<b>", "a@e.example/<b>", "mailto:a@e.example/<b>",
      "https://<b>", "https://é<b>", "1https://e.example/`a`", "https://e.example/[a](<b>)",
      "https://www.e.example/|<b>",
    ])
  func gfm(_ text: String) throws {
    let table = TableContent(titles: [CellContent(text: "x")], rows: [[CellContent(text: text)]])
    let folder = try TemporaryFolder()
    try folder.write(
      String(decoding: TableRenderer.render(table, as: .markdown).bytes, as: UTF8.self), to: "a.md")
    func read(_ format: String) throws -> String {
      let options = ["table", "strikethrough", "autolink"].flatMap { ["-e", $0] }
      return String(
        decoding: try Oracle("cmark-gfm").run(options + ["--unsafe", "-t", format, folder["a.md"]]), as: UTF8.self)
    }
    // Of a table's cells, this format leaves the pipes as they are in the source.
    #expect(try read("plaintext").contains(text.replacing("|", with: #"\|"#)))
    let html = try read("html")
    #expect(!html.contains("<img") && !html.contains("<b>") && !html.contains("%5C"), "\(html)")
  }

  @Test("as text in HTML and CSV")
  func others() {
    #expect(
      cell(CellContent(text: "<b a=\"'\">&"), .html) == "<tr><td>&lt;b a=&quot;&#39;&quot;&gt;&amp;</td></tr>")
    #expect(CSVText.record(["a,\"b\""]) == "\"a,\"\"b\"\"\"\r\n")
  }

  @Test("links take the form that each format has for them")
  func links() {
    let content = CellContent(markdown: "see [gh-1](https://example.org/1), [a `b`](https://example.org/?x=(1))")
    #expect(cell(content, .list) == "   * - see gh-1_, `a b`_")
    #expect(cell(content, .markdown) == "| see [gh-1](https://example.org/1), [a b](<https://example.org/?x=(1)>) |")
    #expect(
      cell(content, .html)
        == #"<tr><td>see <a href="https://example.org/1">gh-1</a>, "#
        + #"<a href="https://example.org/?x=(1)">a b</a></td></tr>"#)
    let rendered = TableRenderer.render(TableContent(titles: [content], rows: []), as: .grid)
    #expect(
      rendered.addedTargets.map(\.restructuredText) == [
        ".. _gh-1: https://example.org/1", ".. _a b: https://example.org/?x=(1)",
      ])
  }

  @Test("a name that leads elsewhere already is not used")
  func conflictingNames() {
    let file = SourceFile(path: "x", text: ".. _gh-1: https://example.org/other\n.. _gh-2: https://example.org/2\n")
    let targets = LinkTargets(of: DocumentReader.read(file, as: .restructuredText))
    let content = CellContent(markdown: "[gh-1](https://example.org/1) [gh-2](https://example.org/2)")
    #expect(cell(content, .list, targets: targets) == "   * - `gh-1 <https://example.org/1>`__ gh-2_")
  }

  @Test("markup is recognised beside any text")
  func adjacentMarkup() {
    let content = CellContent([
      .text("a"), .code("b"), .text("c ("), .emphasis("d"), .text(")"), .code("e"), .code("f"),
    ])
    #expect(cell(content, .list) == #"   * - a\ ``b``\ c (*d*)\ ``e``\ ``f``"#)
  }

  @Test("combining characters, which docutils cannot read in a grid, make a list-table")
  func combiningCharacters() {
    let table = TableContent(titles: [CellContent(text: "x")], rows: [[CellContent(text: "x\u{301}")]])
    #expect(TableRenderer.render(table, as: .grid).bytes == TableRenderer.render(table, as: .list).bytes)
  }

  @Test("forty contacts are wrapped, names with wide characters aligned")
  func manyContacts() {
    let names = (1...40).map { "漢字 \($0)" }.joined(separator: ", ")
    let table = TableContent(
      titles: ["Platform", "Contacts"].map(CellContent.init(text:)),
      rows: [[CellContent(text: "Linux"), CellContent(text: names)]])
    let bytes = TableRenderer.render(table, as: .grid, width: 60).bytes
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    #expect(Set(lines.map { TextWidth.columns(of: $0) }).count == 1)
    #expect(TextWidth.columns(of: lines[0]) <= 60)
    let document = DocumentReader.read(SourceFile(path: "x", bytes: bytes), as: .restructuredText)
    #expect(document.tables.first?.body.first?.map(\.text) == ["Linux", names])
  }
}
