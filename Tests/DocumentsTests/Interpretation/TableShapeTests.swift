import Documents
import Testing

@Suite("Tables of unexpected shapes still give rows")
struct TableShapeTests {
  @Test func withoutAHead() {
    let document = LocatedMiniature(
      """
      Tier 2
      ------

      ======  =======  ============
      Haiku   on loan  Ada Lovelace
      Plan 9  on loan  Grace Hopper
      ======  =======  ============
      """)
    #expect(
      document.rows == ["tier-2: Haiku | on loan | Ada Lovelace", "tier-2: Plan 9 | on loan | Grace Hopper"])
  }

  @Test func withAHeadThatIsNotMarkedAsOne() {
    let document = LocatedMiniature(
      """
      Tier 2
      ------

      ========  =======  ============
      Platform  Notes    Contacts
      Haiku     on loan  Ada Lovelace
      ========  =======  ============
      """)
    #expect(document.rows == ["tier-2: Haiku | on loan | Ada Lovelace"])
  }

  @Test func withColumnsInAnotherOrder() {
    let document = LocatedMiniature(
      "## Tier 2\n\n| Contacts | Platform | Notes |\n|---|---|---|\n| Ada Lovelace | Haiku | beta |\n", .markdown)
    #expect(document.rows == ["tier-2: Haiku | beta | Ada Lovelace"])
  }

  @Test(arguments: ["Contact", "contcats", "Who"])
  func withATitleThatIsNotThePolicys(title: String) {
    let document = LocatedMiniature(
      "## Tier 2\n\n| Platform | Notes | \(title) |\n|---|---|---|\n| Haiku | beta | Ada Lovelace |\n", .markdown)
    #expect(document.rows == ["tier-2: Haiku | beta | Ada Lovelace"])
  }

  @Test func withoutAColumn() {
    let document = LocatedMiniature(
      "## Tier 2\n\n| Platform | Contacts |\n|---|---|\n| Haiku | Ada Lovelace |\n", .markdown)
    #expect(document.rows == ["tier-2: Haiku | ~ | Ada Lovelace"])
  }

  @Test func withAContactForTwoRows() {
    let document = LocatedMiniature(
      """
      Tier 2
      ------

      +----------+-------+--------------+
      | Platform | Notes | Contacts     |
      +==========+=======+==============+
      | Haiku    |       | Ada Lovelace |
      +----------+-------+              |
      | Plan 9   |       |              |
      +----------+-------+--------------+
      """)
    #expect(document.rows == ["tier-2: Haiku | ~ | Ada Lovelace", "tier-2: Plan 9 | ~ | Ada Lovelace"])
  }

  @Test func withAPlatformOverTwoRows() {
    let document = LocatedMiniature(
      """
      Tier 2
      ------

      +----------+-------+--------------+
      | Platform | Notes | Contacts     |
      +==========+=======+==============+
      | Haiku    | beta  | Ada Lovelace |
      |          +-------+--------------+
      |          | old   | Grace Hopper |
      +----------+-------+--------------+
      """)
    #expect(document.rows == ["tier-2: Haiku | beta | Ada Lovelace; Grace Hopper"])
  }

  @Test func withATableInACell() {
    let document = LocatedMiniature(
      """
      Tier 1
      ------

      +----------+----------------------+
      | Platform | Notes                |
      +==========+======================+
      | Haiku    | ========  =====      |
      |          | Platform  Notes      |
      |          | ========  =====      |
      |          | inner     cell       |
      |          | ========  =====      |
      +----------+----------------------+
      """)
    #expect(document.rows.count == 1)
  }

  @Test func withAPlatformsCellThatIsEmpty() throws {
    let document = LocatedMiniature("## Tier 1\n\n| Platform | Notes |\n|---|---|\n|  | beta |\n", .markdown)
    #expect(document.rows == ["tier-1:  | beta | ~"])
  }
}
