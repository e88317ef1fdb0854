import Diagnostics
import Documents
import Testing

@Suite("Rows rules take time in proportion to the rows")
struct RowGrowthTests {
  struct Shape: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var document: @Sendable (Int) -> String

    /// A page with a table of the third tier, whose rows are made from their numbers.
    static func rows(_ name: String, _ row: @escaping @Sendable (Int) -> String) -> Shape {
      Shape(testDescription: name) { count in
        "## Tier 3\n\n| Platform | Notes | Contacts |\n|---|---|---|\n" + (0..<count).map { row($0) + "\n" }.joined()
      }
    }

    /// A page with one row, whose cells have so many words.
    static func cell(_ name: String, _ row: @escaping @Sendable (Int) -> String) -> Shape {
      Shape(testDescription: name) { count in
        "## Tier 3\n\n| Platform | Notes | Contacts |\n|---|---|---|\n" + row(count) + "\n"
      }
    }
  }

  /// Each would take time in the square of its length where all is compared with all.
  static let shapes: [Shape] = [
    .rows("people of different names") { "| P\($0) | | \(letters($0)) \(letters($0 * 7919)) |" },
    .rows("people with a name in common") { "| P\($0) | | \(letters($0 * 7919)) Lovelace |" },
    .rows("people a letter apart, by the dozen") { "| P\($0) | | Ad\(letters($0 % 12))a Lovelace\($0 / 12) |" },
    .rows("one person") { "| P\($0) | | Ada Lovelace |" },
    .rows("one platform") { _ in "| Haiku | | Ada Lovelace |" },
    .rows("one platform in other spellings") { "| Linux \(["x86-64", "AMD64", "x64"][$0 % 3]) | | Ada Lovelace |" },
    .rows("notes that are out of date") { "| P\($0) | dropped by 2021/22 | Ada Lovelace |" },
    .rows("notes that contradict the tier") { "| P\($0) | Wheels are on PyPI, there is no CI | Ada Lovelace |" },
    .cell("one row's contacts") { "| P | | \((0..<$0).map { "\(letters($0)) Hopper" }.joined(separator: ", ")) |" },
    .cell("one row's placeholders") { "| P | | \(String(repeating: "TBD, ", count: $0)) |" },
    .cell("one note's dates") { "| P | x \(String(repeating: "2021-05-05 ", count: $0)) | Ada Lovelace |" },
    .cell("one word over and over") { "| P | | \(String(repeating: "a ", count: $0))\\* b |" },
    Shape(testDescription: "tiers that the policy does not have") { count in
      "## Tier 1\n" + (4..<count + 4).map { "\n## Tier \($0)\n" }.joined()
    },
  ]

  @Test("and ten times as many rows do not take a hundred times as long", arguments: shapes)
  func growth(shape: Shape) {
    let small = shortestTime(of: shape.document(200), runs: 3)
    let large = shortestTime(of: shape.document(2_000), runs: 1)
    #expect(large < small * 40)
  }

  private func shortestTime(of text: String, runs: Int) -> Duration {
    let file = SourceFile(path: "page.md", text: text)
    return (0..<runs).map { _ in ContinuousClock().measure { _ = rowFindings(in: file, as: .markdown) } }.min() ?? .zero
  }

  /// A word for a number, unlike those of the numbers around it.
  private static func letters(_ number: Int) -> String {
    var rest = UInt32(truncatingIfNeeded: number) &* 2_654_435_761
    return String(
      (0..<6).map { _ -> Character in
        defer { rest /= 26 }
        return Character(Unicode.Scalar(UInt8(97 + rest % 26)))
      })
  }
}
