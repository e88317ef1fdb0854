import Checks
import Diagnostics
import Documents
import Policy
import Testing

@Suite("Document rules take time in proportion to the text")
struct DocumentGrowthTests {
  /// Something that a text may hold often, numbered where that makes a difference.
  struct Shape: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var unit: @Sendable (Int) -> String
  }

  static let shapes: [Shape] = [
    Shape(testDescription: "links in one line") { "`a\($0) <https://example.org/\($0)>`_ " },
    Shape(testDescription: "one link in one line") { _ in "`a <https://example.org/>`_ " },
    Shape(testDescription: "links that nothing defines, in one line") { "a\($0)_ " },
    Shape(testDescription: "inline targets in one line") { "_`a\($0)` " },
    Shape(testDescription: "broken links in one line") { "`a\($0) <ftp://example.org/\($0)>`_ " },
    Shape(testDescription: "definitions") { ".. _a\($0): https://example.org/\($0)\n" },
    Shape(testDescription: "one definition") { _ in ".. _a: https://example.org/\n" },
    Shape(testDescription: "issues in one line") { "`gh-\($0) <https://github.com/numpy/numpy/issues/1>`_ " },
  ]

  @Test("and ten times as much does not take a hundred times as long", arguments: shapes)
  func growth(shape: Shape) {
    let small = shortestTime(of: shape, count: 400, runs: 3)
    let large = shortestTime(of: shape, count: 4_000, runs: 1)
    #expect(large < small * 40)
  }

  private func shortestTime(of shape: Shape, count: Int, runs: Int) -> Duration {
    let file = SourceFile(path: "page.rst", text: "Page\n====\n\n" + (0..<count).map(shape.unit).joined() + "\n")
    return (0..<runs).map { _ in ContinuousClock().measure { _ = findings(in: file) } }.min() ?? .zero
  }

  private func findings(in file: SourceFile) -> [Diagnostic] {
    guard let today = CalendarDate(year: 2026, month: 11, day: 23) else { return [] }
    let document = DocumentReader.read(file, as: .restructuredText)
    let context = RuleContext(
      file: file, document: document, policy: .nep57,
      located: PolicyInterpreter.locate(document, in: file, policy: .nep57), today: today)
    return RuleRunner.diagnostics(for: context, rules: AllRules.family(.document))
  }
}
