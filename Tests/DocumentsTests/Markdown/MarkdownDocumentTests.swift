import Diagnostics
import Documents
import Testing

@Suite("Markdown documents")
struct MarkdownDocumentTests {
  @Test("have headings of both kinds")
  func sections() {
    let example = MarkdownExample("Over *two*\nlines\n===\n\n> ## `b` ##\n\n[x]: /u\n---\n\n#\n")
    let sections = example.document.sections
    #expect(sections.map(\.title) == ["Over two lines", "b", ""])
    #expect(sections.map(\.level) == [1, 2, 1])
    #expect(sections.map(\.range.description) == ["1:1-3:4", "5:3-5:12", "10:1-10:2"])
    #expect(sections.map { example.file.text(in: $0.titleRange) } == ["Over *two*\nlines", "`b`", ""])
  }

  @Test("have empty headings, whose title stands inside them", arguments: ["# \n", "##\t", "#  #\n", "#"])
  func emptyHeading(text: String) throws {
    let document = MarkdownReader.read(SourceFile(path: "tiers.md", text: text))
    let section = try #require(document.sections.first)
    #expect(section.title.isEmpty)
    #expect(section.range.contains(section.titleRange))
  }

  @Test("have bullet lists, nested ones too, with what is emphasised")
  func lists() {
    let example = MarkdownExample("Maintainers:\n\n* Dear *Ralf  G* and **M**\n  - inner\n    line\n*\n\n1. ordered\n")
    let lists = example.document.lists
    #expect(lists.map(\.leadIn) == ["Maintainers:", "Dear Ralf G and M"])
    #expect(lists.map { $0.items.map(\.text) } == [["Dear Ralf G and M", ""], ["inner line"]])
    let emphasised = lists[0].items[0].emphasised
    #expect(emphasised.map(\.text) == ["Ralf G", "M"])
    #expect(emphasised.map(\.offsets) == [5..<11, 16..<17])
    #expect(emphasised.map { example.file.text(in: $0.range) } == ["*Ralf  G*", "**M**"])
    #expect(example.file.text(in: lists[1].items[0].range) == "inner\n    line")
    #expect(lists.map(\.range.description) == ["3:1-6:2", "4:3-5:9"])
  }

  @Test("have links, each with the place of its URI")
  func links() {
    let example = MarkdownExample(
      """
      [a](https://a.org/x_(y) "t"), <https://b.org> and ![i](<c d.png>),
      not `[x](y)`.

      | [p \\| q](https://d.org) |
      |---|

      [e]: https://e.org 'title'
      """)
    let uris = ["https://a.org/x_(y)", "https://b.org", "c d.png", "https://d.org", "https://e.org"]
    #expect(example.document.links.map { example.file.text(in: $0.range) } == uris)
    #expect(example.document.links.map(\.uri) == uris)
    #expect(example.document.links.map(\.text) == ["a", "https://b.org", "i", "p | q", "e"])
  }

  @Test("have references and what defines them")
  func references() {
    let example = MarkdownExample(
      """
      [text][Gh-1], [gh-1][], [gh-1] and [no]; [bad][None], [none][]; a[i][j] and `[a][b]`; [^1][x].

      [gh-1]: https://one.org
      [GH-1]: <https://two.org>
      """)
    #expect(example.document.references.map(\.name) == ["gh-1", "gh-1", "gh-1", "none", "none"])
    #expect(example.document.references.map(\.text) == ["Gh-1", "gh-1", "gh-1", "None", "none"])
    let sources = example.document.references.map { example.file.text(in: $0.range) }
    #expect(sources == ["[text][Gh-1]", "[gh-1][]", "[gh-1]", "[bad][None]", "[none][]"])
    #expect(example.document.targets.map(\.name) == ["gh-1", "gh-1"])
    #expect(example.document.targets.map(\.uri) == ["https://one.org", "https://two.org"])
    #expect(example.document.targets.map { example.file.text(in: $0.range) } == ["gh-1", "GH-1"])
    let uriSources = example.document.targets.compactMap(\.uriRange).map { example.file.text(in: $0) }
    #expect(uriSources == ["https://one.org", "https://two.org"])
  }

  @Test("have comments, for a row or the block that follows")
  func comments() {
    let example = MarkdownExample(
      """
      <!-- first -->
      <!--
      second
      -->

      | a <!-- row --> |
      |---|
      | b |

      - item <!-- its -->
      """)
    #expect(example.document.comments.map(\.text) == ["first", "second", "row", "its"])
    let scopes = example.document.comments.map { $0.scope.map { example.file.text(in: $0) } }
    let table = "| a <!-- row --> |\n|---|\n| b |"
    #expect(scopes == [table, table, "| a <!-- row --> |", "item <!-- its -->"])
  }

  @Test("have a header in front matter, a paragraph or a list")
  func header() {
    let front = MarkdownExample("---\ntitle: \"A: b\"\ntags:\n  - x\n---\n\n# A\n").document
    #expect(front.fields.map(\.name) == ["title", "tags"])
    #expect(front.fields.map(\.value) == ["A: b", ""])
    #expect(front.sections.map(\.title) == ["A"])
    let list = MarkdownExample("(NEP57)=\n# A\n\n- :Status: Draft\n- :Type: Process\n\ntext\n").document
    #expect(list.fields.map(\.name) == ["Status", "Type"])
    #expect(list.label?.name == "NEP57")
    let paragraph = MarkdownExample("<a id=\"NEP57\"></a>\n\n# A\n\n:Status: Draft\n:Type:\n").document
    #expect(paragraph.fields.map(\.value) == ["Draft", ""])
    #expect(paragraph.label?.range.description == "1:8-1:13")
  }

  @Test(
    "keep their tables whatever stands between two lines of hyphens",
    arguments: [
      "---\n| a |\n|---|\n---\n", "---\nkey: x\n```\n---\n| a |\n|---|\n```\n\n| a |\n|---|\n", "---\n\n| a |\n|---|\n",
    ])
  func noFrontMatter(text: String) {
    #expect(MarkdownExample(text).tables == ["a"])
    #expect(MarkdownExample(text).document.fields.isEmpty)
  }
}
