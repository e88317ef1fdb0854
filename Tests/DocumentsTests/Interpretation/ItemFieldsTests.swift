import Diagnostics
import Documents
@testable import Policy
import Testing

/// Lists whose items are line blocks of fields.
@Suite struct ItemFieldsTests {
  private static let policy: Policy = {
    var policy = Policy.nep57
    policy.unsupportedLists = [
      UnsupportedList(
        id: "gone", name: "gone", kind: .formerlySupported,
        listing: TierSection(
          headings: ["No longer supported"],
          columns: [
            Column("Name", role: .platform), Column("Unsupported in", role: .notes),
            Column("Code removed in", role: .other),
          ]))
    ]
    return policy
  }()

  private func located(_ items: String) -> LocatedMiniature {
    LocatedMiniature("No longer supported\n-------------------\n\n" + items, policy: Self.policy)
  }

  @Test func eachFieldIsAColumn() {
    let document = located(
      """
      * | Name:             Systems using a,
                            or b
        | Unsupported in:   Haiku 2.0
        | Code removed in:  Haiku 2.1
        | See also:         nothing

      * | Name:  Plan 9
        | Unsupported in:
      """)
    #expect(document.rows == ["gone: Systems using a, or b | Haiku 2.0 | ~", "gone: Plan 9 | ~ | ~"])
    let rows = Array(document.located.rows)
    #expect(
      rows.map { $0.columns.map { "\($0.title): \($0.cell.text)" } }
        == [["Code removed in: Haiku 2.1", "See also: nothing"], []])
    #expect(rows.map { document.file.text(in: $0.platform.range) } == ["Systems using a,", "Plan 9"])
    #expect(rows[0].notes.map { document.file.text(in: $0.range) } == "Haiku 2.0")
  }

  @Test(arguments: ["* | One: two\n  | Three: four\n", "* Name: Haiku\n", "- | a line\n"])
  func otherListsAreNone(items: String) {
    #expect(located(items).rows == [])
  }
}
