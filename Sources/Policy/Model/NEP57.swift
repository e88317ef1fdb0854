// swift-format-ignore-file
// Written from registry/policy.yaml; do not edit. To write it anew:
// PLATFORM_TIERS_RECORD=1 swift test --disable-xctest --filter NEP57File

extension Policy {
  /// NumPy's NEP 57. It is Swift, so that a start reads no YAML.
  package static let nep57 = Policy(
    id: "nep57", name: "NEP 57", url: "https://numpy.org/neps/nep-0057-numpy-platform-support.html", project: "NumPy",
    tiers: [
      Tier(
        id: "tier-1", name: "Tier 1",
        duties: Duties(
          ci: CIDuty(
            accepted: [.github], byException: [.otherService],
            because: "Tier 1 needs regular CI on GitHub, or by exception on another well-integrated service"),
          wheels: WheelDuty(.released, because: "the NumPy team releases wheels on PyPI for Tier 1"),
          blocking: BlockingDuty(
            [.ci, .wheelBuild], because: "failures of regular CI and of wheel builds block a release"),
          contacts: ContactDuty(
            minimum: 0, roles: [.maintainer, .contributor], isShared: true,
            because: "all maintainers together keep the main branch and the wheel builds of Tier 1 working")),
        listing: TierSection(
          headings: ["Tier 1"],
          columns: [
            Column("Platform", role: .platform, isRequired: true), Column("Notes", role: .notes, isRequired: true)],
          isRequired: true)),
      Tier(
        id: "tier-2", name: "Tier 2",
        duties: Duties(
          ci: CIDuty(
            accepted: [.github, .selfHosted], byException: [.otherService],
            because: "Tier 2 needs regular CI as Tier 1 has it, or on a reliable self-hosted service"),
          wheels: WheelDuty(.released, because: "the NumPy team releases wheels on PyPI for Tier 2"),
          blocking: BlockingDuty([.ci], because: "CI failures block a release"),
          contacts: ContactDuty(
            minimum: 1, roles: [.maintainer], isShared: false,
            because: "Tier 2 needs a maintainer who is responsible in the long term for the main branch and the wheel builds")),
        listing: TierSection(
          headings: ["Tier 2"],
          columns: [
            Column("Platform", role: .platform, isRequired: true), Column("Notes", role: .notes, isRequired: true),
            Column("Contacts", role: .contacts, isRequired: true)],
          isRequired: true)),
      Tier(
        id: "tier-3", name: "Tier 3",
        duties: Duties(
          ci: CIDuty(
            accepted: [.github, .selfHosted], byException: [.otherService],
            because: "Tier 3 needs regular CI on the main branch, run as Tier 2 has it"),
          wheels: WheelDuty(.none, because: "no wheels are released on PyPI for Tier 3"),
          blocking: BlockingDuty(
            [.ci], because: "CI failures block a release, unless they are the platform's own and are skipped"),
          contacts: ContactDuty(
            minimum: 1, roles: [.maintainer, .contributor], isShared: false,
            because: "Tier 3 needs a maintainer or a trusted regular contributor who keeps CI on the main branch working")),
        listing: TierSection(
          headings: ["Tier 3"],
          columns: [
            Column("Platform", role: .platform, isRequired: true), Column("Notes", role: .notes, isRequired: true),
            Column("Contacts", role: .contacts, isRequired: true)],
          isRequired: true))],
    unsupportedLists: [
      UnsupportedList(
        id: "formerly-supported", name: "formerly supported platforms", kind: .formerlySupported,
        listing: TierSection(
          headings: ["Unsupported platforms"], introducedBy: ["previously in a supported tier"],
          columns: [
            Column("Platform", role: .platform, isRequired: true), Column("Notes", role: .notes, isRequired: true)],
          isRequired: true)),
      UnsupportedList(
        id: "known-interest", name: "platforms of known interest", kind: .knownInterest,
        listing: TierSection(
          headings: ["Unsupported platforms"], introducedBy: ["known interest"],
          columns: [
            Column("Platform", role: .platform, isRequired: true), Column("Notes", role: .notes, isRequired: true)],
          isRequired: false))],
    identity: [.platform],
    moveDemands: [
      MoveDemand(
        kind: .promotion, onlyWithWheels: false, evidence: [.council],
        because: "promotion to a tier needs the Steering Council's support"),
      MoveDemand(
        kind: .promotion, onlyWithWheels: true, evidence: [.mailingList],
        because: "promotion into a tier that releases wheels is discussed on the mailing list"),
      MoveDemand(
        kind: .demotion, onlyWithWheels: false, evidence: [.mailingList],
        because: "a move to a lower tier is discussed on the mailing list"),
      MoveDemand(
        kind: .addition, onlyWithWheels: false, evidence: [.pullRequest],
        because: "an unsupported platform enters a tier by a regular pull request"),
      MoveDemand(
        kind: .addition, onlyWithWheels: true, evidence: [.mailingList],
        because: "a move into a tier that releases wheels is discussed on the mailing list"),
      MoveDemand(
        kind: .newEntry, onlyWithWheels: false, evidence: [.ci, .contacts],
        because: "a platform in a tier meets all that the tier asks for"),
      MoveDemand(
        kind: .contact, onlyWithWheels: false, evidence: [.acknowledgement],
        because: "a contact is somebody who commits to take the responsibility"),
      MoveDemand(
        kind: .removal, onlyWithWheels: false, evidence: [.mailingList, .announcement],
        because: "leaving all tiers is discussed on the mailing list and announced by the middle of the release cycle"),
      MoveDemand(
        kind: .removal, onlyWithWheels: false, evidence: [.unsupportedListing],
        because: "a platform that is in line with no tier is listed as unsupported"),
      MoveDemand(
        kind: .droppedWheels, onlyWithWheels: false, evidence: [.mailingList, .release, .note],
        because: "without wheels 'pip install' builds from source, so wheels are dropped with great reluctance")],
    demandThreshold: 0.5,
    document: DocumentConventions(
      issueRepository: "numpy/numpy", issuePrefixes: ["gh-"],
      mailingList: "https://mail.python.org/archives/list/numpy-discussion@python.org/",
      header: [
        HeaderFieldRule("Author", .text, isRequired: true),
        HeaderFieldRule(
          "Status",
          .oneOf(
            ["Draft", "Active", "Accepted", "Provisional", "Deferred", "Rejected", "Withdrawn", "Final", "Superseded"]),
          isRequired: true),
        HeaderFieldRule("Type", .oneOf(["Standards Track", "Informational", "Process"]), isRequired: true),
        HeaderFieldRule("Created", .date, isRequired: true),
        HeaderFieldRule(
          "Replaced-By", .text, isRequired: false,
          requiredWhen: HeaderFieldRule.Condition(field: "Status", values: ["Superseded"])),
        HeaderFieldRule(
          "Resolution", .link(or: ["-"]), isRequired: false,
          requiredWhen: HeaderFieldRule.Condition(field: "Status", values: ["Accepted", "Rejected", "Withdrawn"]))],
      numbering: DocumentConventions.Numbering(
        filePrefix: "nep-", labelPrefix: "NEP", titlePrefix: "NEP ", titleSeparator: " — ")))
}
