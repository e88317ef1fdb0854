import Documents

/// Simple tables under headings of level 2; a triple in several tiers; two compilers in one row, each with its contacts.
extension PolicyMiniature {
  static let pep11 = PolicyMiniature(
    policy: "pep-11", format: .restructuredText,
    text: """
      PEP: 11
      Title: Where our interpreter runs
      Author: Ada Lovelace <ada@example.org>,
              Grace Hopper <grace@example.org>
      Status: Active
      Created: 07-Jul-2002


      Abstract
      ========

      It runs on many machines.

      Support tiers
      =============

      Tier 1
      ------

      - Nobody may break these.

      ==================== ===========
      Target Triple        Notes
      ==================== ===========
      x86_64-acme-windows
      x86_64-unknown-haiku libroot, gcc
      ==================== ===========

      Tier 2
      ------

      ======================== ============== ========
      Target Triple            Notes          Contacts
      ======================== ============== ========
      arm64-unknown-haiku      libroot, gcc   Ada Lovelace, Grace Hopper
      x86_64-unknown-haiku     libroot, clang Alan Turing, Ada Lovelace, Grace Hopper
      ======================== ============== ========

      Tier 3
      ------

      ======================== ============== ========
      Target Triple            Notes          Contacts
      ======================== ============== ========
      arm64-plan9                             Alan Turing
      vax-unknown-ultrix       libc, clang    Ada Lovelace

                               libc, pcc      Ada Lovelace
      arm64-unknown-haiku      on a phone     Grace Hopper
      ======================== ============== ========

      Unsupported platforms
      ---------------------

      Everything else; see the `list of experts`_.

      .. _list of experts: https://example.org/experts

      Notes
      -----

      Version tables are no platforms:

      ====== ====
      Python WASI
      ====== ====
      3.15   0.1
      3.14   0.1
      ====== ====
      """,
    platforms: [
      "tier-1: x86_64-acme-windows", "tier-1: x86_64-unknown-haiku", "tier-2: arm64-unknown-haiku",
      "tier-2: x86_64-unknown-haiku", "tier-3: arm64-plan9", "tier-3: vax-unknown-ultrix", "tier-3: vax-unknown-ultrix",
      "tier-3: arm64-unknown-haiku",
    ])
}

extension PlantedFault {
  static let pep11 = [
    PlantedFault(
      .pep11, "a triple twice with one compiler", "x86_64-unknown-haiku     libroot, clang",
      "x86_64-unknown-haiku     libroot, gcc  ", "36 duplicate-platform"),
    PlantedFault(
      .pep11, "one contact where two are asked for", "Ada Lovelace, Grace Hopper\nx86_64", "Ada Lovelace\nx86_64",
      "35 missing-contact"),
    PlantedFault(
      .pep11, "the same contact twice", "Alan Turing, Ada Lovelace, Grace", "Ada Lovelace, Ada Lovelace, Grace",
      "36 duplicate-contact"),
    PlantedFault(
      .pep11, "no contact", "on a phone     Grace Hopper", "on a phone", "49 missing-contact"),
    PlantedFault(
      .pep11, "no contact for the second compiler of a row", "libc, pcc      Ada Lovelace", "libc, pcc",
      "48 missing-contact"),
    PlantedFault(
      .pep11, "a compiler twice in one row", "libc, pcc  ", "libc, clang", "48 duplicate-platform"),
    PlantedFault(
      .pep11, "a tier that is none", "Tier 3\n------", "Tier 5\n------",
      "29 missing-tier", "39 unknown-tier"),
    PlantedFault(
      .pep11, "a link without its target", ".. _list of experts:", ".. _experts:", "55 undefined-reference",
      "57 unused-target"),
  ]
}
