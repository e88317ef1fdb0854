import Diagnostics
import Testing

@Suite struct LayoutTests {
  private func layout(_ columns: Int) -> Layout {
    var layout = Layout()
    layout.terminalColumns = columns
    return layout
  }

  @Test func `80 columns where there is no terminal, and never too few`() {
    #expect(Layout().columns == 80)
    #expect(layout(132).columns == 132)
    #expect(layout(3).columns == 24)
  }

  @Test func `lines are wrapped between words, with what hangs below the first`() {
    #expect(
      layout(24).paragraph("one two three four five six seven", indent: 2, hanging: 3) == """
          one two three four
             five six seven

        """)
    #expect(layout(24).paragraph("fits in a line of two-4") == "fits in a line of two-4\n")
    #expect(layout(24).paragraph("fits in a line of twenty-5") == "fits in a line of\ntwenty-5\n")
    #expect(layout(24).paragraph("") == "\n")
  }

  @Test func `a word is never broken, and spaces stay`() {
    let address = "https://example.org/a/long/one"
    #expect(layout(24).paragraph("see \(address) there", indent: 1) == " see\n \(address)\n there\n")
    #expect(layout(24).paragraph("a  b") == "a  b\n")
    #expect(layout(24).paragraph("'x   y' and more than one line") == "'x   y' and more than\none line\n")
  }

  @Test func `wide characters take two columns`() {
    let text = layout(24).paragraph("猫猫猫猫 猫猫猫猫 猫猫猫 猫")
    #expect(text == "猫猫猫猫 猫猫猫猫 猫猫猫\n猫\n")
  }

  @Test func `columns are as wide as they have to be`() {
    let rows: [[StyledText]] = [["a", "猫猫", "x"], ["bbb", "c", ""], ["d"], []]
    #expect(layout(80).table(rows, indent: 2) == "  a    猫猫  x\n  bbb  c\n  d\n")
  }

  @Test func `where a table does not fit its widest cells are wrapped`() {
    let rows: [[StyledText]] = [["kept", "some words that do not fit here"], ["unknown", "few"]]
    #expect(
      layout(30).table(rows) == """
        kept     some words that do
                 not fit here
        unknown  few

        """)
    let address = "https://example.org/" + String(repeating: "x", count: 40)
    #expect(
      layout(30).table([["2026-02-01", "a list \(address)"], ["", "b"]]) == """
        2026-02-01  a list
                    \(address)
                    b

        """)
  }

  @Test func `a column that is too wide still stands apart from the next`() {
    let word = String(repeating: "x", count: 40)
    #expect(
      layout(24).table([[StyledText(word), "y"], ["a", "z"]]) == "\(word)  y\na\(String(repeating: " ", count: 22))z\n")
  }

  @Test func `looks and links are those of a terminal that shows them`() {
    let text: StyledText = "\("bad", .severity(.error), uri: "https://example.org/") thing"
    #expect(layout(80).line(text) == "bad thing")
    #expect(
      SampleReports.terminal().line(text)
        == "\u{1B}]8;;https://example.org/\u{1B}\\\u{1B}[1;91mbad\u{1B}[0m\u{1B}]8;;\u{1B}\\ thing")
    var colored = SampleReports.terminal(24)
    colored.hasLinks = false
    #expect(
      colored.paragraph("\("some words that are all strong", .strong)")
        == "\u{1B}[1msome words that are all\u{1B}[0m\n\u{1B}[1mstrong\u{1B}[0m\n")
  }

  @Test func `nothing that is put in acts on the terminal`() {
    let attack = "\u{1B}[31m\nx"
    let text = SampleReports.terminal().line(
      "\(attack): \(attack, uri: "https://e.org/\u{1B}\\x") \(StyledText(attack))")
    #expect(text == "␛[31m␊x: ␛[31m␊x ␛[31m␊x")
  }
}
