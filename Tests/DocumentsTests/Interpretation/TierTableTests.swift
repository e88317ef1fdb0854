import Documents
import Testing

@Suite("Tables under the headings of NEP 57")
struct TierTableTests {
  static let policy = """
    A policy
    ========

    Tiers
    -----

    Tier 1
    ~~~~~~

    - Wheels are released for Tier 1 platforms.
    - A failure holds a release back.

    Tier 1 platforms:

    +----------+-------------+
    | Platform | Notes       |
    +==========+=============+
    | Haiku    |             |
    +----------+-------------+
    | Plan 9   | two lines,  |
    |          | one note    |
    +----------+-------------+

    Tier 2
    ~~~~~~

    +----------+-------+--------------------+
    | Platform | Notes | Contacts           |
    +==========+=======+====================+
    | Hurd     |       | Ada Lovelace,      |
    |          |       | Grace Hopper and   |
    |          |       | Mary Jackson       |
    +----------+-------+--------------------+

    Tier 3
    ~~~~~~

    In short
    ''''''''

    ========  =======  ============
    Platform  Notes    Contacts
    ========  =======  ============
    Inferno   on loan  Ada Lovelace
    ========  =======  ============

    Unsupported platforms
    ~~~~~~~~~~~~~~~~~~~~~

    Code for unsupported platforms is welcome where it

    - costs little, and
    - helps many.

    Previously in a supported tier:

    ========  =====
    Platform  Notes
    ========  =====
    Ultrix    gone
    ========  =====

    Of known interest (they may come):

    ========  =====
    Platform  Notes
    ========  =====
    WASI      soon
    ========  =====

    Backward compatibility
    ----------------------

    ========  =====
    Platform  Notes
    ========  =====
    Nobody's  table
    ========  =====
    """

  @Test func eachPlaceHasItsRows() {
    #expect(
      LocatedMiniature(Self.policy).rows == [
        "tier-1: Haiku | ~ | ~",
        "tier-1: Plan 9 | two lines, one note | ~",
        "tier-2: Hurd | ~ | Ada Lovelace; Grace Hopper; Mary Jackson",
        "tier-3: Inferno | on loan | Ada Lovelace",
        "formerly-supported: Ultrix | gone | ~",
        "known-interest: WASI | soon | ~",
      ])
  }

  @Test func contactsArePlacedInTheirOwnLines() {
    #expect(
      LocatedMiniature(Self.policy).contactSources == [
        "Ada Lovelace", "Grace Hopper", "Mary Jackson", "Ada Lovelace",
      ])
  }

  @Test func nothingIsUnknown() {
    #expect(LocatedMiniature(Self.policy).located.unknownTiers.isEmpty)
  }

  @Test func aDocumentAboutSomethingElseHasNoListings() {
    let document = LocatedMiniature("# Roadmap\n\n## Tier lists in games\n\n| Platform |\n|---|\n| PC |\n", .markdown)
    #expect(document.located.listings.isEmpty)
    #expect(document.located.unknownTiers.isEmpty)
  }

  @Test func titlesAreComparedWithoutCaseAndSpacing() {
    let document = LocatedMiniature("##  TIER   1\n\n| platform | NOTES |\n|---|---|\n| Haiku | beta |\n", .markdown)
    #expect(document.rows == ["tier-1: Haiku | beta | ~"])
  }

  @Test func rewordedIntroductionsAreToldApartByOrder() {
    let document = LocatedMiniature(
      """
      ## Unsupported platforms

      Gone:

      | Platform | Notes |
      |----------|-------|
      | Ultrix   | gone  |

      Of known interest:

      | Platform | Notes |
      |----------|-------|
      | WASI     | soon  |
      """, .markdown)
    #expect(document.rows == ["formerly-supported: Ultrix | gone | ~", "known-interest: WASI | soon | ~"])
  }

  @Test func aTableThatExplainsSomethingElseIsNoListing() {
    let document = LocatedMiniature(
      """
      ## Tier 1

      | Duty   | Who      |
      |--------|----------|
      | Wheels | the team |

      | Platform | Notes |
      |----------|-------|
      | Haiku    | beta  |
      """, .markdown)
    #expect(document.rows == ["tier-1: Haiku | beta | ~"])
  }

  @Test func severalTablesUnderOneHeadingAreOneListing() {
    let document = LocatedMiniature(
      """
      ## Tier 1

      | Platform | Notes |
      |----------|-------|
      | Haiku    | beta  |

      And on small machines:

      | Platform | Notes |
      |----------|-------|
      | Plan 9   | tiny  |
      """, .markdown)
    #expect(document.rows == ["tier-1: Haiku | beta | ~", "tier-1: Plan 9 | tiny | ~"])
  }

  @Test func aHeadingWithoutATableIsALocatedListingAllTheSame() {
    let listings = LocatedMiniature("## Tier 1\n\nHaiku.\n", .markdown).located.listings
    #expect(listings.map(\.form) == [.missing])
  }

  @Test func rowsBehindABrokenBorderAreRead() {
    let document = LocatedMiniature(
      """
      Tier 1
      ------

      +----------+---------+
      | Platform | Notes   |
      +==========+=========+
      | Haiku    | beta    |
      +-----+--------------+
      | Plan 9   | tiny    |
      +----------+---------+
      """)
    #expect(document.rows == ["tier-1: Haiku | beta | ~", "tier-1: Plan 9 | tiny | ~"])
  }
}
