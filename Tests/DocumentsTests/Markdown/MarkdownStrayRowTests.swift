import Diagnostics
import Documents
import Testing

@Suite("Markdown rows that are out of place")
struct MarkdownStrayRowTests {
  @Test(
    "are told with their cause, and mended where that is certain",
    arguments: [
      (
        "| a | b |\n|---|---|\n| c | d |\n\n| e | f |\n| g | h |\n", DocumentFault.StrayRow.blankLine,
        "| e | f |\n| g | h |"
      ),
      ("| a | b\n|---|---\n\n \n| e | f\n", .blankLine, "| e | f"),
      ("a | b\n---|---\nc | d\n\ne | f\n", .blankLine, "e | f"),
      ("> | a |\n> |---|\n>\n> | b |\n", .blankLine, "| b |"),
      ("| a |\n|---|\n<!-- c -->\n| b |\n\n<!-- c -->\n\n| b |\n", .blankLine, "| b |"),
      ("| a | b |\n|---|---|\n    | c | d |\n| e | f |\n", .indentation, "| c | d |"),
      ("> | a | b\n> |---|---\n>     | c | d\n> | e | f\n", .indentation, "| c | d"),
      ("| a | b |\n|---|---|\n2. c | d |\n| e | f |\n", .otherBlock, "2. c | d |"),
      ("| a | b |\n|---|---|\n> | c | d |\n", .otherBlock, "> | c | d |"),
      ("| a | b |\n| c | d |\n|---|---|\n", .aboveHeader, "| a | b |"),
      ("| a | b |\n|---|---|\n|---|---|\n| c | d |\n", .repeatedDelimiterRow, "|---|---|"),
      ("| a | b |\n|---|---|\n| c | d |\ntext\n", .text, "text"),
      ("| a | b | c |\n|---|---|---|\n| d | e\ne | f |\n", .incomplete, "| d | e"),
      ("| a | b | c\n|---|---|---\n| d | e\n| f\n", .incomplete, "| d | e"),
      ("| a | b | c |\n|---|---|---|\n| d   e | f |\n", .incomplete, "| d   e | f |"),
      ("| a | b |\n|---|---|\n| d   e |\n", .incomplete, "| d   e |"),
      ("| a | b\n|---|---\n| c\nc | d\n", .incomplete, "c | d"),
      ("| a | b | c\n|---|---|---\n| d | e\ne | f\n", .incomplete, "| d | e"),
    ])
  func strays(text: String, stray: DocumentFault.StrayRow, source: String) throws {
    let example = MarkdownExample(text)
    let fault = try #require(example.document.faults.first)
    #expect(fault.kind == .malformedTable(.strayRow(stray)))
    #expect(example.file.text(in: fault.range) == source)
  }

  @Test(
    "are mended",
    arguments: [
      ("| a |\n|---|\n| b |\n\n| c |\n\n| d |\n", "| a |\n|---|\n| b |\n| c |\n| d |\n"),
      ("> | a |\n> |---|\n>     | b |\n>      | c |\n> | d |\n", "> | a |\n> |---|\n> | b |\n> | c |\n> | d |\n"),
      ("| a |\n|---|\n\t| b |\n", "| a |\n|---|\n| b |\n"),
      ("| a |\n|---|\n|---|\n| b |\n|:-:|", "| a |\n|---|\n| b |\n"),
    ])
  func mended(text: String, result: String) {
    let example = MarkdownExample(text)
    let edits = example.document.faults.flatMap(\.repair).sorted { $0.offsets.lowerBound > $1.offsets.lowerBound }
    var bytes = example.file.bytes
    for edit in edits { bytes.replaceSubrange(edit.offsets, with: edit.replacement) }
    #expect(String(decoding: bytes, as: UTF8.self) == result)
    #expect(MarkdownExample(result).faults.isEmpty)
  }

  @Test(
    "are no rows that are drawn otherwise and read the same",
    arguments: [
      "| a | b |\n|---|---|\nc | d\n", "| a | b |\n|---|---|\n| c |\n| d |\n", "| a | b |\n|---|---|\n| c | d\n",
      "a | b\n---|---\nc\nd\n", "| a |\n|---|\nb\n", "| a | b |\n|---|---|\n\nUse `ls | wc`.\n",
      "| a | b |\n|---|---|\n\n    | code |\n", "| a | b |\n|---|---|\n# Heading\n", "| a | b |\n|---|---|\n- c\n",
      "| a | b |\n|---|---|\n\n| c | d |\n|---|---|\n", "text | b\n| a | b |\n|---|---|\n",
      "| a | b |\n|---|---|\n| c | d |\n| - | - |\n",
      "| a | b |\n|---|---|\n\n|x| is a norm.\n", "| a | b | c |\n|---|---|---|\n| group |\n| d | e | f |\n",
      "| a | b | c\n|---|---|---\n| d | e |\n",
    ])
  func noFalseAlarm(text: String) {
    #expect(MarkdownExample(text).faults.isEmpty)
  }
}
