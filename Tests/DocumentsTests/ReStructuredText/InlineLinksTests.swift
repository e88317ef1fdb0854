import Diagnostics
import Testing
@testable import Documents

@Suite("Inline markup: references, targets, links")
struct InlineLinksTests {
  @Test(
    "a reference has its kind, its normalised name and the place of the whole construct",
    arguments: [
      ("see NumPy_.", ["hyperlink numpy 'NumPy' at 1:5-1:11"]),
      ("see `The  big\nPlan`_.", ["hyperlink the big plan 'The big Plan' at 1:5-2:7"]),
      ("this__ or `that one`__", ["anonymous  'this' at 1:1-1:7", "anonymous  'that one' at 1:11-1:23"]),
      (
        "[1]_ [#]_ [#Why]_ [*]_ [Smith]_",
        [
          "footnote 1 '1' at 1:1-1:5", "footnote  '#' at 1:6-1:10", "footnote why '#Why' at 1:11-1:18",
          "footnote  '*' at 1:19-1:23", "citation smith 'Smith' at 1:24-1:32",
        ]
      ),
      ("|The OS|", ["substitution the os 'The OS' at 1:1-1:9"]),
      ("|OS|_", ["substitution os 'OS' at 1:1-1:6", "hyperlink os 'OS' at 1:1-1:6"]),
      ("|OS|__", ["substitution os 'OS' at 1:1-1:7", "anonymous  'OS' at 1:1-1:7"]),
      (
        "a-b.c+d:e_ -x_ \\y_ .z_ «é2_», a_b_",
        [
          "hyperlink a-b.c+d:e 'a-b.c+d:e' at 1:1-1:11", "hyperlink x 'x' at 1:13-1:15",
          "hyperlink é2 'é2' at 1:26-1:30", "hyperlink a_b 'a_b' at 1:34-1:38",
        ]
      ),
      ("`a\\ b`_", ["hyperlink ab 'ab' at 1:1-1:8"]),
      ("`Plan <https://a.org>`_", ["hyperlink plan 'Plan' at 1:1-1:24"]),
      ("`Plan <https://a.org>`__", []),
      ("`Plan <Old Plan_>`_", ["hyperlink old plan 'Plan' at 1:1-1:20"]),
      ("`Plan <Old Plan_>`__", ["hyperlink old plan 'Plan' at 1:1-1:21"]),
      ("``a_`` \"*\" *b_*", []),
    ])
  func references(source: String, references: [String]) {
    #expect(InlineReading(source).references == references)
  }

  @Test(
    "a target has the place of its name, and that of its URI",
    arguments: [
      ("a _`Named  place`.", ["internal named place 'Named place' at 1:5-1:17"]),
      ("`Plan\n<https://a.org>`_", ["external plan 'Plan' at 1:2-1:6 to https://a.org at 2:2-2:15"]),
      ("`Plan <old_>`_", ["alias(\"old\") plan 'Plan' at 1:2-1:6"]),
      ("`Plan <https://a.org>`__ `Plan <old_>`__", []),
      (
        "`<https://a.org>`_",
        ["external https://a.org 'https://a.org' at 1:3-1:16 to https://a.org at 1:3-1:16"]
      ),
    ])
  func targets(source: String, targets: [String]) {
    #expect(InlineReading(source).targets == targets)
  }

  @Test(
    "an embedded URI is a link without its white space and escapes",
    arguments: [
      ("`Plan <https://a.org/\nb\\_>`_", ["https://a.org/b_ 'Plan' at 1:8-2:4"]),
      ("`Plan <https://a.org/b_>`__", ["https://a.org/b_ 'Plan' at 1:8-1:24"]),
      ("`Plan <a b\\ c>`__", ["ab c 'Plan' at 1:8-1:14"]),
      ("`Me <me@a.org>`__", ["mailto:me@a.org 'Me' at 1:6-1:14"]),
      ("`a<b>`_ `a <b >`_ `a < b>`_ `a <b> c`_ `<>`_", []),
      ("`a \\<b <c\\>d>`__", ["c>d 'a <b' at 1:9-1:13"]),
    ])
  func embedded(source: String, links: [String]) {
    #expect(InlineReading(source).links == links)
  }

  @Test(
    "a URI in the text is a link, without the punctuation around it",
    arguments: [
      ("see https://a.org/b.", ["https://a.org/b 'https://a.org/b' at 1:5-1:20"]),
      (
        "(https://a.org/b), <https://a.org/b.>",
        [
          "https://a.org/b 'https://a.org/b' at 1:2-1:17", "https://a.org/b. 'https://a.org/b.' at 1:21-1:37",
        ]
      ),
      ("https://a.org/b?c=d&e#f!", ["https://a.org/b?c=d&e#f 'https://a.org/b?c=d&e#f' at 1:1-1:24"]),
      ("https://a.org/b?", ["https://a.org/b 'https://a.org/b' at 1:1-1:16"]),
      ("https://a.org/b#", ["https://a.org 'https://a.org' at 1:1-1:14"]),
      ("HTTP://a.org/\\*b", ["HTTP://a.org/*b 'HTTP://a.org/*b' at 1:1-1:17"]),
      (
        "me@a.org, or <you.b@c.org>!",
        [
          "mailto:me@a.org 'me@a.org' at 1:1-1:9", "mailto:you.b@c.org 'you.b@c.org' at 1:15-1:26",
        ]
      ),
      ("mailto:me@a.org", ["mailto:me@a.org 'mailto:me@a.org' at 1:1-1:16"]),
      ("numpy:dot https://a.org", ["https://a.org 'https://a.org' at 1:11-1:24"]),
      ("xhttps:a @ b, note: this, a@b, a@bc.", ["mailto:a@bc 'a@bc' at 1:32-1:36"]),
      ("``https://a.org`` *https://a.org* https://a.org/b_", ["https://a.org/ 'https://a.org/' at 1:35-1:49"]),
      ("\"*\" https://a.org", ["https://a.org 'https://a.org' at 1:5-1:18"]),
    ])
  func standalone(source: String, links: [String]) {
    #expect(InlineReading(source).links == links)
  }

  @Test("what is found in several blocks is kept in their order")
  func severalBlocks() {
    let source = InlineReading("a_ b").source
    var parser = InlineParser()
    _ = parser.parse([LineSlice(start: 0, end: 2)], in: source)
    _ = parser.parse([LineSlice(start: 3, end: 4), LineSlice(start: 0, end: 2)], in: source)
    #expect(parser.references.map(\.range.description) == ["1:1-1:3", "1:1-1:3"])
  }
}
