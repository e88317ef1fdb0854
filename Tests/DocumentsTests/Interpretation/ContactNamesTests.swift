import Documents
import Testing

@Suite("The people in a contacts' cell")
struct ContactNamesTests {
  static func markdown(_ cell: String) -> LocatedMiniature {
    LocatedMiniature("## Tier 3\n\n| Platform | Notes | Contacts |\n|---|---|---|\n| Haiku | | \(cell) |\n", .markdown)
  }

  @Test(arguments: [
    ("Ada Lovelace", ["Ada Lovelace"]),
    ("Ada Lovelace, Grace Hopper", ["Ada Lovelace", "Grace Hopper"]),
    ("Ada Lovelace; Grace Hopper", ["Ada Lovelace", "Grace Hopper"]),
    ("Ada Lovelace and Grace Hopper", ["Ada Lovelace", "Grace Hopper"]),
    ("Ada Lovelace & Grace Hopper", ["Ada Lovelace", "Grace Hopper"]),
    ("Ada Lovelace, Grace Hopper, and Mary Jackson", ["Ada Lovelace", "Grace Hopper", "Mary Jackson"]),
    ("Ada Lovelace (ada, since May)", ["Ada Lovelace (ada, since May)"]),
    ("Sandra Andersson", ["Sandra Andersson"]),
    ("José Émile, 李明", ["José Émile", "李明"]),
    ("Ada Lovelace, Jr., Grace Hopper, PhD", ["Ada Lovelace, Jr.", "Grace Hopper, PhD"]),
    ("Jr., Ada Lovelace", ["Jr.", "Ada Lovelace"]),
    ("N/A", ["N/A"]),
    ("-", ["-"]),
    ("Ada Lovelace,", ["Ada Lovelace"]),
  ])
  func names(_ cell: String, _ expected: [String]) {
    let document = Self.markdown(cell)
    #expect(document.located.rows.flatMap { $0.contacts.map(\.text) } == expected)
    #expect(document.contactSources == expected)
  }

  @Test func markupIsNoPartOfAName() {
    let document = Self.markdown("[Ada Lovelace](https://example.org/ada), **Grace** Hopper")
    #expect(document.located.rows.flatMap { $0.contacts.map(\.text) } == ["Ada Lovelace", "Grace Hopper"])
    #expect(document.contactSources == ["Ada Lovelace", "Grace** Hopper"])
  }

  @Test func aNameThatTheSourceSpellsOtherwiseHasTheCellsPlace() {
    let document = Self.markdown("Jos&eacute; Arc, Grace Hopper")
    #expect(document.located.rows.flatMap { $0.contacts.map(\.text) } == ["José Arc", "Grace Hopper"])
    #expect(document.contactSources == ["Jos&eacute; Arc, Grace Hopper", "Grace Hopper"])
  }

  @Test func linesOfACellDivideWholeNames() {
    let document = LocatedMiniature(
      """
      Tier 3
      ------

      +----------+---------------+--------------+
      | Platform | Contacts      | Notes        |
      +==========+===============+==============+
      | Haiku    | Ada Lovelace  | a note of    |
      |          | Grace Hopper  | two lines    |
      +----------+---------------+--------------+
      | Plan 9   | Ada Lovelace, | a note of    |
      |          | Grace         | three lines, |
      |          | Hopper        | not names    |
      +----------+---------------+--------------+
      """)
    #expect(
      document.located.rows.map { $0.contacts.map(\.text) } == [
        ["Ada Lovelace", "Grace Hopper"], ["Ada Lovelace", "Grace Hopper"],
      ])
    #expect(document.contactSources == ["Ada Lovelace", "Grace Hopper", "Ada Lovelace", "Grace"])
  }
}
