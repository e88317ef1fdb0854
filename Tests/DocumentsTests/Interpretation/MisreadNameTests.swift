import Diagnostics
import Documents
import Policy
import Testing

@Suite("Names that docutils reads as lists")
struct MisreadNameTests {
  private static func rows(_ text: String) -> [LocatedRow] {
    let file = SourceFile(path: "page.rst", text: text)
    let document = DocumentReader.read(file, as: .restructuredText)
    return Array(PolicyInterpreter.locate(document, in: file, policy: .nep57).rows)
  }

  @Test("are read whole, as people and platforms")
  func whole() {
    let rows = Self.rows(
      """
      Tier 2
      ======

      +----------+-------+--------------+
      | Platform | Notes | Contacts     |
      +==========+=======+==============+
      | A. OS    |       | A. Lovelace  |
      +----------+-------+--------------+
      | Plan 9   |       | A. Lovelace, |
      |          |       | B. Mason     |
      +----------+-------+--------------+
      """)
    #expect(rows.map(\.platform.text) == ["A. OS", "Plan 9"])
    #expect(rows.map { $0.contacts.map(\.text) } == [["A. Lovelace"], ["A. Lovelace", "B. Mason"]])
    #expect(rows.first?.contacts.first?.range.description == "7:22-7:33")
  }

  @Test("are read whole in a list-table too")
  func listTable() {
    let rows = Self.rows(
      """
      Tier 2
      ======

      .. list-table::
         :header-rows: 1

         * - Platform
           - Notes
           - Contacts
         * - WASI
           -
           - A. Lovelace
      """)
    #expect(rows.map { $0.contacts.map(\.text) } == [["A. Lovelace"]])
  }

  @Test("are lists where each item is somebody")
  func lists() {
    let rows = Self.rows(
      """
      Tier 2
      ======

      +----------+-------+----------------+
      | Platform | Notes | Contacts       |
      +==========+=======+================+
      | Plan 9   |       | - Ada Lovelace |
      |          |       | - Grace Hopper |
      +----------+-------+----------------+
      """)
    #expect(rows.map { $0.contacts.map(\.text) } == [["Ada Lovelace", "Grace Hopper"]])
  }

  @Test("in a second table with another column, of platforms that are listed, are not listed twice")
  func secondTable() {
    let tables = """
      Tier 1
      ======

      +----------+-------+
      | Platform | Notes |
      +==========+=======+
      | WASI     |       |
      +----------+-------+
      | Plan 9   |       |
      +----------+-------+

      +----------+-----------------+
      | Platform | Minimum version |
      +==========+=================+
      | NAME     | 4               |
      +----------+-----------------+
      """
    #expect(Self.rows(tables.replacing("NAME  ", with: "Plan 9")).map(\.platform.text) == ["WASI", "Plan 9"])
    #expect(Self.rows(tables.replacing("NAME ", with: "Haiku")).map(\.platform.text) == ["WASI", "Plan 9", "Haiku"])
  }
}
