import Documents

/// Tables without outer pipes; another set of columns in each tier; links, footnotes and link definitions in cells; a
/// tier without a table.
extension PolicyMiniature {
  static let rust = PolicyMiniature(
    policy: "rust", format: .markdown,
    text: """
      # Where Programs Run

      <style type="text/css">
          td code { white-space: nowrap; }
      </style>

      ## Tier 1 with Host Tools

      target | notes
      -------|-------
      [`x86_64-unknown-haiku`](haiku.md) | 64-bit, since the first release
      `i686-acme-windows` | 32-bit [^floats] [^align]

      [^floats]: Some numbers are wrong. See [issue 7][floats-issue].
      [^align]: Some addresses are odd.

      [floats-issue]: https://example.org/issues/7

      ## Tier 1

      All of them are [Tier 1 with Host
      Tools](#tier-1-with-host-tools).

      ## Tier 2 with Host Tools

      target | notes
      -------|-------
      [`arm64-unknown-haiku`](haiku.md) | ARM64

      ## Tier 2 without Host Tools

      The `std` column means:

      * ✓ the whole library is there
      * \\* only [`core`]

      [`core`]: https://example.org/core

      target | std | notes
      -------|:---:|-------
      [`arm64-none`](none.md) | * | bare
      `x86_64-acme-enclave` | ✓ |for the [Acme ABI]

      [Acme ABI]: https://example.org/abi

      ## Tier 3

      target | std | host | notes
      -------|:---:|:----:|-------
      [`arm64-plan9`](plan9.md) | ✓ |  |
      [`vax-ultrix`](vax.md)| * | | for [the museum] |
      `i686-uwp-acme` | ✓ |  | [^floats] [^align]
      `arm64_be-unknown-haiku` | ? | ✓ | big-endian

      [the museum]: https://example.org/museum
      """,
    platforms: [
      "tier-1-with-host-tools: x86_64-unknown-haiku", "tier-1-with-host-tools: i686-acme-windows",
      "tier-2-with-host-tools: arm64-unknown-haiku", "tier-2: arm64-none", "tier-2: x86_64-acme-enclave",
      "tier-3: arm64-plan9", "tier-3: vax-ultrix", "tier-3: i686-uwp-acme", "tier-3: arm64_be-unknown-haiku",
    ])
}

extension PlantedFault {
  static let rust = [
    PlantedFault(
      .rust, "a target in two tiers", "`i686-uwp-acme`", "`i686-acme-windows`", "52 duplicate-platform"),
    PlantedFault(
      .rust, "a column of another name", "target | std | host", "target | std | hosts", "48 unknown-column"),
    PlantedFault(
      .rust, "a delimiter row that is too short", "-------|:---:|:----:|-------", "-------|:---:|-------",
      "49 malformed-table"),
    PlantedFault(
      .rust, "a cell too many", "bare\n", "bare | metal\n", "41 malformed-table"),
    PlantedFault(
      .rust, "a misspelt tier", "## Tier 2 with Host", "## Tier 2 wiht Host", "24 unknown-tier"),
    PlantedFault(
      .rust, "a link definition that is gone", "[floats-issue]: https", "[floats]: https",
      "14 undefined-reference", "17 unused-target"),
  ]
}
