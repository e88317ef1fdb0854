import Diagnostics
import Documents
import Rendering
import Testing

@Suite("Regions")
struct RegionTests {
  private func faults(_ text: String, as format: DocumentFormat = .restructuredText) -> [String] {
    RegionFinder.find(in: SourceFile(path: "x", text: text), as: format, known: ["a", "b"]).faults.map {
      "\($0.kind) at \($0.range.start.line)"
    }
  }

  private func rewritten(_ text: String, _ content: String, isForced: Bool = false) -> (text: String, refused: Int) {
    let file = SourceFile(path: "x", text: text)
    let format: DocumentFormat = text.contains("<!--") ? .markdown : .restructuredText
    let found = RegionFinder.find(in: file, as: format, known: ["a", "b"])
    let result = RegionRewriter(file, as: format, isForced: isForced)
      .rewrite(found.regions, contents: ["a": Array(content.utf8)])
    let bytes = file.applying([Fix(.safe, "rewrite", edits: result.edits)]).bytes
    return (String(decoding: bytes, as: UTF8.self), result.refused.count)
  }

  @Test(
    "tells what is wrong with the markers apart",
    arguments: [
      ("begin a\nend a", []),
      ("begin a\nend", []),
      ("begin a\nend\nbegin b\nend b", []),
      ("begin a", [#"missingEnd("a") at 1"#]),
      ("end a", [#"missingBegin(Optional("a")) at 1"#]),
      ("end", ["missingBegin(nil) at 1"]),
      ("begin a\nend b", [#"missingEnd("a") at 1"#, #"missingBegin(Optional("b")) at 2"#]),
      ("begin a\nend a\nbegin a\nend a", [#"duplicate("a") at 3"#]),
      ("begin a\nbegin b\nend b\nend a", [#"nested("b", outer: "a") at 2"#]),
      ("begin a\nbegin b\nend a\nend b", [#"crossed("a", inner: "b") at 3"#]),
      ("begin c\nend c", [#"unknown("c") at 1"#]),
      ("begin\nbegin a b", [#"malformedMarker("begin") at 1"#, #"malformedMarker("begin a b") at 2"#]),
      ("ignore unnamed-platform -- it is", []),
    ])
  func faults(markers: String, expected: [String]) {
    let lines = markers.split(separator: "\n")
    #expect(faults(lines.map { ".. platform-tiers: \($0)\n" }.joined()) == expected)
    #expect(faults(lines.map { "<!-- platform-tiers: \($0) -->\n" }.joined(), as: .markdown) == expected)
  }

  @Test("takes no marker from fenced code")
  func fencedCode() {
    #expect(faults("```html\n<!-- platform-tiers: end -->\n```\n", as: .markdown).isEmpty)
  }

  @Test("fills a region, and changes nothing when it is full")
  func filling() {
    let first = rewritten("One.\n\n.. platform-tiers: begin a\n.. platform-tiers: end\n\nTwo.\n", "text\n")
    #expect(
      first.text == """
        One.

        .. platform-tiers: begin a

        text

        .. platform-tiers: end a 6bacb048789c961a

        Two.

        """)
    #expect(rewritten(first.text, "text").text == first.text)
    #expect(rewritten(first.text, "").text.contains("begin a\n\n.. platform-tiers: end a"))
  }

  @Test("replaces what was generated and not what was written by hand")
  func handEdited() {
    let generated = rewritten("<!-- platform-tiers: begin a -->\r\n<!-- platform-tiers: end a -->\r\n", "old\nlines")
      .text
    let replaced = rewritten(generated, "new")
    #expect(replaced.text.hasPrefix("<!-- platform-tiers: begin a -->\r\n\r\nnew\r\n\r\n<!-- platform-tiers: end a "))
    #expect(replaced.refused == 0)
    var edited = replaced.text.replacing("new", with: "mine")
    #expect(rewritten(edited, "newer").text == edited)
    #expect(rewritten(edited, "newer").refused == 1)
    #expect(rewritten(edited, "newer", isForced: true).text.contains("\r\nnewer\r\n"))
    edited = rewritten(edited, "mine").text
    #expect(rewritten(edited, "newer").refused == 0)
  }
}
