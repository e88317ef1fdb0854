import Testing
@testable import PlatformTiersKit

@Suite struct BoundedTextTests {
  @Test func whatFitsIsThereWhole() {
    var page = BoundedText(limit: 20)
    page.add(BoundedText.Section(opening: "<", entries: ["ab", "cd"], closing: ">"))
    #expect(page.text == "<abcd>")
    #expect(page.omitted == 0)
  }

  @Test func anEntryThatDoesNotFitIsLeftOutWithAllBehindIt() {
    var page = BoundedText(limit: 8)
    page.add(BoundedText.Section(opening: "<", entries: ["ab", "cdefg", "h"], closing: ">"))
    #expect(page.text == "<ab>")
    #expect(page.omitted == 2)
    page.add(BoundedText.Section(opening: "", entries: ["xyz"]))
    #expect(page.text == "<ab>xyz")
  }

  @Test func aSectionWithoutAnEntryIsNotThere() {
    var page = BoundedText(limit: 3)
    page.add(BoundedText.Section(opening: "<", entries: [], closing: ">"))
    page.add(BoundedText.Section(opening: "<", entries: ["éé"], closing: ">"))
    #expect(page.text == "")
    #expect(page.omitted == 1)
  }

  @Test func aSectionKeepsToItsShare() {
    var page = BoundedText(limit: 100)
    page.add(BoundedText.Section(opening: "", entries: Array(repeating: "ab", count: 20), limit: 6))
    #expect(page.text == "ababab")
    #expect(page.omitted == 17)
  }
}
