import Testing
@testable import Documents

/// Inputs on which a reader that searches for each end-string anew, or that backtracks, needs hours.
@Suite("Inline markup: pathological inputs", .timeLimit(.minutes(1)))
struct InlinePathologicalTests {
  @Test(
    "start-strings without their ends are text",
    arguments: [
      "*a ", "**a ", "``a ", "`a ", "|a ", "_`a ", "[a ", "[", ":r:`a ", "_", "*a\n", "`a\n", "a:;", "@a", "a.",
    ])
  func unmatched(unit: String) {
    let source = String(repeating: unit, count: 100_000)
    #expect(InlineReading(source).text == source)
  }

  @Test(
    "chains of names and of URI characters are passed once",
    arguments: [("a-", "_ "), (".a-", "_ "), ("a.", "@"), ("x:a-", "#;;"), ("x:a?;", ""), ("[#a.", "]"), ("a:-#;", "")])
  func chains(unit: String, end: String) {
    let source = String(repeating: unit, count: 100_000) + end
    #expect(InlineReading(source).text.utf8.count > 100_000)
  }

  @Test("escapes, embedded targets and prefixes without number")
  func repetitions() {
    #expect(InlineReading(String(repeating: "\\", count: 200_000)).text.utf8.count == 100_000)
    #expect(InlineReading("`" + String(repeating: "<a> ", count: 100_000) + "`_").parser.links.isEmpty)
    #expect(InlineReading(":r:`" + String(repeating: "~", count: 100_000) + "`").text.isEmpty)
    #expect(InlineReading(String(repeating: "a_ ", count: 100_000)).parser.references.count == 100_000)
  }
}
