import Documents
import Rendering
import Testing

/// One page in each format.
@Suite("Pages in each format")
struct PageRendererTests {
  private static let page = Page(
    path: PagePath("platforms", id: "haiku"), title: "Haiku <b>",
    lead: [
      .paragraph(
        .label("Tier 3", .tier(2), page: PagePath("tiers", id: "tier-3")) + " since " + .day("2026-02-01") + ".")
    ],
    sections: [
      PageSection(
        "facts", "Facts",
        [
          .definitions([
            PageDefinition("Notes", PageText(CellContent(markdown: "see [gh-1](https://example.org/1), `x`")))
          ]),
          .list(["- one", "two | three"]),
          .table(PageTable("All", columns: ["Duty", "Standing"], rows: [["CI", .label("met", .met)]])),
        ])
    ])

  private static let frame = PageFrame(
    title: "Set", navigation: [PageFrame.Entry("Start", PagePath("index"))], data: "data.json")

  private func render(_ format: PageFormat, _ frame: PageFrame = frame) -> String {
    String(decoding: PageRenderer.render(Self.page, as: format, in: frame), as: UTF8.self)
  }

  @Test func markdown() {
    #expect(
      render(.markdown) == #"""
        <!-- Written by platform-tiers pages; changes are lost. -->

        # Haiku \<b>

        [Start](../index.md)

        [Tier 3](../tiers/tier-3.md) since 2026-02-01.

        ## Facts

        * **Notes:** see [gh-1](https://example.org/1), `x`

        * \- one
        * two \| three

        | Duty | Standing |
        | ---- | -------- |
        | CI   | met      |

        The same facts for programs: [data.json](../data.json)

        """#)
  }

  @Test func restructuredText() {
    #expect(
      render(.rst) == #"""
        .. Written by platform-tiers pages; changes are lost.

        .. _`platform-tiers-platforms-haiku`:

        Haiku <b>
        =========

        :doc:`Tier 3 <../tiers/tier-3>` since 2026-02-01.

        Facts
        -----

        Notes
           see `gh-1 <https://example.org/1>`__, ``x``

        * \- one

        * two \| three

        .. list-table:: All
           :header-rows: 1
           :stub-columns: 1
           :class: platform-tiers

           * - Duty
             - Standing
           * - CI
             - met

        The same facts for programs: :download:`data.json <../data.json>`

        """#)
  }

  @Test func html() {
    let text = render(.html)
    #expect(text.contains("<title>Haiku &lt;b&gt; – Set</title>"))
    #expect(text.contains("<h1>Haiku &lt;b&gt;</h1>"))
    #expect(
      text.contains(
        #"<p><a class="badge tier-third" href="../tiers/tier-3.html">Tier 3</a> since <time datetime="2026-02-01">2026-02-01</time>.</p>"#
      ))
    #expect(text.contains("<dt>Notes</dt>\n<dd>see <a href=\"https://example.org/1\">gh-1</a>, <code>x</code></dd>"))
    #expect(text.contains("<caption>All</caption>"))
    #expect(
      text.contains("<th scope=\"row\">CI</th>\n<td data-label=\"Standing\"><span class=\"badge met\">met</span></td>"))
    #expect(text.contains("<link rel=\"stylesheet\" href=\"../platform-tiers.css\">\n<meta property=\"og:title\""))
  }

  @Test("a table of HTML tells the stylesheet how much room it needs; a matrix scrolls by keyboard")
  func tables() {
    func table(_ kind: PageTable.Kind) -> String {
      let table = PageTable("All", kind, columns: ["Release", "Haiku"], rows: [["1.0", .label("1/2 gap", .partial)]])
      let page = Page(path: PagePath("releases"), title: "Releases", lead: [.table(table)])
      return String(decoding: PageRenderer.render(page, as: .html, in: Self.frame), as: UTF8.self)
    }
    let box = #"role="region" tabindex="0" aria-label="All">"#
    #expect(table(.matrix).contains(#"<div class="scroll" "# + box + "\n<table>"))
    #expect(table(.longMatrix).contains(#"<div class="scroll long" "# + box + "\n<table>"))
    #expect(table(.records).contains(#"<div class="scroll">"# + "\n" + #"<table class="records">"#))
    #expect(table(.wideRecords).contains(#"<table class="records wide">"#))
    #expect(table(.wideRecords).contains(#"<td data-label="Haiku"><span class="badge partial">1/2 gap</span></td>"#))
    #expect(table(.longMatrix).contains(#"<td><span class="badge partial">1/2 gap</span></td>"#))
  }

  @Test("a page says what it is about, and where it is where that is known")
  func head() {
    var frame = Self.frame
    #expect(render(.html).contains(#"<meta name="description" content="Tier 3 since 2026-02-01.">"#))
    #expect(!render(.html).contains("canonical"))
    frame.address = "https://example.org/p/"
    frame.feeds = [PageFrame.Feed("Moves", type: "application/atom+xml", StaticFile("moves.atom"))]
    let text = render(.html, frame)
    #expect(text.contains(#"<link rel="canonical" href="https://example.org/p/platforms/haiku.html">"#))
    #expect(text.contains(#"<meta property="og:url" content="https://example.org/p/platforms/haiku.html">"#))
    #expect(
      text.contains(#"<link rel="alternate" type="application/atom+xml" title="Moves" href="../moves.atom">"#))
    let sitemap = String(decoding: frame.sitemap(of: [PagePath("index")]) ?? [], as: UTF8.self)
    #expect(sitemap.contains("<loc>https://example.org/p/</loc>"))
    #expect(Self.frame.sitemap(of: [PagePath("index")]) == nil)
  }

  @Test("a heading leads to itself, and a page to where its facts can be edited")
  func anchors() {
    var page = Self.page
    page.editAddress = "https://example.org/edit/haiku.yaml"
    for format in PageFormat.allCases {
      let text = String(decoding: PageRenderer.render(page, as: format, in: Self.frame), as: UTF8.self)
      #expect(text.contains("https://example.org/edit/haiku.yaml"))
    }
    #expect(render(.html).contains(##"<h2 id="facts-title"><a href="#facts">Facts</a></h2>"##))
  }

  @Test("a sign is for the eye, and its words for the ear")
  func signs() {
    func text(_ sign: PageText, _ format: PageFormat) -> String {
      let page = Page(path: PagePath("index"), title: "x", lead: [.paragraph(sign)])
      return String(decoding: PageRenderer.render(page, as: format, in: Self.frame), as: UTF8.self)
    }
    let short = PageText.sign("✓", "kept", .met, isShort: true)
    #expect(
      text(short, .html).contains(
        #"<span class="badge met"><span aria-hidden="true">✓</span><span class="spoken">kept</span></span>"#))
    #expect(
      text(.sign("✓", "kept", .met), .html).contains(
        #"<span class="badge met"><span aria-hidden="true">✓</span> kept</span>"#))
    #expect(text(short, .markdown).contains("\n✓ kept\n"))
    #expect(text(short, .rst).contains("\n✓ kept\n"))
  }

  @Test("formats of a text's width have at most five columns, and lose none")
  func narrow() {
    let wide = PageTable("All", columns: ["A", "B", "C", "D", "E", "F"], rows: [["1", "2", "3", "4", "5", "6"]])
    var matrix = PageTable(
      "All", .matrix, columns: ["P", "Tier", "CI", "Wheels", "Demand"],
      rows: [["x", "1", .label("kept", .met), .label("kept", .met), .label("–", .blank)]])
    (matrix.heads, matrix.gathered) = (2, "Duties")
    let page = Page(path: PagePath("index"), title: "x", lead: [.table(wide), .table(matrix)])
    let text = String(decoding: PageRenderer.render(page, as: .markdown, in: Self.frame), as: UTF8.self)
    #expect(text.contains("| 1   | 2   | 3   | 4   | E: 5 F: 6 |"))
    #expect(text.contains("| x   | 1    | kept: CI, Wheels |"))
  }

  @Test("a project's own header, footer and stylesheet are used as they are")
  func frame() {
    var frame = Self.frame
    frame.header = ProjectMarkup(Array("<header>ours</header>".utf8))
    frame.footer = ProjectMarkup(Array("<p>theirs</p>".utf8))
    frame.hasProjectStylesheet = true
    for format in PageFormat.allCases {
      let text = render(format, frame)
      #expect(text.contains("<header>ours</header>"))
      #expect(text.hasSuffix("<p>theirs</p>\n") || format == .html)
    }
    let html = render(.html, frame)
    #expect(html.contains("platform-tiers.css\">\n<link rel=\"stylesheet\" href=\"../project.css\">"))
    #expect(html.contains("</footer>\n<p>theirs</p>\n</body>"))
    #expect(ProjectMarkup([0xFF]) == nil)
  }

  @Test("every file says in its first bytes who wrote it", arguments: PageFormat.allCases)
  func mark(format: PageFormat) throws {
    var frame = Self.frame
    frame.header = ProjectMarkup(Array(String(repeating: "x", count: 400).utf8))
    #expect(render(format, frame).prefix(300).contains(PageRenderer.mark.description))
  }

  @Test("the names of pages are words that stay apart")
  func paths() {
    let ids = ["a", "A", "=41", "a.b", ".a", "../x", "", "a_b", "a+b", "é", "tier 1"]
    let names = ids.map { PagePath("tiers", id: $0).text }
    #expect(Set(names).count == ids.count)
    #expect(names[0] == "tiers/a")
    #expect(names[1] == "tiers/=41")
    #expect(names[5] == "tiers/=2e.=2fx")
  }

  @Test("a link where none should lead is text")
  func links() {
    #expect(PageText("x", uri: "javascript:alert(1)").parts == [.element(.text("x"))])
    #expect(PageText("x", uri: "#7").parts == [.element(.text("x"))])
    #expect(
      PageText("x", uri: "https://example.org/a b").parts == [
        .element(.link(text: "x", uri: "https://example.org/a%20b"))
      ])
  }
}
