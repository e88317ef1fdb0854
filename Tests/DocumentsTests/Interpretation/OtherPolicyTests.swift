import Documents
@testable import Policy
import Testing

@Suite("A policy of another shape is data alone")
struct OtherPolicyTests {
  /// Target triples, told apart by their notes; tiers of level 2; nobody is a contact.
  static let triples = Policy(
    id: "triples", name: "the target policy",
    tiers: [("host", "Tier 1 with Host Tools"), ("first", "Tier 1"), ("second", "Tier 2")].map { id, name in
      Tier(
        id: id, name: name,
        duties: Duties(
          ci: nil, wheels: WheelDuty(.unstated, because: ""), blocking: BlockingDuty([], because: ""),
          contacts: ContactDuty(minimum: 0, because: "")),
        listing: TierSection(
          headings: [name],
          columns: [
            Column("Target Triple", otherTitles: ["target"], role: .platform),
            Column("Notes", role: .notes),
            Column("std", role: .other, isRequired: false),
          ]))
    },
    identity: [.platform, .notes])

  static let page = """
    # Platform Support

    ## Tier 1 with Host Tools

    Target Triple | Notes
    --------------|------
    `x86_64-unknown-haiku` | 64-bit, kernel 3.2
    [`i686-pc-windows-gnu`](gnu.md) | 32-bit MinGW[^1]

    [^1]: Only there.

    ## Tier 1

    None for now.

    ## Tier 2

    target | std | notes
    -------|:---:|------
    `x86_64-unknown-haiku` | ✓ | with clang

    These have no standard library:

    target | std | notes
    -------|:---:|------
    `x86_64-unknown-none` | * | bare

    ### Bare metal

    | Target Triple | Notes |
    |---------------|-------|
    | `arm-none` | barer |
    """

  @Test func itsRowsAreRead() {
    let document = LocatedMiniature(Self.page, .markdown, policy: Self.triples)
    #expect(
      document.rows.map { String($0.prefix { $0 != "[" }) } == [
        "host: x86_64-unknown-haiku | 64-bit, kernel 3.2 | ~",
        "host: i686-pc-windows-gnu | 32-bit MinGW",
        "second: x86_64-unknown-haiku | with clang | ~",
        "second: x86_64-unknown-none | bare | ~",
        "second: arm-none | barer | ~",
      ])
  }

  @Test func aTripleIsToldApartByItsNotes() {
    let document = LocatedMiniature(Self.page, .markdown, policy: Self.triples)
    let haiku = document.located.rows.filter { $0.platform.text == "x86_64-unknown-haiku" }
    #expect(
      haiku.map(\.identity) == [
        ["x86_64-unknown-haiku", "64-bit, kernel 3.2"], ["x86_64-unknown-haiku", "with clang"],
      ])
  }

  @Test func aTierWithoutNumberInItsTitleIsNoPattern() {
    let document = LocatedMiniature(
      Self.page + "\n\n## Tier 3\n\n## Tier 3 with Host Tools\n", .markdown, policy: Self.triples)
    #expect(document.located.unknownTiers.map(\.title) == ["Tier 3", "Tier 3 with Host Tools"])
  }

  /// One table for all tiers, whose rows say which tier they are in.
  @Test func rowsOfASharedTableAreFilteredByAColumn() {
    let columns = [Column("Platform", role: .platform), Column("Support", role: .other)]
    let tiers = ["full", "partial"].map { word in
      Tier(
        id: word, name: word,
        duties: Duties(
          ci: nil, wheels: WheelDuty(.unstated, because: ""), blocking: BlockingDuty([], because: ""),
          contacts: ContactDuty(minimum: 0, because: "")),
        listing: TierSection(
          headings: ["Platforms"], columns: columns, rowFilter: RowFilter(column: "support", text: word)))
    }
    let document = LocatedMiniature(
      """
      # Platforms

      | Platform | Support |
      |----------|---------|
      | Haiku    | Full    |
      | Plan 9   | partial |
      | Ultrix   | none    |
      """, .markdown, policy: Policy(id: "one-table", name: "the one-table policy", tiers: tiers))
    #expect(document.rows == ["full: Haiku | ~ | ~", "partial: Plan 9 | ~ | ~"])
  }
}
