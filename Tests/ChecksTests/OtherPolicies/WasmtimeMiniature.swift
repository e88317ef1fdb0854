import Documents

/// Headings of level 4; rows of several kinds, of which one kind is platforms; footnotes beside a platform's name; later
/// headings that begin like a tier's.
extension PolicyMiniature {
  static let wasmtime = PolicyMiniature(
    policy: "wasmtime", format: .markdown,
    text: """
      # Tiers of Our Machine

      ## Where Each Feature Is

      #### Tier 1

      | Category | Description                      |
      |----------|----------------------------------|
      | Target   | `x86_64-unknown-haiku`           |
      | Compiler | Millwright [^support]            |
      | Proposal | [`threads`]                      |

      [`threads`]: https://example.org/threads

      [^support]: See [below](#compilers).

      #### Tier 2

      | Category | Description         | Missing Tier 1 Requirements |
      |----------|---------------------|-----------------------------|
      | Target   | `arm64-haiku`       | fuzzing                     |
      | Proposal | [`threads`]         | fuzzing                     |

      #### Tier 3

      | Category | Description         | Missing Tier 2 Requirements |
      |----------|---------------------|-----------------------------|
      | Target   | `vax-ultrix`[^1]    | not tested in CI            |
      | Target   | `arm64-none` [^2]   | CI testing                  |
      | *misc*   | Debugging           | a maintainer                |

      [^1]: Without threads.
      [^2]: Without a library.

      #### Features that are not there

      * Target: MIPS

      ##### x86\\_64

      | Feature     | Millwright |
      |-------------|------------|
      | [`threads`] | ✅         |

      ## What Each Tier Means

      #### Tier 3 - For the Brave

      * It is **in** the repository.

      #### Tier 1 - For Everyone

      * It is fuzzed.
      """,
    platforms: [
      "tier-1: x86_64-unknown-haiku", "tier-2: arm64-haiku", "tier-3: vax-ultrix", "tier-3: arm64-none",
    ])
}

extension PlantedFault {
  static let wasmtime = [
    PlantedFault(
      .wasmtime, "a target in two tiers, with a footnote in one", "`arm64-none` [^2]", "`arm64-haiku`[^2]",
      "29 duplicate-platform"),
    PlantedFault(
      .wasmtime, "a target that Tier 2 asks CI of", "| fuzzing                     |\n| Prop",
      "| no CI for it                |\n| Prop", "21 contradicting-note"),
    PlantedFault(
      .wasmtime, "another column", "Missing Tier 2 Requirements", "Missing Tier 1 Requirements",
      "26 unknown-column"),
    PlantedFault(
      .wasmtime, "a tier in words", "#### Tier 2\n", "#### Tier Two\n", "17 unknown-tier"),
  ]
}
