import Diagnostics
import Documents
import Testing

@Suite("Bullet lists of platforms")
struct BulletListingTests {
  static func rows(_ items: String) -> [String] {
    LocatedMiniature("Tier 3\n------\n\nTier 3 platforms:\n\n" + items).rows
  }

  @Test(arguments: [
    ("- Haiku", "Haiku | ~ | ~"),
    ("- Haiku (beta)", "Haiku (beta) | ~ | ~"),
    ("- Haiku (note: beta)", "Haiku | beta | ~"),
    ("- Haiku (64-bit: note that it is beta)", "Haiku | 64-bit: note that it is beta | ~"),
    ("- Haiku on IBM Z (s390x)", "Haiku on IBM Z (s390x) | ~ | ~"),
    ("- Haiku ppc64, universal", "Haiku ppc64, universal | ~ | ~"),
    ("- Haiku, *Ada Lovelace*", "Haiku | ~ | Ada Lovelace"),
    ("- Haiku (beta), *Ada Lovelace, Grace Hopper*", "Haiku (beta) | ~ | Ada Lovelace; Grace Hopper"),
    (
      "- Haiku (note: runs on loan), *Ada Lovelace*, *Grace Hopper*",
      "Haiku | runs on loan | Ada Lovelace; Grace Hopper"
    ),
    ("- Haiku (note: *runs* on loan)", "Haiku | runs on loan | ~"),
    ("- *Haiku*", "Haiku | ~ | ~"),
    ("- Haiku — runs on loan", "Haiku | runs on loan | ~"),
  ])
  func item(_ text: String, _ expected: String) {
    #expect(Self.rows(text) == ["tier-3: " + expected])
  }

  @Test func placesAreThoseOfTheTexts() throws {
    let document = LocatedMiniature(
      """
      Tier 3
      ------

      Tier 3 platforms:

      - Haiku (note: runs on a machine that
        somebody lent), *Ada Lovelace, Grace
        Hopper*
      """)
    let row = try #require(document.located.rows.first { _ in true })
    #expect(document.file.text(in: row.platform.range) == "Haiku")
    #expect(row.notes?.text == "runs on a machine that somebody lent")
    #expect(row.notes?.range.start.column == 16)
    #expect(document.contactSources == ["Ada Lovelace", "Grace"])
    #expect(row.contacts.map(\.text) == ["Ada Lovelace", "Grace Hopper"])
  }

  @Test(arguments: [
    "Tier 3 platforms must have:", "Requirements of Tier 3 platforms:", "What it takes:", "",
  ])
  func aListOfRequirementsIsNoListing(leadIn: String) {
    let document = LocatedMiniature("Tier 3\n------\n\n\(leadIn)\n\n- CI on the main branch\n- a contact\n")
    #expect(document.rows.isEmpty)
  }

  @Test(arguments: ["Tier 3 platforms:", "These are old. The platforms in Tier 3 are:", "Currently tier 3 platforms"])
  func aListOfPlatformsIsIntroducedAsSuch(leadIn: String) {
    let document = LocatedMiniature("Tier 3\n------\n\n- CI on main\n\n\(leadIn)\n\n- Haiku\n")
    #expect(document.rows == ["tier-3: Haiku | ~ | ~"])
  }

  @Test func listsUnderOneHeadingAreToldApartByTheirIntroductions() {
    let document = LocatedMiniature(
      """
      ## Unsupported platforms

      Code for unsupported platforms is welcome where it

      - costs little

      Unsupported platforms (previously in a supported
      tier, a selection):

      - Ultrix

      Unsupported platforms (known interest):

      - WASI
      """, .markdown)
    #expect(document.rows == ["formerly-supported: Ultrix | ~ | ~", "known-interest: WASI | ~ | ~"])
  }
}
