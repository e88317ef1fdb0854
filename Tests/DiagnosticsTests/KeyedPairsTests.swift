import Diagnostics
import Testing

@Suite struct KeyedPairsTests {
  @Test func `of each key the first value is kept`() {
    #expect(Dictionary(keepingFirst: [("a", 1), ("b", 2), ("a", 3)]) == ["a": 1, "b": 2])
  }

  @Test func `another's values replace its own`() {
    #expect(["a": 1, "b": 2].replaced(by: ["b": 3, "c": 4]) == ["a": 1, "b": 3, "c": 4])
  }

  @Test(
    arguments: [
      ("", nil), ("a", nil), ("--", 0..<2), ("a--b--", 1..<3), ("-a---", 2..<4), ("é--", 2..<4),
    ] as [(String, Range<Int>?)])
  func `bytes are found where they stand first`(text: String, offsets: Range<Int>?) {
    let found = text.firstRange(ofBytes: "--").map { range in
      text.utf8.distance(
        from: text.startIndex, to: range.lowerBound)..<text.utf8.distance(from: text.startIndex, to: range.upperBound)
    }
    #expect(found == offsets)
  }
}
