import Diagnostics
import Testing

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("tier", "tier", 0), ("tier", "teir", 1), ("tier", "tire", 1), ("tier", "tiers", 1), ("", "ab", 2),
    ("kitten", "sitting", 3), ("Zoë", "Zoe", 1), ("ab", "ba", 1),
  ])
  func countsEdits(left: String, right: String, edits: Int) {
    #expect(NearestName.distance(left, right, limit: 4) == edits)
    #expect(NearestName.distance(right, left, limit: 4) == edits)
    #expect(NearestName.distance(left, right, limit: edits) == edits)
    #expect(NearestName.distance(left, right, limit: edits - 1) == nil)
  }

  @Test func findsTheNearest() {
    let rules = ["missing-tier", "missing-table", "missing-contact"]
    #expect(NearestName.closest(to: "mising-tabel", in: rules) == "missing-table")
    #expect(NearestName.closest(to: "Missing-Tier", in: rules) == "missing-tier")
  }

  @Test func staysSilentWhenNothingIsNear() {
    #expect(NearestName.closest(to: "colour", in: ["missing-tier", "json"]) == nil)
    #expect(NearestName.closest(to: "ab", in: ["cd", "ac"]) == nil)
    #expect(NearestName.closest(to: "1", in: ["2"]) == nil)
    #expect(NearestName.closest(to: "x", in: [String]()) == nil)
  }

  @Test func prefersTheFirstOfEquallyNear() {
    #expect(NearestName.closest(to: "texe", in: ["text", "tex"]) == "text")
  }
}
