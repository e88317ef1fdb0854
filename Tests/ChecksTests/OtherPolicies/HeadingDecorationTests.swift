import Testing

@Suite("Headings are found under what site generators add to them")
struct HeadingDecorationTests {
  @Test(
    arguments: [
      "## Tier 2 {#tier-2}", "## Tier 2 {: .big #t }", "## 🥈 Tier 2", "## Tier 2 ✅", "## :rocket: Tier 2",
      "## [Tier 2](#x)", "## Tier&nbsp;2", "## <a name=\"x\"></a>Tier 2", "## **Tier 2**", "Tier 2\n------",
    ])
  func decorated(heading: String) throws {
    let page = PolicyMiniature.crystal
    let (platforms, findings) = try page.read(page.text.replacing("## Tier 2", with: heading))
    #expect(platforms == page.platforms)
    #expect(findings == [])
  }

  @Test func anotherTitle() throws {
    let page = PolicyMiniature.crystal
    let (platforms, _) = try page.read(page.text.replacing("## Tier 2", with: "## 2"))
    #expect(platforms.count == page.platforms.count - 1)
  }

  @Test("a title with more words is read, and told", arguments: ["## Tier 2 {draft}", "## Tier 2 (old)"])
  func reworded(heading: String) throws {
    let page = PolicyMiniature.crystal
    let (platforms, findings) = try page.read(page.text.replacing("## Tier 2", with: heading))
    #expect(platforms == page.platforms)
    #expect(findings.count == 1 && findings.allSatisfy { $0.hasSuffix("unknown-tier") })
  }
}
