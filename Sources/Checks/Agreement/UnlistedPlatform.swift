import Diagnostics
import Documents
import Policy

/// The document and the registry list the same platforms.
enum UnlistedPlatform: AgreementRule {
  static let description = RuleDescription(
    id: "unlisted-platform", family: .agreement, severity: .error,
    summary: "a platform that the registry has there is missing under its tier",
    rationale: """
      The document is what people read and the registry what pages and checks are made of. A platform that only one of \
      them has is promised to some of the readers.
      """,
    remedy: "List the platform, as 'platform-tiers generate' does, or move it in the registry.",
    accepted: [
      .files(
        """
        --- people.yaml
        ada: {name: Ada Lovelace, role: maintainer}
        grace: {name: Grace Hopper, role: maintainer}
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        contacts: [ada]
        moves: [{date: 2026-02-09, to: tier-3}]
        --- platforms.md
        ## Tier 3

        | Platform | Notes | Contacts     |
        |----------|-------|--------------|
        | Haiku    |       | Ada Lovelace |
        """),
      .files(
        """
        --- people.yaml
        ada: {name: Ada Lovelace, role: maintainer}
        grace: {name: Grace Hopper, role: maintainer}
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        contacts: [ada]
        moves: [{date: 2027-02-09, to: tier-3}]
        --- platforms/plan-9.yaml
        name: Plan 9
        target: {os: plan-9, arch: x86-64, interpreter: cpython}
        contacts: [ada]
        moves: [{date: 2026-02-09, to: tier-3}]
        --- platforms.md
        ## Tier 3

        | Platform | Notes | Contacts     |
        |----------|-------|--------------|
        | Plan 9   |       | Ada Lovelace |
        """),
    ],
    flagged: [
      .files(
        """
        --- people.yaml
        ada: {name: Ada Lovelace, role: maintainer}
        grace: {name: Grace Hopper, role: maintainer}
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        contacts: [ada]
        moves: [{date: 2026-02-09, to: tier-3}]
        --- platforms/plan-9.yaml
        name: Plan 9
        target: {os: plan-9, arch: x86-64, interpreter: cpython}
        contacts: [ada]
        moves: [{date: 2026-02-09, to: tier-3}]
        --- platforms.md
        ## ↓Tier 3

        | Platform | Notes | Contacts     |
        |----------|-------|--------------|
        | Haiku    |       | Ada Lovelace |
        """),
      .files(
        """
        --- people.yaml
        ada: {name: Ada Lovelace, role: maintainer}
        grace: {name: Grace Hopper, role: maintainer}
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        contacts: [ada]
        moves: [{date: 2026-02-09, to: tier-3}]
        --- platforms/plan-9.yaml
        name: Plan 9
        target: {os: plan-9, arch: x86-64, interpreter: cpython}
        moves: [{date: 2026-02-09, to: known-interest}]
        --- platforms.md
        ## ↓Tier 3

        | Platform | Notes | Contacts     |
        |----------|-------|--------------|
        | Haiku    |       | Ada Lovelace |
        """),
    ])

  static func check(_ agreement: Agreement, report: (Finding) -> Void) {
    for platform in agreement.unlisted {
      // Where a tier itself is missing, that is missing-tier's to say.
      let listing = agreement.listings.first { $0.place.id == platform.place.id }
      guard let heading = (listing ?? (platform.place.listing.isRequired ? nil : agreement.listings.last))?.heading
      else { continue }
      report(.unlistedPlatform(platform, heading: heading))
    }
  }
}

extension Finding {
  fileprivate static func unlistedPlatform(_ platform: Listing, heading: Section) -> Finding {
    Finding(
      "\(platform.name.quoted) is not listed, and the registry has it in \(platform.place.name.quoted)",
      at: heading.titleRange,
      help: "it stands there \(platform.origin); add its row, or move it in \(platform.file)")
  }
}
