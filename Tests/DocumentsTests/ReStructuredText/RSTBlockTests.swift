import Documents
import Testing

/// Blocks have no place of their own in a document; what they are to docutils shows in the text of a cell.
@Suite("RST blocks")
struct RSTBlockTests {
  @Test(
    "give the text that docutils gives them",
    arguments: [
      ("two\nlines", "two lines"),
      ("- a\n- b\n\n  c", "a b c"),
      ("• a\n• b", "a b"),
      ("• a\n  b\n\n  - c\n‣ d\n\n  e", "a b c d e"),
      ("\u{A0}- a", "a"),
      ("- a\n  \u{2003}- b", "a - b"),
      ("A.\n\u{2003}b", "b"),
      ("- a\n\u{2003}b", "a b"),
      (".. note:: a\n\u{2003}b", "a b"),
      ("..\n\u{2003}b", "b"),
      ("a ::\u{A0}", "a"),
      ("1. a\n2. b\n#. c", "a b c"),
      ("(iv) a\n(v) b", "a b"),
      ("A) a\nB) b", "a b"),
      ("3. a\n5. b", "3. a 5. b"),
      ("i. a\nx", "i. a x"),
      ("1234567890123456789012. a", "1234567890123456789012. a"),
      (":name: value\n:other: - a", "name value other a"),
      (":a:b c", ":a:b c"),
      ("-a  all\n--file=F  the\n          file\n/V, -v  more", "-a all --file=F the file /V, -v more"),
      ("-a", "-a"),
      ("term : class\n  text", "term class text"),
      ("term\n  text\nother\n  more", "term text other more"),
      ("a::\n\n  *b*\n    c", "a: *b* c"),
      ("a ::\n\n  b", "a b"),
      ("::\n\n  *b*", "*b*"),
      ("a::\n\n> *b*\n> c", "a: > *b* > c"),
      (">>> 1 *2*\n2", ">>> 1 *2* 2"),
      ("| a\n  b\n| *c*", "a b c"),
      ("a\n\n  quote\n\n  -- who", "a quote who"),
      ("a\n\n  quote\n\n  --- who\n   else\n     more", "a quote --- who else more"),
      ("----", ""),
      ("----\n\na", "a"),
      (".. a comment\n   of two lines", "a comment of two lines"),
      ("..\n\n  a quote", "a quote"),
      (".. _t: https://example.org/", ""),
      (".. [1] *a*", "1 a"),
      (".. [#] a", "a"),
      (".. [c] a", "c a"),
      (".. |x| replace:: *y*\n\nz |x|", "y z x"),
      (".. |x| replace:: y ::", "y"),
      (".. |x| image:: y.png", "x"),
      (".. |x| unicode:: 0xA9 U+2014 &#xE9; 233 b *c* .. a sign\n   :trim:", "©—ééb*c*"),
      (".. _never ends", "_never ends"),
      (".. |never ends", "|never ends"),
    ])
  func text(source: String, text: String) {
    #expect(Self.cell(source) == text)
  }

  @Test(
    "in directives are arguments, options, content, or none of the text",
    arguments: [
      (".. note:: a\n   :name: b\n\n   c", "a c"),
      (".. note::\n   :nonsense: b\n\n   c", ""),
      (".. admonition:: *t*\n\n   c", "t c"),
      (".. topic:: t\n\n   c", ""),
      (".. epigraph::\n\n   c\n\n   -- d", "c d"),
      (".. code:: python\n   :number-lines:\n\n   *c*", "*c*"),
      (".. math:: a\n\n   b", "a b"),
      (".. rubric:: *t*", "t"),
      (".. image:: x.png\n   :alt: a", "a"),
      (".. figure:: x.png\n\n   caption\n\n   legend", "caption legend"),
      (".. container:: c\n\n   a", "a"),
      (".. class:: 1\n\n   a", ""),
      (".. raw:: html\n\n   <b>", ""),
      (".. contents::\n", ""),
      (".. unknown:: argument\n   :option: x\n\n   *c*", "c"),
      (".. python:function:: f(x)\n\n   c", "c"),
      (".. role:: r(literal)\n\n:r:`~a`", "~a"),
      (".. default-role:: math\n\n`\\a`", "\\a"),
      (".. replace:: x", ""),
    ])
  func directive(source: String, text: String) {
    #expect(Self.cell(source) == text)
  }

  @Test(
    "go on behind markup that has no blank line below it", arguments: ["- a\nb", "1. a\n\nb", ":a: b\nb", "| a\nb"])
  func unfinished(source: String) {
    #expect(Self.cell(source)?.hasSuffix("b") == true)
  }

  /// The text of a grid table's one cell with these lines.
  private static func cell(_ source: String) -> String? {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let width = (lines.map(\.count).max() ?? 0) + 2
    let border = "+" + String(repeating: "-", count: width) + "+\n"
    let rows = lines.map { "| " + $0 + String(repeating: " ", count: width - 1 - $0.count) + "|\n" }
    return RSTExample(border + rows.joined() + border).document.tables.first?.rows.first?.first?.text
  }
}
