import Documents

/// Pages whose tiers share a heading: told apart by a column of one table, or by the paragraph before a list.
extension PolicyMiniature {
  /// The system and the architectures name a platform together.
  static let node = PolicyMiniature(
    policy: "node", format: .markdown,
    text: """
      # Building the Server

      ## Supported platforms

      * **Tier 1**: tested in full.

      ### Platform list

      | Operating System | Support type | Architectures | Versions | Notes         |
      | ---------------- | ------------ | ------------- | -------- | ------------- |
      | Haiku            | Tier 1       | x64, arm      | >= R1    |               |
      | Haiku            | Tier 1       | arm64         | >= R2    | <sup>1</sup>  |
      | Plan 9           | Tier 2       | x64           | >= 4     |               |
      | Haiku            | Experimental | x86           | >= R1    |               |
      """,
    platforms: [
      "tier-1: Haiku x64, arm", "tier-1: Haiku arm64", "tier-2: Plan 9 x64", "experimental: Haiku x86",
    ])

  static let libuv = PolicyMiniature(
    policy: "libuv", format: .markdown,
    text: """
      # Supported platforms

      |  System | Support type | Supported versions | Notes |
      |---|---|---|---|
      | Haiku | Tier 1 | R1+ | |
      | Plan 9 | Tier 2 | 4+ | Maintainers: @example/plan9 |
      | Other | Tier 3 | N/A | |

      ## Support types

      * **Tier 1**: tested with CI.
      """,
    platforms: ["tier-1: Haiku", "tier-2: Plan 9", "tier-3: Other"])

  static let uv = PolicyMiniature(
    policy: "uv", format: .markdown,
    text: """
      # Platform support

      The tool has Tier 1 support for the following platforms:

      - Haiku (x86_64)
      - Plan 9 (x86_64)

      The tool has Tier 2 support
      (["it builds"](https://example.org)) for the
      following platforms:

      - Haiku (aarch64)

      ## Versions

      The tool has Tier 1 support for the following interpreters:

      - CPython
      """,
    platforms: ["tier-1: Haiku (x86_64)", "tier-1: Plan 9 (x86_64)", "tier-2: Haiku (aarch64)"])
}

extension PlantedFault {
  static let sharedListings = [
    PlantedFault(
      .node, "an architecture of a system in two tiers", "| x86           | >= R1    |", "| arm64         | >= R1    |",
      "14 duplicate-platform"),
    PlantedFault(
      .node, "the column of the tiers under another name", "| Support type |", "| Support kind |",
      "9 unknown-column"),
    PlantedFault(
      .node, "a row of no tier", "| Plan 9           | Tier 2 ", "| Plan 9           | Teir 2 ", "13 unknown-tier"),
    PlantedFault(.libuv, "a row without a tier", "| Plan 9 | Tier 2 |", "| Plan 9 | |", "6 unknown-tier"),
    PlantedFault(.libuv, "a system twice", "| Plan 9 |", "| haiku |", "6 duplicate-platform"),
    PlantedFault(.uv, "a platform in two tiers", "- Haiku (aarch64)", "- Haiku (x86_64)", "12 duplicate-platform"),
    PlantedFault(
      .uv, "a list that nothing introduces", "has Tier 2 support\n(", "has some support\n(", "1 missing-table"),
  ]
}
