import Documents

/// Rows without their last pipe; line breaks in HTML and short names of icons in cells; rules between the sections; an
/// admonition that CommonMark reads as paragraphs.
extension PolicyMiniature {
  static let crystal = PolicyMiniature(
    policy: "crystal", format: .markdown,
    text: """
      # Platforms of the Glass Compiler

      ***

      ## Tier 1

      These “just work”:

      * There are binaries.
      * There are tests.

      | Target | Description | Supported versions | Comment |
      | ------ | ----------- | ------------------ | ------- |
      | `x86_64-haiku` | x64 Haiku<br> (64-bit) | R1+<br> *(R0 may do)* | :material-check: tests<br> :material-check: builds
      | `arm64-haiku` | ARM Haiku | R1+ | :material-check: tests<br> :material-none: builds

      ***

      ## Tier 2

      | Target | Description | Supported versions | Comment |
      | ------ | ----------- | ------------------ | ------- |
      | `vax-ultrix` | Ultrix | | :material-none: tests |

      ***

      ## Tier 3

      | Target | Description | Supported versions | Comment |
      | ------ | ----------- | ------------------ | ------- |
      | `arm64-plan9` | Plan 9 | 4+ | |

      !!! info "Legend"
          <ul>
          <li>:material-check: there are some</li>
          </ul>
      """,
    platforms: ["tier-1: x86_64-haiku", "tier-1: arm64-haiku", "tier-2: vax-ultrix", "tier-3: arm64-plan9"])
}

extension PlantedFault {
  static let crystal = [
    PlantedFault(
      .crystal, "a target in another spelling", "`vax-ultrix`", "`haiku-amd64`", "23 similar-platform"),
    PlantedFault(
      .crystal, "no delimiter row", "| ------ | ----------- | ------------------ | ------- |\n| `vax", "| `vax",
      "21 malformed-table"),
    PlantedFault(.crystal, "a row without a name", "| `arm64-plan9`", "| ", "31 unnamed-platform"),
  ]
}
