import Rendering
import Testing

@Suite("The table of an index")
struct PageDirectoryTests {
  private static let row = PageDirectory.Row(
    "platform-haiku", filters: [2], name: .label("Haiku", page: PagePath("platforms", id: "haiku")), note: "a <note>",
    cells: ["wheels", .sign("●", "wheel", .met, isShort: true), .sign("·", "no wheel", .blank, isShort: true)])

  private static let directory = PageDirectory(
    "Platforms", head: "Platform",
    columns: [
      PageDirectory.Column("pip", group: "pip"), PageDirectory.Column("3.13", .mark, group: "Python"),
      PageDirectory.Column("3.14", .mark, group: "Python"), PageDirectory.Column("Needs", group: "pip"),
    ],
    filters: [PageDirectory.Filter("Linux", number: 1), PageDirectory.Filter("<Others>", number: 2)],
    groups: [PageDirectory.Group("in-tier-1", "Tier 1", "What it asks.", rows: [row])])

  private func render(_ format: PageFormat) -> String {
    let page = Page(path: PagePath("index"), title: "x", lead: [.directory(Self.directory)])
    let frame = PageFrame(title: "Set", navigation: [], data: "data.json")
    return String(decoding: PageRenderer.render(page, as: format, in: frame), as: UTF8.self)
  }

  @Test("HTML has a body for each group, and buttons that need no script")
  func html() {
    let text = render(.html)
    #expect(text.contains(#"<tbody id="in-tier-1">"#))
    #expect(text.contains(#"<th colspan="5" scope="rowgroup">Tier 1 What it asks.</th>"#))
    #expect(text.contains(#"<tr id="platform-haiku" data-show="2">"#))
    #expect(text.contains("<small>a &lt;note&gt;</small>"))
    #expect(text.contains(#"<input type="radio" name="show" id="show-0" checked="">All</label>"#))
    #expect(text.contains(#"<input type="radio" name="show" id="show-2">&lt;Others&gt;</label>"#))
    #expect(
      text.contains(
        #"<td class="mark met" data-label="3.13"><span aria-hidden="true">●</span><span class="spoken">wheel</span></td>"#
      ))
    // What says nothing has no label, and takes no room on a phone. The row had a cell too few.
    #expect(text.contains(#"<td class="mark"><span aria-hidden="true">·</span>"#))
    #expect(text.contains("<td></td>"))
    let stylesheet = String(decoding: PageStylesheet.bytes, as: UTF8.self)
    #expect(stylesheet.contains(##".directory:has(#show-2:checked) tr[data-show]:not([data-show~="2"])"##))
  }

  @Test("Markdown joins the columns of a group")
  func markdown() {
    let text = render(.markdown)
    #expect(text.contains("### Tier 1\n\nWhat it asks.\n"))
    #expect(text.contains("| [Haiku](platforms/haiku.md): a \\<note> | wheels | 3.13   |"))
  }

  @Test("filters have numbers that the stylesheet knows")
  func limit() {
    let filters = (0...10).map { PageDirectory.Filter("f", number: $0) }
    let directory = PageDirectory("x", head: "x", columns: [], filters: filters, groups: [])
    #expect(directory.filters.map(\.number) == Array(1...8))
  }
}
