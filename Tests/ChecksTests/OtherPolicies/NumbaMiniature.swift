import Documents

/// Bullet lists in the items of others; long titles; a platform once for every kind of package.
extension PolicyMiniature {
  static let numba = PolicyMiniature(
    policy: "numba", format: .restructuredText,
    text: """
      .. _tiers:

      Support Policy
      ==============

      See :ref:`tiers`.

      Tier 1: Releases that are maintained by the Numba maintainers
      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

      Conditions of being in Tier 1:

      * There is public CI.
      * The package is a wheel.

      Released are:

      * Ham packages on the breakfast channel (with the ham's
        nomenclature):

        * ``haiku-64`` (Haiku on ``x86_64``)
        * ``plan9-arm`` (Plan 9 on a small board)

      * Egg packages on the same channel:

        * ``haiku-64`` (Haiku on ``x86_64``)

      Tier 1.5: Experimental releases for emerging platforms
      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

      * Egg packages on the channel, for the next Python:

        * ``haiku-64`` (Haiku on ``x86_64``)

      Tier 2a: Releases that are built by large software distributors
      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

      * BSD distributions:

        * FreeBSD
        * DragonFly BSD

      Tier 2b: General community support
      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

      * Packages not listed in Tier 1:

        * ``haiku-32`` (as of release ``0.63.*``)

      * Hardware targets:

        * ``vax``

      How to move Tiers?
      ------------------

      By asking.
      """,
    platforms: [
      "tier-1: haiku-64", "tier-1: plan9-arm", "tier-1: haiku-64", "tier-1.5: haiku-64", "tier-2a: FreeBSD",
      "tier-2a: DragonFly BSD", "tier-2b: haiku-32", "tier-2b: vax",
    ])
}

extension PlantedFault {
  static let numba = [
    PlantedFault(
      .numba, "a slip in a title", "Tier 1.5: Experimental releases", "Tier 1.5: Experimental relaeses",
      "28 unknown-tier"),
    PlantedFault(
      .numba, "a note against the tier's duty", "(Plan 9 on a small board)", "(there is no CI for it)",
      "22 contradicting-note"),
    PlantedFault(
      .numba, "no list of platforms", "* Egg packages on the channel", "* Eggs of the channel",
      "28 missing-table"),
    PlantedFault(
      .numba, "a short underline", "~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n\n* Packages", "~~~~~~~~\n\n* Packages",
      "44 short-title-underline"),
  ]
}
