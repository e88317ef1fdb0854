import Documents
import Testing

@Suite("RST positions")
struct RSTPositionTests {
  @Test(
    "are bytes of the file as it is on disk",
    arguments: [
      ("+----+---+\n| a  | b |\n+----+---+\n", ["2:3-2:4", "2:8-2:9"]),
      ("\u{FEFF}+----+---+\n| a  | b |\n+----+---+\n", ["2:3-2:4", "2:8-2:9"]),
      ("+----+---+\r\n| a  | b |\r\n+----+---+\r\n", ["2:3-2:4", "2:8-2:9"]),
      ("+----+---+\r| a  | b |\r+----+---+", ["2:3-2:4", "2:8-2:9"]),
      ("+----+---+\n| 漢 | b |\n+----+---+\n", ["2:3-2:6", "2:9-2:10"]),
      ("+----+---+\n| é  | b |\n+----+---+\n", ["2:3-2:5", "2:9-2:10"]),
      ("+------+---+\n|\ta| b |\n+------+---+\n", []),
      ("+---------+---+\n|\ta | b |\n+---------+---+\n", ["2:3-2:4", "2:7-2:8"]),
      ("\t+---+---+\n\t| a | b |\n\t+---+---+\n", ["2:4-2:5", "2:8-2:9"]),
      ("== ==\né  b\n== ==\n", ["2:1-2:3", "2:5-2:6"]),
      ("== ==\n漢 b\n== ==\n", ["2:1-2:4", "2:5-2:6"]),
      ("== ==\na\tb\n== ==\n", ["2:1-2:2", "2:3-2:4"]),
      ("======== ==\na\t b\n======== ==\n", ["2:1-2:2", "2:4-2:5"]),
    ])
  func cells(text: String, ranges: [String]) {
    #expect(Array(RSTExample(text).cellRanges.joined()) == ranges)
  }

  @Test("behind a combining character are still the character's")
  func combining() {
    let example = RSTExample("== ==\ne\u{301}  b\n== ==\n")
    #expect(example.cellSources == [["e\u{301}", "b"]])
  }

  @Test("of an empty cell are where its text would begin")
  func emptyCells() {
    #expect(RSTExample("+---+---+\n|   | b |\n+---+---+\n").cellRanges == [["2:3-2:3", "2:7-2:8"]])
    #expect(RSTExample("== ==\n\\  b\na\n== ==\n").cellRanges == [["2:1-2:2", "2:4-2:5"], ["3:1-3:2", "3:2-3:2"]])
  }

  @Test("of what is not UTF-8 are its bytes, and so is its text a replacement character")
  func invalidText() {
    let example = RSTExample(bytes: Array("== ==\na".utf8) + [0xFF, 0x20] + Array("b\0\n== ==\n".utf8))
    #expect(example.tables == ["a\u{FFFD} | b\u{FFFD}"])
    #expect(example.cellRanges == [["2:1-2:3", "2:4-2:6"]])
    #expect(example.faults == [.invalidText])
    #expect(example.faultPlaces.first == "2:2-2:3")
  }

  @Test("of lines that Python ends and the file does not", arguments: ["\u{2028}", "\u{85}", "\u{1C}"])
  func otherLineEndings(ending: String) {
    let example = RSTExample("== ==\(ending)a  b\(ending)== ==\n")
    #expect(example.tables == ["a | b"])
    #expect(example.cellSources == [["a", "b"]])
  }
}
