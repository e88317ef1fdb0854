import Diagnostics
import Documents
import Policy
import Testing

/// Rows whose name stands in the row above, by a policy that tells platforms apart by their notes.
@Suite struct VariantTests {
  static func rows(_ text: String, _ format: DocumentFormat = .restructuredText, policy: Policy = .byNotes) -> [String]
  {
    LocatedMiniature("Tier 3\n------\n\n" + text, format, policy: policy).rows
  }

  static let simple = """
    ======  ============  ============  =====
    Target  Notes         Contacts      Since
    ======  ============  ============  =====
    Haiku   ``gcc``,      Ada Lovelace  2020
            glibc

            clang         Grace Hopper
            and           Ada Lovelace

            pcc                         2024
    Plan 9  kencc         Bo Li
    ======  ============  ============  =====
    """

  @Test func aBlankLineDividesTheVariantsOfASimpleTable() {
    #expect(
      Self.rows(Self.simple) == [
        "tier-3: Haiku | gcc, glibc | Ada Lovelace", "tier-3: Haiku | clang and | Grace Hopper; Ada Lovelace",
        "tier-3: Haiku | pcc | ~", "tier-3: Plan 9 | kencc | Bo Li",
      ])
  }

  @Test func aVariantStandsWhereItsNotesDo() {
    let document = LocatedMiniature("Tier 3\n------\n\n" + Self.simple, policy: .byNotes)
    let rows = Array(document.located.rows)
    #expect(rows.map(\.isVariant) == [false, true, true, false])
    #expect(
      rows.map { document.file.text(in: $0.platform.range) } == [
        "Haiku", "clang         Grace Hopper\n        and", "pcc", "Plan 9",
      ])
    #expect(
      rows.map(\.identity).map { $0.joined(separator: "/") } == [
        "Haiku/gcc, glibc", "Haiku/clang and", "Haiku/pcc", "Plan 9/kencc",
      ])
    #expect(rows.map { $0.columns.map(\.cell.text) } == [["2020"], [""], ["2024"], [""]])
  }

  @Test func aNameThatSpansRowsIsThatOfAllOfThem() {
    let rows = Self.rows(
      """
      +--------+-------+--------------+
      | Target | Notes | Contacts     |
      +========+=======+==============+
      | Haiku  | gcc   | Ada Lovelace |
      |        +-------+--------------+
      |        | clang | Grace Hopper |
      +--------+-------+--------------+
      """)
    #expect(rows == ["tier-3: Haiku | gcc | Ada Lovelace", "tier-3: Haiku | clang | Grace Hopper"])
  }

  @Test func soIsOneAboveABlankCell() {
    let text =
      "\n| Target | Notes | Contacts |\n|---|---|---|\n| Haiku | gcc | Ada |\n| | clang | Grace |\n| | | Bo |\n"
    #expect(
      LocatedMiniature("## Tier 3\n" + text, .markdown, policy: .byNotes).rows == [
        "tier-3: Haiku | gcc | Ada", "tier-3: Haiku | clang | Grace", "tier-3:  | ~ | Bo",
      ])
  }

  /// Where the name alone tells platforms apart, a second row of it is none.
  @Test func otherPoliciesHaveNoVariants() {
    #expect(
      Self.rows(Self.simple, policy: .nep57) == [
        "tier-3: Haiku | gcc, glibc clang and pcc | Ada Lovelace; Grace Hopper; Ada Lovelace",
        "tier-3: Plan 9 | kencc | Bo Li",
      ])
  }

  @Test func aNameOfTwoParagraphsIsNoVariant() {
    let rows = Self.rows(
      """
      ======  =====
      Target  Notes
      ======  =====
      Haiku   gcc

      OS      clang
      ======  =====
      """)
    #expect(rows == ["tier-3: Haiku | gcc | ~", "tier-3: OS | clang | ~"])
  }
}
