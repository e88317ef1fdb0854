import Diagnostics
import Testing

@Suite struct FixApplicationTests {
  private let file = SourceFile(path: "a.rst", text: "0123456789")

  private func fix(_ edits: (Range<Int>, String)...) -> Fix {
    Fix(.safe, "change it", edits: edits.map { TextEdit($0.0, Array($0.1.utf8)) })
  }

  private func applied(_ fixes: Fix...) -> (text: String, count: Int) {
    let (bytes, applied) = file.applying(fixes)
    return (String(decoding: bytes, as: UTF8.self), applied.count)
  }

  @Test func editsAreMadeInTheOrderOfTheFile() {
    #expect(applied(fix((8..<9, "eight")), fix((0..<1, "zero"), (2..<2, "+"))) == ("zero1+234567eight9", 2))
  }

  @Test func aFixThatTouchesAnEarlierOneIsLeftWhole() {
    #expect(applied(fix((2..<5, "x")), fix((4..<6, "y"), (8..<9, "z"))) == ("01x56789", 1))
    #expect(applied(fix((2..<5, "x")), fix((0..<3, "y"))) == ("01x56789", 1))
    #expect(applied(fix((2..<5, "x")), fix((3..<3, "y"))) == ("01x56789", 1), "an insertion within what is replaced")
    #expect(applied(fix((3..<3, "y")), fix((2..<5, "x"))) == ("012y3456789", 1))
    #expect(applied(fix((3..<3, "y")), fix((3..<3, "x"))) == ("012y3456789", 1), "two insertions at one place")
  }

  @Test func neighboursDoNotTouch() {
    #expect(applied(fix((2..<4, "x")), fix((4..<6, "y"))) == ("01xy6789", 2))
    #expect(applied(fix((2..<4, "x")), fix((4..<4, "y"))) == ("01xy456789", 2))
  }

  @Test func theSameFixTwiceIsMadeOnce() {
    #expect(applied(fix((2..<4, "x")), fix((2..<4, "x"))) == ("01x456789", 2))
  }

  @Test func aFixThatContradictsItselfOrLeavesTheFileIsNotMade() {
    #expect(applied(fix((2..<4, "x"), (3..<5, "y"))) == ("0123456789", 0))
    #expect(applied(fix((9..<11, "x"))) == ("0123456789", 0))
  }

  @Test func manyFixesTakeLinearTime() {
    let file = SourceFile(path: "a.rst", bytes: [UInt8](repeating: 0x61, count: 200_000))
    let fixes = (0..<100_000).map { Fix(.safe, "change it", edits: [TextEdit($0 * 2..<$0 * 2 + 1, [0x62])]) }
    #expect(file.applying(fixes).applied.count == 100_000)
  }
}
