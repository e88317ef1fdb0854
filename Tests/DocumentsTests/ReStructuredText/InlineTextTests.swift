import Testing
@testable import Documents

@Suite("Inline markup: texts")
struct InlineTextTests {
  @Test(
    "markup is taken away",
    arguments: [
      ("plain text, 2.5 kg", "plain text, 2.5 kg"),
      ("*ill* and **bold**", "ill and bold"),
      ("*over\ntwo lines*", "over\ntwo lines"),
      ("``git log -p`` works", "git log -p works"),
      ("``a\\b *c* `` kept``", "a\\b *c* `` kept"),
      ("``ends with \\``", "ends with \\"),
      ("a _`named place` here", "a named place here"),
      ("on |os| and |os|_ and |os|__", "on os and os and os"),
      ("see `the plan`_, `that`__ and gh-12_ or this__", "see the plan, that and gh-12 or this"),
      ("`Plan <https://example.org/>`_", "Plan"),
      ("`Plan <plan_>`_ and `Plan <plan_>`__", "Plan and Plan"),
      ("`<https://example.org/>`_", "https://example.org/"),
      ("`<me@example.org>`_", "mailto:me@example.org"),
      ("`<The Plan_>`_", "the plan"),
      ("a note [1]_ and [#]_ or [#why]_ or [*]_", "a note 1 and  or  or "),
      ("a source [Smith2020]_", "a source Smith2020"),
      ("(*a*), \"**b**\", 'x' *c*; [*d*]-*e*/*f*", "(a), \"b\", 'x' c; [d]-e/f"),
      ("«*a*» „*b*“ 。*c*", "«a» „b“ 。c"),
    ])
  func markup(source: String, text: String) {
    #expect(InlineReading(source).text == text)
  }

  @Test(
    "what is no markup stays",
    arguments: [
      "2 * 3 * 4", "a*b*c", "glob: *.whl", "**kwargs", "*", "``", "a`b`c", "x | y", "|x", "a || b", "_private", "a_b_c",
      "__init__", "*not ended", "`not ended", "``not ended", "|not ended", "_`not ended", "\"*\" and '*' and (*)",
      "<*> {`} [|]", "„*“ and »*»", "`both:role:`x", "[1] _", "[a b]_", "[]_", "`quoted", "* not this*", "****", "a *",
      "name_x", "e\u{301}_", "*a*b", "**a **", "$HOME/_x",
    ])
  func noMarkup(source: String) {
    #expect(InlineReading(source).text == source)
  }

  @Test(
    "a backslash takes the meaning from what follows, and vanishes with a space or line break",
    arguments: [
      ("\\*a*", "*a*"), ("a\\ *b*\\ c", "abc"), ("two\\\nlines", "twolines"), ("C:\\\\dir", "C:\\dir"),
      ("*a\\* b*", "a* b"), ("`a\\` b`_", "a` b"), ("name\\_", "name_"), ("end\\", "end"), ("\\\\", "\\"),
      ("**a\\**", "**a**"), ("`x\\ `", "x"),
    ])
  func escapes(source: String, text: String) {
    #expect(InlineReading(source).text == text)
  }

  @Test(
    "a role decides what is shown; one that is unknown leaves the title, or the text without its prefix",
    arguments: [
      (":strong:`a` `b`:emphasis: `c`", "a b c"), (":math:`\\alpha` :code:`a\\b`", "\\alpha a\\b"),
      (":pep-reference:`8`", "PEP 8"), (":pep-reference:`x`", ":pep-reference:`x`"),
      (":rfc-reference:`02822#s`", "RFC 2822"), (":rfc-reference:`0`", ":rfc-reference:`0`"),
      (":raw:`<b>` :index:`x`", ":raw:`<b>` :index:`x`"),
      (":func:`~numpy.dot` :func:`!dot`", "numpy.dot dot"), (":ref:`the plan <plan>`", "the plan"),
      (":c:type:`x` :a+b:`y`", "x y"), (":doc:`<plan>`", ""), (":doc:`a <b> c`", "a <b> c"), ("`a <b>`", "a"),
      ("x:role:`a`", "x:role:a"), (":a:`x`:b:", ":a:`x`:b:"), (":a:`x`_", ":a:`x`_"), ("`x`:a:_", "`x`:a:_"),
      (":pep:`8`", "8"),
    ])
  func roles(source: String, text: String) {
    #expect(InlineReading(source).text == text)
  }

  @Test("roles of the document are known by the lower-case name that docutils registers")
  func documentRoles() {
    let reading = InlineReading(":plain:`~a` :tex:`\\b` :Tex:`~\\b` :html:`c` :other:`~d`") { parser in
      parser.define(role: "plain", basedOn: nil)
      parser.define(role: "Tex", basedOn: "math")
      parser.define(role: "html", basedOn: "raw")
      parser.define(role: "other", basedOn: "nowhere")
    }
    #expect(reading.text == "~a \\b b :html:`c` d")
  }

  @Test("the default role is that of text without a role")
  func defaultRole() {
    #expect(InlineReading("`~\\a`").text == "a")
    #expect(InlineReading("`~\\a`") { $0.defaultRole = "math" }.text == "~\\a")
  }

  @Test("emphasis is marked in the text and in the source")
  func emphasis() {
    let reading = InlineReading("- *Ada L.*, **not this**, \\*nor this*, *Bo\nC\\.* :emphasis:`D`")
    #expect(reading.emphasised == ["Ada L. from *Ada L.*", "Bo\nC. from *Bo\nC\\.*"])
  }

  @Test("bytes that are not UTF-8 are text")
  func invalidText() {
    let bytes: [UInt8] = [0xFF, 0x2A, 0x61, 0x2A, 0x20, 0x2A, 0xC3, 0x2A, 0xE2, 0x82, 0x20, 0x60, 0xF0, 0x5F, 0x60]
    #expect(
      InlineReading(bytes).content.text == [
        0xFF, 0x2A, 0x61, 0x2A, 0x20, 0x2A, 0xC3, 0x2A, 0xE2, 0x82, 0x20, 0xF0, 0x5F,
      ])
  }

  @Test("an empty block is empty")
  func empty() {
    #expect(InlineReading("").text.isEmpty)
    var parser = InlineParser()
    #expect(parser.parse([], in: InlineReading("").source).text.isEmpty)
  }
}
