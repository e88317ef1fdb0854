import Diagnostics
import Documents
import Testing

@Suite("RST documents")
struct RSTDocumentTests {
  @Test("have a label, a title, header fields, and sections with levels")
  func header() {
    let example = RSTExample(
      """
      .. _NEP99:

      ==========
        NEP 99
      ==========

      :Status: Draft
      :Resolution: https://example.org/
        thread
      :Empty:

      Tier *one*
      ==========

      Notes
      -----

      Tier 2
      ======
      """)
    #expect(
      example.tree == """
        document rst
        label 1:5-1:10 "NEP99"
        target internal 1:5-1:10 "nep99"
        section 1 3:1-5:11 "NEP 99"
        field 7:1-7:15 "Status" 7:10-7:15 "Draft"
        field 8:1-9:9 "Resolution" 8:14-9:9 "https://example.org/ thread"
        link 8:14-8:34 "https://example.org/" <https://example.org/>
        field 10:1-10:8 "Empty" 10:8-10:8 ""
        section 2 12:1-13:11 "Tier one"
        section 3 15:1-16:6 "Notes"
        section 2 18:1-19:7 "Tier 2"

        """)
  }

  @Test("take fields for the header once, and only before the first section below the title")
  func laterFields() {
    #expect(RSTExample("T\n=\n\n:a: b\n\ntext\n\n:c: d\n").document.fields.map(\.name) == ["a"])
    #expect(RSTExample("T\n=\n\nS\n-\n\n:a: b\n").document.fields.isEmpty)
    #expect(RSTExample("- :a: b\n").document.fields.isEmpty)
  }

  @Test("drop a title that skips a level")
  func inconsistentTitles() {
    let example = RSTExample("A\n==\n\nB\n--\n\nC\n==\n\nD\n~~\n\nE\n--\n")
    #expect(example.document.sections.map { "\($0.level) \($0.title)" } == ["1 A", "2 B", "1 C", "2 E"])
  }

  @Test(
    "have no title in an item, a quotation or a directive",
    arguments: ["- A\n  ====\n", "  A\n  ====\n", ".. note::\n\n   A\n   ====\n"])
  func nestedTitles(text: String) {
    #expect(RSTExample(text).document.sections.isEmpty)
  }

  @Test("have lists with the emphasis of their items, below the paragraph that leads in")
  func lists() {
    let example = RSTExample(
      """
      Known interest:

      - WASI (*see
        the issue*),   *Ada*
      -

        iOS

        more

      * other

      Not
      """)
    #expect(
      example.tree == """
        document rst
        list 3:1-9:7
          lead-in "Known interest:"
          item 3:3-4:23 "WASI (see the issue), Ada"
            emphasis 3:9-4:13 "see the issue"
            emphasis 4:18-4:23 "Ada"
          item 7:3-7:6 "iOS"
        list 11:1-11:8
          item 11:3-11:8 "other"

        """)
    #expect(example.document.lists.first?.items.first?.emphasised.map(\.offsets) == [6..<19, 22..<25])
  }

  @Test("give nested lists too, each its own, but no lists of cells")
  func nestedLists() {
    let example = RSTExample("- a\n\n  - b\n\n+-----+\n| - c |\n+-----+\n")
    #expect(example.document.lists.map { $0.items.map(\.text) } == [["b"], ["a"]])
  }

  @Test(
    "have a lead-in only where a paragraph stands right above; comments do not part them",
    arguments: [
      ("Lead:\n\n- a\n", "Lead:"), ("Lead:\n\n.. comment\n\n- a\n", "Lead:"),
      ("- x\n\n  Lead:\n\n  .. c\n\n  - a\n", "Lead:"),
      ("Lead:\n\nTitle\n=====\n\n- a\n", ""), ("Lead:\n\n.. _t: u\n\n- a\n", ""), ("- a\n", ""),
      ("Lead:\n\n| x\n\n- a\n", ""),
    ])
  func leadIn(text: String, leadIn: String) {
    #expect(RSTExample(text).document.lists.first?.leadIn == leadIn)
  }

  @Test("have comments that are for the next block, or for the row they stand in")
  func comments() {
    let example = RSTExample(
      """
      .. for the paragraph
      .. and this

      text

      +--------+
      | a      |
      |        |
      | .. row |
      +--------+
      | b      |
      +--------+

      .. of many

         lines

      ..

      .. for nothing
      """)
    #expect(
      example.document.comments.map { "\($0.text) \($0.range) \($0.scope?.description ?? "nil")" } == [
        "for the paragraph 1:1-1:21 4:1-4:5", "and this 2:1-2:12 4:1-4:5", "row 9:3-9:9 6:1-10:11",
        "of many\n\nlines 14:1-16:9 nil", "for nothing 20:1-20:15 nil",
      ])
  }

  @Test("have targets, footnotes, citations and substitutions")
  func targets() {
    let example = RSTExample(
      """
      .. _Gh-1: https://example.org/
         1
      .. _`a: b`: a@b.c
      .. _other: gh-1_
      .. _here:
      .. __: https://example.org/x
      __ here_
      .. [1] note
      .. [#auto] note
      .. [Cit] note
      .. |S| replace:: *x*
      """)
    #expect(
      example.document.targets.map { "\($0.kind) \($0.name) \($0.uri ?? "-") \($0.range)" } == [
        "external gh-1 https://example.org/1 1:5-1:9", "external a: b mailto:a@b.c 3:6-3:10",
        "indirect(\"gh-1\") other - 4:5-4:10", "internal here - 5:5-5:9", "anonymous  https://example.org/x 6:5-6:6",
        "anonymous  - 7:1-7:9", "footnote 1 - 8:5-8:6", "footnote auto - 9:5-9:10", "citation cit - 10:5-10:8",
        "substitution s - 11:5-11:6",
      ])
  }

  @Test("refuse a substitution that holds what cannot stand in two places", arguments: ["[#]_", "_`t`", "`t <u>`_"])
  func unrepeatable(content: String) {
    #expect(RSTExample(".. |s| replace:: x \(content)\n").document.targets.isEmpty)
  }
}
